"""`coursewright exam announce`: the public notice of a session, with the commitment to its keys."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import errors_in
from ..errors import SourceProblems
from ..model.clock import as_clock
from .deed import alone_with, by_option, deed
from .example import example
from .terminal import _, course_option, format_option, say

if TYPE_CHECKING:
    from ..exams.store import Kept
    from .notices import NoticeFile

Said = dict[str, str | None]
"""Fields of the notice as the command line says them."""


def _not_past(_context: click.Context, _parameter: click.Parameter, day: str) -> str:
    """What is no day is told with the notice's other problems."""
    try:
        is_past = datetime.date.fromisoformat(day) < datetime.date.today()
    except ValueError:
        return day
    if is_past:
        said = _(
            "{day} is past: keys that are committed to after the exam may have been changed after it. "
            "Announce a session today at the latest"
        )
        raise click.BadParameter(said.format(day=day))
    return day


def _clock(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """A time of day as HH:MM; one that was written in another way is said as it is understood."""
    if text is None:
        return None
    if not (time := as_clock(text)):
        said = _("“{text}” is no time of day: HH:MM from 00:00 to 23:59, such as 09:00 or 14:30")
        raise click.BadParameter(said.format(text=text))
    if time != text:
        say(_("“{text}” is taken as {time}.").format(text=text, time=time), err=True)
    return time


@click.command(
    epilog=example("exam announce 2027-spring --date 2027-03-20 --begins 09:00"),
    short_help=_("Write the public notice of a session, with the commitment to its keys."),
    help=_(
        "Write quizzes/notices/SESSION.yml: day, place, and the SHA-256 digest of the file with all keys, by "
        "which anyone can check after the exam that no key was changed. The exam's page shows it with the "
        "next build. Enters into the session's journal that it was published. Announced again, such as for "
        "another day, the notice keeps whatever is not said anew."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option(
    "--date",
    required=True,
    metavar="YYYY-MM-DD",
    callback=_not_past,
    help=_("The day of the exam, today at the earliest."),
)
@click.option("--begins", metavar="HH:MM", callback=_clock, help=_("When it begins, from 00:00 to 23:59."))
@click.option("--place", metavar="TEXT", help=_("Where it is."))
@click.option("--note", metavar="TEXT", help=_("What else candidates must know."))
@by_option
@course_option
@format_option
def announce(name: str, root: Path, by: str, style: str, **said: str | None) -> None:
    with alone_with(root, name) as kept:
        kept.refuse_void()
        kept.refuse_damaged()
        path = _publish(root, kept, by, said)
    say(_("Written: {file}").format(file=path))
    say(_("Commitment to the keys: {digest}").format(digest=kept.commitment))


def _publish(root: Path, kept: "Kept", by: str, said: Said) -> str:
    from ..compiler import problems_with
    from ..exams import journal
    from ..exams.store import add
    from ..model.kinds import NOTICE
    from .notices import notice_file, notice_text, write_notice

    name, now = kept.folder.name, datetime.datetime.now()
    old, path = notice_file(root, name), NOTICE.file_of(name)
    said = _with_what_stays(kept, old, {**said, "announced": now.date().isoformat()})
    refuse_begun(said, now)
    entry = deed(by, "published", _about(kept, path, said))
    last = journal.added(kept.entries, **entry)[-1].hash
    text = notice_text(old, _notice(kept, {**said, "journal": last}))
    problems = problems_with(root, path, text)
    if errors_in(problems):
        raise SourceProblems(problems)
    add(kept, entry)
    return write_notice(root, name, text)


def _with_what_stays(kept: "Kept", old: "NoticeFile | None", said: Said) -> Said:
    """With what an earlier notice says and this one does not; a title that somebody else wrote stays."""
    exam = kept.session.blueprint.title
    if old is None:
        return {**said, "title": f"{exam} {said['date']}"}
    is_ours = old.notice.title == f"{exam} {old.notice.date}"
    return {
        **said,
        "title": f"{exam} {said['date']}" if is_ours else old.notice.title,
        "begins": said["begins"] or old.notice.begins,
        "place": said["place"] or old.notice.place,
        "note": said["note"] or old.notice.note,
    }


def refuse_begun(said: Said, now: datetime.datetime) -> None:
    """Raises BadParameter where the exam began before now, by the clock of this machine."""
    begins = said["begins"]
    if begins and said["date"] == now.date().isoformat() and begins < now.strftime("%H:%M"):
        told = _(
            "{day} {begins} is past: keys that are committed to after the exam began may have been changed "
            "since. Announce a session before it begins"
        )
        raise click.BadParameter(told.format(day=said["date"], begins=begins), param_hint="--begins")


def _about(kept: "Kept", path: str, said: Said) -> dict[str, Any]:
    """What the journal has of a publication, by which a notice that was changed since is found."""
    from ..exams.publication import SAID

    return {"notice": path, "commitment": kept.commitment, **{field: said[field] for field in SAID}}


def _notice(kept: "Kept", said: Said) -> dict[str, Any]:
    """Its fields, in the order in which they stand."""
    from ..exams.publication import facts

    own = facts(kept)
    return {
        "exam": own.pop("exam"),
        **{field: said[field] for field in ("title", "date", "begins", "place") if said[field]},
        **own,
        **{field: said[field] for field in ("journal", "announced", "note") if said[field]},
    }
