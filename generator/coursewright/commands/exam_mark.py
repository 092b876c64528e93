"""`coursewright exam mark`: written answers go out to be judged, and judgments come back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import Place, Problem
from ..errors import SourceProblems
from .deed import alone_with, by_option, deed
from .exam_grade import FILE, say_results
from .example import example
from .given import given
from .terminal import _, course_option, say, turn_to
from .titles import a_line

if TYPE_CHECKING:
    from ..exams.grading.judging import Answer
    from ..exams.grading.marking import Judgment, Judgments
    from ..exams.store import Kept

PAGE, SECOND, THIRD = "marking.html", "second.html", "third.html"


@click.command(
    "mark",
    epilog=example("exam mark 2027-spring", 'exam mark 2027-spring judgments.json --marker "Grace Hill"'),
    short_help=_("Write the page on which written answers are marked, or take in what was marked."),
    help=_(
        "Without FILE: write the folder marking/ of SESSION with a page of all written answers that nobody "
        "has judged, without names and in an order drawn by chance. It is opened in a browser and needs no "
        "network; what is judged leaves it as a file. With FILE and --marker: take that file in, and grade "
        "again. With --double a share of the answers is on a page for a second marker; where two differ, "
        "they are on the page third.html, and a third decides."
    ),
)
@click.argument("name", metavar="SESSION")
@click.argument("file", metavar="[FILE]", type=FILE, required=False)
@click.option("--marker", metavar="NAME", callback=a_line, help=_("Who judged what is in FILE."))
@click.option(
    "--double",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help=_("So many in a hundred of the answers for a second marker; as before, or none, if left out."),
)
@by_option
@course_option
def mark(
    *, name: str, file: Path | None, marker: str | None, double: int | None, by: str, root: Path
) -> None:
    if (file is None) != (marker is None):
        raise click.UsageError(_("FILE and --marker go together: whose judgments are they?"))
    from .outcomes import judgments_of

    with alone_with(root, name) as kept:
        turn_to(kept.session.language)
        kept.refuse_void()
        kept.refuse_damaged()
        held = judgments_of(kept)
        held = held if double is None else replace(held, double=double)
        if file and marker:
            _take(kept, held, file, marker, by)
        else:
            _send(kept, held, by)


def _send(kept: "Kept", held: "Judgments", by: str) -> None:
    left = _put(kept, held, _texts(kept), by, {})
    folder = kept.folder / "marking"
    if not left:
        say(_("No written answer is left to be judged"))
        return
    said = _.plural(
        "{count} answer to be judged, in {folder}",
        "{count} answers to be judged, in {folder}",
        left,
        folder=folder,
    )
    say(said)


def _put(kept: "Kept", held: "Judgments", texts: "dict[Answer, str]", by: str, about: dict[str, Any]) -> int:
    """Write the folder with its pages, and say so on record. Returns how many answers nobody has judged."""
    from ..exams.deposit import deposit
    from ..exams.grading.marking import FILE as JUDGED
    from ..exams.grading.marking import FOLDER, share, shuffled
    from ..exams.grading.marking_page import marking_page
    from ..exams.shelf import digests
    from ..words import Words

    seed, words, judged = kept.session.seed, Words(kept.session.language), held.by_answer
    pages = {
        PAGE: shuffled([each for each in texts if each not in judged], seed),
        SECOND: [each for each in share([*texts], held.double, seed) if len(judged.get(each, ())) < 2],
        THIRD: shuffled([each for each in held.disagreements if each in texts], seed),
    }
    files = {
        page: marking_page(kept.session, page, [(each, texts[each]) for each in answers], words)
        for page, answers in pages.items()
        if answers or page == PAGE
    }
    files[JUDGED] = held.as_bytes
    entry = deed(by, "marked", {"what": FOLDER, "files": digests(FOLDER, files), **about})
    deposit(kept, FOLDER, files, entry)
    return len(pages[PAGE])


def _texts(kept: "Kept") -> "dict[Answer, str]":
    """Every different written answer. Raises NotGraded."""
    from ..exams.grading.judging import answer_of
    from .outcomes import written_of

    return {answer_of(item, text): text for _candidate, item, text in written_of(kept)}


def _take(kept: "Kept", held: "Judgments", file: Path, marker: str, by: str) -> None:
    from .outcomes import mark_again

    texts, marker = _texts(kept), held.spelled(marker)
    found = _judgments(kept, file, marker, texts)
    if refused := held.refused(found):
        values = {"marker": marker, "count": len(refused)}
        raise SourceProblems([Problem("CW1537", Place(str(file)), values)])
    held = held.with_those(found)
    _put(kept, held, texts, by, {"marker": marker, "judgments": len(found)})
    say(_.plural("{count} judgment by {marker}", "{count} judgments by {marker}", len(found), marker=marker))
    if differing := len(held.disagreements):
        said = _.plural(
            "{count} answer is judged differently by two; a third person, none of the two, decides: {file}",
            "{count} answers are judged differently by two; a third person, none of the two, decides: {file}",
            differing,
            file=kept.folder / "marking" / THIRD,
        )
        say(said)
    say_results(mark_again(kept, held, by))


def _judgments(kept: "Kept", file: Path, marker: str, texts: "dict[Answer, str]") -> "Sequence[Judgment]":
    """Of a file that left the page. Raises SourceProblems for one that is none, or of another session."""
    from ..exams.grading.marking import TwiceJudged, judgments_in

    try:
        return judgments_in(given(file), kept.session, marker, texts)
    except TwiceJudged as error:
        raise SourceProblems([Problem("CW1536", Place(str(file)), {"count": error.count})]) from error
    except ValueError as error:
        raise SourceProblems([Problem("CW1524", Place(str(file)), {"session": kept.session.name})]) from error
