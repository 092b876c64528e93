"""Results of a session on its shelf: written whole with their entry in the journal, and read back."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..errors import CoursewrightError
from ..words import Words
from ..words import marked as _

if TYPE_CHECKING:
    from ..exams.grading.grading import Graded
    from ..exams.grading.judging import Decisions
    from ..exams.grading.outcome import Outcome
    from ..exams.store import Kept

Enter = Callable[[dict[str, Any]], Mapping[str, Any]]


class NotGraded(CoursewrightError):
    """A session without results."""

    message = _("the session “{detail}” has no results yet; “coursewright exam grade” makes them")


def put_results(made: "Graded", enter: Enter) -> None:
    """Write `results/`; `enter` makes the journal's entry of what it says of the files."""
    from ..exams.grading.grading import RESULTS
    from ..exams.grading.ledger import ledgers
    from ..exams.grading.letters import FILE, letters
    from ..exams.grading.report import reports
    from ..exams.shelf import digests, shelve
    from ..exams.store import add, refuse_changed

    words = Words(made.kept.session.language)
    files = {**made.data, **ledgers(made, words), **reports(made, words), FILE: letters(made, words)}
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


def decisions_of(kept: "Kept") -> "Decisions":
    return {}
