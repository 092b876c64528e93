"""`coursewright exam void`: a session that does not count, with the reason, in journal and notice."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .deed import alone_with, by_option, deed
from .example import example
from .terminal import _, course_option, format_option, say
from .titles import a_line

if TYPE_CHECKING:
    from ..exams.store import Kept


@click.command(
    epilog=example('exam void 2027-spring --reason "The paper was seen before."'),
    short_help=_("Declare a session void, with the reason."),
    help=_(
        "Enter into the journal that a session does not count, and why. Its public notice, where there is "
        "one, says so with the next build, with the reason. Nothing is deleted, and its items count as used."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option(
    "--reason",
    required=True,
    metavar="TEXT",
    callback=a_line,
    help=_("Why it does not count; the notice says it to everyone."),
)
@by_option
@course_option
@format_option
def void(name: str, reason: str, by: str, root: Path, style: str) -> None:
    with alone_with(root, name) as kept:
        _void(root, kept, reason, by)
    say(_("The session “{name}” is void").format(name=name))


def _void(root: Path, kept: "Kept", reason: str, by: str) -> None:
    """One that is void already only has its notice brought in line."""
    from ..exams.store import add
    from .notices import notice_file, notice_text, write_notice

    name = kept.folder.name
    old = notice_file(root, name)
    if kept.is_void and (old is None or old.notice.void is not None):
        raise click.ClickException(_("the session “{name}” is void already").format(name=name))
    if not kept.is_void:
        about = {"reason": reason, **({"notice": old.file.path} if old else {})}
        kept = add(kept, deed(by, "voided", about))
    if old:
        text = notice_text(old, {"journal": kept.entries[-1].hash, "void": reason})
        path = write_notice(root, name, text)
        say(_("{file} says so: build the site anew and publish it").format(file=path))
