"""`coursewright exam grade`: answers that came back, listed loudly, and graded once that was seen."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import __version__
from ..errors import PROBLEMS
from .deed import alone_with, by_option, deed
from .example import example
from .said import as_entry, said_of, said_options, say_of_browsers, say_of_spares
from .table import print_table
from .terminal import Progress, _, course_option, say, turn_to

if TYPE_CHECKING:
    from ..diagnostics import Problem
    from ..exams.grading.gathering import Gathering, Roster, Said
    from ..exams.grading.grading import Graded
    from ..exams.store import Kept

SHORT = 8
"""Digits of the listing's digest that are typed."""
MOST_OF_A_CODE = 20
"""Findings of one code that are shown; the rest are counted, and all are kept in results.json."""

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
ANSWERS = click.Path(path_type=Path, exists=True)


@click.command(
    "grade",
    epilog=example(
        "exam grade 2027-spring responses --roster roster.xlsx",
        "exam grade 2027-spring responses --roster roster.xlsx --accept 3f9c21ab",
    ),
    short_help=_("Grade the answers of a session, after listing all that is wrong with them."),
    help=_(
        "Grade the answers of a session: those of the answer sheets that “exam scan” read, and those in "
        "FILES: sealed responses (.cwr, pasted texts, pictures of their codes, a folder of them), tables "
        "of keyed-in answers (.xlsx, .csv), pushes of a form service (JSON), QTI results reports. "
        "Whatever does not fit is listed with its file: who is missing or on no roster, answers twice, of "
        "another session or form, late, or not to be read. Then nothing is written until the listing is "
        "accepted by the code that it ends with. Results are kept in the session's folder results/, as "
        "tables, as letters to candidates and as a report."
    ),
)
@click.argument("name", metavar="SESSION")
@click.argument("files", metavar="[FILES…]", type=ANSWERS, nargs=-1)
@click.option(
    "--roster",
    type=FILE,
    metavar="FILE",
    help=_("Who is to sit the exam; those for whom sheets were printed if left out."),
)
@said_options
@click.option("--accept", metavar="CODE", help=_("The code of the listing that you have seen."))
@by_option
@course_option
def grade(
    *,
    name: str,
    files: tuple[Path, ...],
    roster: Path | None,
    accept: str | None,
    by: str,
    root: Path,
    **given: tuple[str, ...],
) -> None:
    with alone_with(root, name) as kept:
        turn_to(kept.session.language)
        kept.refuse_void()
        kept.refuse_damaged()
        _grade(kept, files, roster, said_of(kept, **given), accept=accept, by=by)


def _grade(
    kept: "Kept", files: Sequence[Path], roster: Path | None, said: "Said", *, accept: str | None, by: str
) -> None:
    from .answers import roster_of

    people = roster_of(kept, roster)
    with Progress(_("Reading answers …")):
        found = gathering(kept, files, people, said)
    _list(found)
    say_of_browsers(found)
    say_of_spares(found)
    code = found.listing[:SHORT]
    if not found.is_clean and accept != code:
        if accept:
            say(_("This is not the listing of the code {code}.").format(code=accept), err=True)
        nothing = _("Nothing was written. If this is as it should be, say so with: --accept {code}")
        say(nothing.format(code=code), err=True)
        raise click.exceptions.Exit(PROBLEMS)
    _write(kept, found, people, said, by)


def gathering(kept: "Kept", files: Sequence[Path], people: "Roster", said: "Said") -> "Gathering":
    """Everything that came. Raises NoOrdinaryFile, SessionDamaged."""
    from ..exams.grading.gathering import Gatherer
    from ..exams.grading.taking import Taking
    from ..exams.sealing.arriving import may_be_sealed
    from ..words import Words
    from .answers import gathered, scanned, sealed

    asked = kept.session.asked(Words(kept.session.language))
    taking = Taking(kept.session, asked, people.assigned)
    given = list(dict.fromkeys(files))
    closed = [file for file in given if may_be_sealed(file)]
    read = [scanned(kept), *([sealed(closed, kept)] if closed else [])]
    for file in given:
        if file not in closed:
            each, source = gathered(file, taking)
            read.append((each, [source]))
    gatherer = Gatherer(kept.session, asked, people, said, _state(kept))
    return gatherer.gathering(
        [each for each, _sources in read], [source for _each, sources in read for source in sources]
    )


