"""`coursewright exam void`: a session that does not count, with the reason, in journal and notice.

One that cannot be read is set aside: its folder stays as it was found, and a journal beside it says why.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .deed import alone, alone_with, by_option, deed
from .example import example
from .terminal import _, course_option, format_option, say
from .titles import a_line

if TYPE_CHECKING:
    from ..exams.store import Kept
    from .notices import NoticeFile


@click.command(
    epilog=example('exam void 2027-spring --reason "The paper was seen before."'),
    short_help=_("Declare a session void, with the reason."),
    help=_(
        "Enter into the journal that a session does not count, and why. Its public notice, where there is "
        "one, says so with the next build, with the reason. Nothing is deleted, and its items count as used. "
        "A session that is damaged and cannot be read is set aside: aside.jsonl beside it says by whom, why, "
        "and what was found in its folder, which stays as it is."
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
    from ..exams.aside import FILE
    from ..exams.store import JournalCut, SessionDamaged

    try:
        with alone_with(root, name) as kept:
            _void(root, kept, reason, by)
    except (SessionDamaged, JournalCut) as error:
        say(error.said(_), err=True)
        with alone(root):
            _set_aside(root, name, reason, by)
        said = _("The session “{name}” is set aside; {file} says so, and its folder is as it was found")
        say(said.format(name=name, file=root / FILE))
    else:
        say(_("The session “{name}” is void").format(name=name))


def _set_aside(root: Path, name: str, reason: str, by: str) -> None:
    """One that is set aside already only has its notice brought in line, with the reason of then."""
    from ..exams.aside import put_aside, set_aside
    from .notices import notice_file

    old, before = notice_file(root, name), set_aside(root).get(name)
    if before and (old is None or old.notice.void is not None):
        raise click.ClickException(_("the session “{name}” is set aside already").format(name=name))
    if before is None:
        put_aside(root, name, deed(by, "voided", {"reason": reason}))
    if old:
        _tell(root, name, old, {"void": str(before.about.get("reason", reason)) if before else reason})


def _tell(root: Path, name: str, old: "NoticeFile", said: Mapping[str, str]) -> None:
    """Everyone, by the notice."""
    from .notices import notice_text, write_notice

    path = write_notice(root, name, notice_text(old, said))
    say(_("{file} says so: build the site anew and publish it").format(file=path))


def _void(root: Path, kept: "Kept", reason: str, by: str) -> None:
    """One that is void already only has its notice brought in line, with the reason of then."""
    from ..exams.store import add
    from .notices import notice_file

    name = kept.folder.name
    old = notice_file(root, name)
    if kept.is_void and (old is None or old.notice.void is not None):
        raise click.ClickException(_("the session “{name}” is void already").format(name=name))
    if not kept.is_void:
        about = {"reason": reason, **({"notice": old.file.path} if old else {})}
        kept = add(kept, deed(by, "voided", about))
    if old:
        _tell(root, name, old, {"journal": kept.entries[-1].hash, "void": kept.void_reason or reason})
