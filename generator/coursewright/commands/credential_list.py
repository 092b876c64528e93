"""`coursewright credential list`: what was issued, and what became of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .issuing import now, read_register
from .table import print_table
from .terminal import _, course_option, say

if TYPE_CHECKING:
    from ..credentials.register import Entry, Record

DAY = len("2000-01-01")
SHORT = 8
"""Characters of an id that name a credential."""
_URN = "urn:uuid:"


@click.command(
    "list",
    short_help=_("List what was issued, and what became of it."),
    help=_("List the credentials that were issued, and which of them ended, were revoked or replaced."),
)
@click.argument("session", metavar="[SESSION]", required=False)
@course_option
def list_credentials(session: str | None, root: Path) -> None:
    from ..credentials.register import records

    found = [
        record
        for record in records(read_register(root)).values()
        if session is None or record.issued.session == session
    ]
    if not found:
        say(_("No credential was issued yet: “coursewright credential issue SESSION” issues them."))
        return
    heading = (_("id"), _("number"), _("name"), _("issued"), _("until"), _("state"))
    moment = now()
    for name in dict.fromkeys(record.issued.session for record in found):
        rows = [_row(record, moment) for record in found if record.issued.session == name]
        print_table(heading, rows, title=_("session {name}").format(name=name))


def _row(record: "Record", moment: str) -> list[str]:
    own = record.issued
    until = own.until[:DAY] or _("without end")
    short = own.id.removeprefix(_URN)[:SHORT]
    return [short, own.number, own.name, own.since[:DAY], until, _state(record, moment)]


def _state(record: "Record", moment: str) -> str:
    if record.revoked:
        said = _("✗ revoked {date}: {reason}")
        return said.format(date=record.revoked.at[:DAY], reason=record.revoked.reason)
    if record.issued.until and record.issued.until <= moment:
        return _("○ expired")
    if record.replaced:
        return _("→ replaced by {id}").format(id=record.replaced.id.removeprefix(_URN)[:SHORT])
    return _("✓ in force")


def named(register: "Sequence[Entry]", id: str) -> "Record":
    """The credential of an id, or of how it begins. Raises BadParameter for none, and for several."""
    from ..credentials.register import records

    short = id.strip().lower().removeprefix(_URN)
    found = [
        record
        for own, record in records(register).items()
        if len(short) >= SHORT and own.removeprefix(_URN).startswith(short)
    ]
    if len(found) != 1:
        said = _(
            "there is no one credential “{id}” in the register; “coursewright credential list” has their ids"
        )
        raise click.BadParameter(said.format(id=id), param_hint="ID")
    return found[0]
