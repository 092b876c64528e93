"""`coursewright exam sheets`: answer sheets for a roster, and what a room needs beside them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import errors_in, in_order
from ..errors import SourceProblems
from .deed import alone_with, by_option, deed
from .example import example
from .given import given
from .notices import notice_file
from .terminal import Progress, _, course_option, report, say, turn_to

if TYPE_CHECKING:
    from ..exams.appointment import Appointment
    from ..exams.printing import Printing
    from ..exams.store import Kept
    from ..model.candidate import Candidate

MOST_SPARE = 500


@click.command(
    "sheets",
    epilog=example("exam sheets 2027-spring --roster roster.xlsx --spare 5"),
    short_help=_("Print the answer sheets and lists of a session for a roster."),
    help=_(
        "Print into the session's folder, for everyone in the roster: an answer sheet with their name and "
        "form, and room by room a seat plan, an attendance list and a label for the envelope. Neighbours "
        "have different forms. The roster is a workbook (.xlsx) or values with commas (.csv), with the "
        "columns name and number, and if they are there department, room, seat and extra minutes. Where "
        "everything is on the sheets is kept in layout.json, by which they are read after the exam. What "
        "was printed before, for another roster, is kept beside it."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option(
    "--roster",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    metavar="FILE",
    help=_("Who sits the exam, and where."),
)
@click.option(
    "--spare",
    type=click.IntRange(0, MOST_SPARE),
    default=0,
    metavar="N",
    help=_(
        "So many spare sheets besides, on which a candidate marks a number and the form; where forms differ "
        "in what is marked under a number, so many of each form. None if left out."
    ),
)
@by_option
@course_option
def sheets(name: str, roster: Path, spare: int, by: str, root: Path) -> None:
    with alone_with(root, name) as kept:
        turn_to(kept.session.language)
        kept.refuse_void()
        kept.refuse_damaged()
        _print(root, kept, roster, spare, by)


def _print(root: Path, kept: "Kept", roster: Path, spare: int, by: str) -> None:
    from ..exams.deposit import deposit
    from ..exams.printing import printing_of
    from ..exams.seating import seated
    from ..exams.shelf import SHEETS, digests
    from ..press.packages import makers

    appointment = _appointment(root, kept)
    rooms = seated(candidates_of(roster), [form.code for form in kept.session.forms])
    with Progress(_("Printing …")):
        printing = printing_of(kept, rooms, spare, appointment)
        files = printing.files()
    about = {"what": SHEETS, "tag": printing.tag, "press": makers(), "files": digests(SHEETS, files)}
    folder = deposit(kept, SHEETS, files, deed(by, "printed", about))
    _say_counts(printing, folder)


def _appointment(root: Path, kept: "Kept") -> "Appointment | None":
    """As it was published, so that the labels can be printed again from what is on record.

    Raises SourceProblems where the notice says otherwise than the session.
    """
    from ..exams.appointment import Appointment
    from ..exams.publication import notice_problems

    found = notice_file(root, kept.folder.name)
    if found is None:
        return None
    if problems := list(notice_problems(found.file.place, kept, found.notice)):
        raise SourceProblems(problems)
    return Appointment(found.notice.date, found.notice.begins, found.notice.place)


def candidates_of(roster: Path) -> "list[Candidate]":
    """Everyone in the roster; warnings are reported. Raises SourceProblems."""
    from ..exchange.roster import read_roster

    found = read_roster(str(roster), given(roster), _)
    if errors_in(found.problems):
        raise SourceProblems(found.problems)
    report(in_order(found.problems), "text")
    return found.candidates


def _say_counts(printing: "Printing", folder: Path) -> None:
    said = _.plural(
        "{count} candidate, {pages} pages of answer sheets, in {folder}",
        "{count} candidates, {pages} pages of answer sheets, in {folder}",
        len(printing.places),
        pages=printing.paper,
        folder=folder,
    )
    say(said)
    _say_spare(printing)


def _say_spare(printing: "Printing") -> None:
    """They are of each form only where one layout does not fit all of them."""
    if forms := [form for form in printing.spare_sheets if form]:
        said = _("spare sheets besides, {count} of each form: {forms}")
        say(said.format(count=printing.spare, forms=_(", ").join(forms)))
    elif printing.spare:
        say(_("spare sheets besides, for any form: {count}").format(count=printing.spare))
