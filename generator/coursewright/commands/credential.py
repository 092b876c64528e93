"""`coursewright credential`: credentials for those who passed, and what becomes of them."""

import click

from .credential_issue import issue, renew
from .credential_list import list_credentials
from .credential_revoke import revoke
from .credential_verify import verify
from .terminal import _


@click.group(
    short_help=_("Credentials for those who passed: issue, verify, revoke, renew, list."),
    help=_(
        "Credentials (Open Badges 3.0) for those who passed, signed by the course's issuer, each with a "
        "certificate (PDF) and a badge (PNG, SVG) that carry it. What was issued stands in "
        "private/credentials/register.jsonl, each entry chained to the one before it."
    ),
)
def credential() -> None:
    pass


for command in (issue, verify, revoke, renew, list_credentials):
    credential.add_command(command)
