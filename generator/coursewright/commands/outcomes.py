"""Results of a session on its shelf: written whole with their entry in the journal, and read back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..errors import CoursewrightError
from ..words import Words
from ..words import marked as _

if TYPE_CHECKING:
    from ..exams.grading.grading import Graded
    from ..exams.grading.marking import Judgments
    from ..exams.grading.outcome import Outcome
    from ..exams.store import Kept

Enter = Callable[[dict[str, Any]], Mapping[str, Any]]


class NotGraded(CoursewrightError):
    """A session without results."""

    message = _("the session “{detail}” has no results yet; “coursewright exam grade” makes them")


def put_results(made: "Graded", enter: Enter) -> None:
    """Write `results/`, with letters once nobody's result is open.

    `enter` makes the journal's entry of what it says of the files.
    """
    from ..exams.grading.grading import RESULTS
    from ..exams.grading.ledger import ledgers
    from ..exams.grading.letters import FILE, letters
    from ..exams.grading.report import reports
    from ..exams.shelf import digests, shelve
    from ..exams.store import add, refuse_changed

    words = Words(made.kept.session.language)
    files = {**made.data, **ledgers(made, words), **reports(made, words)}
    if not made.unmarked:
        files[FILE] = letters(made, words)
    refuse_changed(made.kept, {f"{RESULTS}/{name}": content for name, content in files.items()})
    shelve(made.kept.folder, RESULTS, files)
    add(made.kept, enter({"what": RESULTS, "files": digests(RESULTS, files)}))


def outcome_of(kept: "Kept") -> "Outcome":
    """Raises NotGraded, SessionDamaged, and FileChanged where results are not what was written."""
    from ..exams.grading.grading import RESULTS, RESULTS_FILE
    from ..exams.grading.outcome import read_outcome
    from ..exams.shelf import changed
    from ..exams.store import FileChanged, SessionDamaged

    file = kept.folder / RESULTS / RESULTS_FILE
    if not file.is_file():
        raise NotGraded(kept.folder.name)
    if wrong := [name for name in changed(kept.folder, kept.entries) if name.startswith(f"{RESULTS}/")]:
        raise FileChanged(str(kept.folder / wrong[0]))
    try:
        return read_outcome(file.read_bytes())
    except ValueError as error:
        raise SessionDamaged(str(file)) from error


def judgments_of(kept: "Kept") -> "Judgments":
    """What markers judged so far. Raises SessionDamaged."""
    from ..exams.grading.marking import FILE, FOLDER, Judgments, read_judgments
    from ..exams.recorded import as_recorded
    from ..exams.store import SessionDamaged

    file = kept.folder / FOLDER / FILE
    if not file.is_file():
        return Judgments()
    try:
        return read_judgments(as_recorded(kept, file))
    except ValueError as error:
        raise SessionDamaged(str(file)) from error


def written_of(kept: "Kept") -> "list[tuple[str, str, str]]":
    """Candidate, item and text of every written answer that results keep. Raises what `outcome_of` does."""
    from ..exams.grading.grading import RESULTS
    from ..exams.grading.marking import criteria_of
    from ..exams.grading.standing import written_answers

    outcome_of(kept)
    return written_answers(kept.folder / RESULTS, [*criteria_of(kept.session)])


def mark_again(kept: "Kept", held: "Judgments", by: str) -> "Graded":
    """Grade what is kept by what markers judged, and write it."""
    from ..exams.grading.grading import regraded
    from ..exams.grading.judging import answer_of, written_response
    from ..exams.grading.marking import criteria_of
    from ..exams.grading.ruling import rulings
    from ..exams.grading.tables import response_text
    from .deed import deed

    words, decisions = Words(kept.session.language), held.decisions
    decided = [
        (candidate, item, response_text(written_response(text, decisions.get(answer_of(item, text)))))
        for candidate, item, text in written_of(kept)
    ]
    agreement = held.agreement(criteria_of(kept.session))
    outcome = replace(outcome_of(kept), agreement=agreement and agreement.as_data())
    made = regraded(kept, outcome, rulings(kept.entries), words, decided)
    put_results(made, lambda files: deed(by, "graded", {"marked": len(held.decisions), **files}))
    return made
