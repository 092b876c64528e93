"""What a session's journal is told of whoever does something with it, and that they do it alone."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from .terminal import _, say
from .titles import a_line

if TYPE_CHECKING:
    from ..exams.store import Kept


def _who(context: click.Context, parameter: click.Parameter, by: str | None) -> str:
    """What was said, or is answered at a terminal; where nobody can answer it is wrong usage."""
    if by is not None:
        return str(a_line(context, parameter, by))
    if not sys.stdin.isatty():
        said = _("say who does this, for the session's journal: --by NAME, or set COURSEWRIGHT_BY")
        raise click.UsageError(said, context)
    question = _("Your name, for the journal")
    return str(click.prompt(question, value_proc=lambda text: a_line(context, parameter, text)))


by_option = click.option(
    "--by",
    callback=_who,
    metavar="NAME",
    envvar="COURSEWRIGHT_BY",
    help=_("Who does this, for the session's journal; asked for if left out (COURSEWRIGHT_BY)."),
)


def author(by: str | None) -> str:
    """Who does this, where only some of what a command does is for the journal."""
    context = click.get_current_context()
    option = next(each for each in context.command.params if each.name == "by")
    return _who(context, option, by)


def deed(by: str, did: str, about: dict[str, Any]) -> dict[str, Any]:
    """An entry of the journal, now."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return {"at": at, "by": by, "did": did, "version": __version__, "about": about}


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """No other command changes a session of the course meanwhile, where files can be locked."""
    from ..exams.store import LOCK
    from ..stage import locked

    with ExitStack() as held:
        with suppress(OSError):
            held.enter_context(locked(root / LOCK, _say_waiting))
        yield


@contextmanager
def alone_with(root: Path, name: str) -> Iterator["Kept"]:
    """The session of a name, which no other command changes meanwhile, and nobody else may read.

    Raises what `store.get` does.
    """
    from ..exams.store import get, make_private

    with alone(root):
        end_begun(root, name)
        kept = get(root, name)
        make_private(root, name)
        yield kept


def end_begun(root: Path, name: str) -> None:
    """What a command began that was ended by force is finished or taken back, and said; when alone."""
    from ..exams.deposit import ended
    from ..exams.store import SESSIONS

    match ended(root / SESSIONS / name):
        case "finished":
            say(_("The last command on this session was ended by force; it was finished now."), err=True)
        case "taken back":
            said = _(
                "The last command on this session was ended by force; nothing of it was kept: repeat it."
            )
            say(said, err=True)


def _say_waiting() -> None:
    say(_("Another command is at work on the sessions; waiting for it to end …"), err=True)
