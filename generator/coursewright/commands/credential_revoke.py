"""`coursewright credential revoke`: on the status list for ever, with the reason on record."""

from pathlib import Path

import click

from .credential_list import named
from .deed import alone, by_option
from .example import example
from .issuing import keys_option, now, opened, read_issuer, read_register, write_issuer, write_register
from .terminal import _, course_option, format_option, say
from .titles import a_line


@click.command(
    epilog=example('credential revoke 62c3bc65 --reason "Given by mistake."'),
    short_help=_("Revoke a credential, with the reason."),
    help=_(
        "Set the bit of the credential ID on the status list of content/issuer.yml, and sign the list anew; "
        "enter the reason, which is not published, into the register. Everybody sees it once the site is "
        "built and published anew. A revocation is never taken back: issue a new credential instead. ID is "
        "that of “coursewright credential list”, or its first eight characters."
    ),
)
@click.argument("id", metavar="ID")
@click.option("--reason", required=True, metavar="TEXT", callback=a_line, help=_("Why, for the register."))
@keys_option
@by_option
@course_option
@format_option
def revoke(id: str, reason: str, folder: Path | None, by: str, root: Path, *, style: str) -> None:
    from ..credentials.register import Entry, added
    from ..credentials.status import revoked_of, status_list

    with alone(root):
        register = read_register(root)
        record = named(register, id)
        own = record.issued
        if record.revoked:
            raise click.ClickException(_("{id} is revoked already").format(id=own.id))
        issuer = read_issuer(root)
        keys = opened(root, issuer, folder)
        moment = now()
        indexes = {*revoked_of(issuer), own.index}
        listed = issuer.model_copy(update={"status": status_list(issuer, keys, indexes, moment)})
        # The list comes first: a revocation that is on record and not on the list would be none.
        path = write_issuer(root, listed)
        entry = Entry(at=moment, by=by, did="revoked", id=own.id, index=own.index, reason=reason)
        write_register(root, added(register, entry))
    say(_("{id} of {name} is revoked").format(id=own.id, name=own.name or own.number))
    say(_("The list in {file} has it: build the site anew and publish it").format(file=path))