def _state(kept: "Kept") -> str:
    """A digest of what was done to a session: rulings, judgments, decisions on scans, publications. Gradings
    are left out, which decide nothing: the same a second time gives the same."""
    from ..exams.session import digest

    return digest([[each.did, each.about] for each in kept.entries if each.did != "graded"])


def _list(found: "Gathering") -> None:
    """Every finding with its place, and what there is of each kind."""
    by_code: dict[str, list[Problem]] = {}
    for problem in found.problems:
        by_code.setdefault(problem.code, []).append(problem)
    shown = [each for own in by_code.values() for each in own[:MOST_OF_A_CODE]]
    if shown:
        print_table((_("place"), _("code"), _("what"), _("then")), map(_row, shown))
    for code, own in by_code.items():
        if (more := len(own) - MOST_OF_A_CODE) > 0:
            say(_.plural("{code}: and {count} more", "{code}: and {count} more", more, code=code))
    _say_counts(found)


def _row(problem: "Problem") -> tuple[str, str, str, str]:
    place = problem.place
    where = f"{place.file}:{place.line}:{place.column}"
    then = _("does not count") if problem.severity == "error" else _("to be seen")
    return where, problem.code, problem.message(_), then


def _say_counts(found: "Gathering") -> None:
    came = sum(source.sittings for source in found.sources)
    files = _.plural("{count} file", "{count} files", len(found.sources))
    sittings = _.plural("{count} sitting in it", "{count} sittings in them", came)
    counted = _.plural("{count} candidate counts", "{count} candidates count", len(found.counted))
    aside = _.plural("{count} finding does not count", "{count} findings do not count", found.aside)
    absent = _.plural("{count} candidate absent", "{count} candidates absent", len(found.absent))
    say(_(", ").join((files, sittings, counted, aside, absent)))


def _write(kept: "Kept", found: "Gathering", people: "Roster", said: "Said", by: str) -> None:
    from ..exams.grading.grading import Basis, graded
    from ..exams.grading.ruling import rulings
    from ..words import Words
    from .outcomes import judgments_of, put_results

    words = Words(kept.session.language)
    with Progress(_("Grading …")):
        basis = Basis(__version__, rulings(kept.entries), judgments_of(kept))
        made = graded(kept, found, people, basis, words)
        about = {
            "listing": found.listing,
            "sources": {source.file: source.digest for source in found.sources},
            "counted": len(found.counted),
            "absent": len(found.absent),
            "findings": dict(Counter(problem.code for problem in found.problems)),
            **as_entry(said),
        }
        put_results(made, lambda files: deed(by, "graded", {**about, **files}))
    say_results(made)


def say_results(made: "Graded") -> None:
    from ..exams.grading.letters import MOST_KEPT

    passed = sum(each.passed is True for each in made.standings)
    said = _.plural(
        "{passed} of {count} candidate passed; results are in {folder}",
        "{passed} of {count} candidates passed; results are in {folder}",
        len(made.standings),
        passed=passed,
        folder=made.kept.folder / "results",
    )
    say(said)
    if made.unmarked:
        left = _.plural(
            "{count} candidate has written answers to be marked first: “coursewright exam mark {name}”",
            "{count} candidates have written answers to be marked first: “coursewright exam mark {name}”",
            made.unmarked,
            name=made.kept.folder.name,
        )
        say(left)
    elif len(made.standings) > MOST_KEPT:
        most = _("Letters to more than {most} candidates are not kept; write them with: {command}")
        command = f"coursewright exam letters {made.kept.folder.name} FOLDER"
        say(most.format(most=MOST_KEPT, command=command))
