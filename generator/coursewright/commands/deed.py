"""What a session's journal is told of whoever does something with it."""

from datetime import UTC, datetime
from typing import Any

import click

from .. import __version__
from .terminal import _

_ASKED = _("Your name, for the journal")

by_option = click.option(
    "--by",
    prompt=_ASKED,
    metavar="NAME",
    envvar="COURSEWRIGHT_BY",
    help=_("Who does this, for the session's journal; asked for if left out (COURSEWRIGHT_BY)."),
)


def author(by: str | None) -> str:
    """Who does this; asked for if left out."""
    return by or str(click.prompt(_ASKED))


def deed(by: str, did: str, about: dict[str, Any]) -> dict[str, Any]:
    """An entry of the journal, now."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return {"at": at, "by": by, "did": did, "version": __version__, "about": about}
