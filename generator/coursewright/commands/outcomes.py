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
    from ..exams.deposit import deposit
    from ..exams.grading.grading import RESULTS
    from ..exams.shelf import digests
    from ..exams.store import refuse_changed
    from ..press.packages import makers

    files = {**made.data, **shown(made)}
    refuse_changed(made.kept, {f"{RESULTS}/{name}": content for name, content in files.items()})
    entry = enter({"what": RESULTS, "press": makers(), "files": digests(RESULTS, files)})
    deposit(made.kept, RESULTS, files, entry)


def shown(made: "Graded") -> dict[str, bytes]:
    """What people read of results, by the names of files: lists, reports, and letters once all is marked."""
    from ..exams.grading.ledger import ledgers
    from ..exams.grading.letters import letters
    from ..exams.grading.report import reports

    words = Words(made.kept.session.language)
    files = {**ledgers(made, words), **reports(made, words)}
    return files if made.unmarked else {**files, **letters(made, words)}


def results_of(kept: "Kept") -> "Graded":
    """What is kept of results, as it was graded. Raises what `outcome_of` does."""
    from ..exams.grading.grading import RESULTS, Graded
    from ..exams.grading.standing import standings

    outcome = outcome_of(kept)
    return Graded(kept, outcome, standings(kept.folder / RESULTS), {})


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


def graded_again(kept: "Kept", held: "Judgments") -> "Graded":
    """What follows from the answers that are kept, by keys, rulings and judgments; nothing is written."""
    from ..exams.grading.grading import regraded
    from ..exams.grading.judging import answer_of, written_response
    from ..exams.grading.marking import criteria_of
    from ..exams.grading.ruling import rulings
    from ..exams.grading.tables import response_text

    words, decisions = Words(kept.session.language), held.decisions
    decided = [
        (candidate, item, response_text(written_response(text, decisions.get(answer_of(item, text)))))
        for candidate, item, text in written_of(kept)
    ]
    agreement = held.agreement(criteria_of(kept.session))
    outcome = replace(outcome_of(kept), agreement=agreement and agreement.as_data())
    return regraded(kept, outcome, rulings(kept.entries), words, decided)


def mark_again(kept: "Kept", held: "Judgments", by: str) -> "Graded":
    """Grade what is kept by what markers judged, and write it."""
    from .deed import deed

    made = graded_again(kept, held)
    put_results(made, lambda files: deed(by, "graded", {"marked": len(held.decisions), **files}))
    return made
