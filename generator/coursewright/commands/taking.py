"""A file of items that somebody hands in, on its way into the bank; whichever command takes it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import errors_in
from ..errors import SourceProblems
from .given import given
from .import_told import say_counts, say_guesses, show
from .sources import Course, understood
from .terminal import _, report, say

if TYPE_CHECKING:
    from ..exchange.importing import Imported, Importer

ITEMS = "items"
"""The bank of a file whose name has no letters."""
LEVELS = ("recall", "understand", "apply", "analyse")


@dataclass(frozen=True)
class Taking:
    """A file that is to be put into the bank, and what its reader said of it; with `skip` less of it."""

    file: Path
    format: str | None
    bank: str | None
    objective: str | None
    level: str | None
    update: bool = False
    dry_run: bool = False
    skip: bool = False


def taken(taking: Taking, root: Path) -> None:
    """Put the items of a file into the bank of the course at `root`. Raises SourceProblems."""
    from ..exchange.completing import Completing
    from ..exchange.formats import read, skipping
    from .titles import id_of

    raw, course = given(taking.file), understood(root)
    if taking.objective and "objective" not in course.partial:
        course.refuse_unknown("objective", taking.objective, "--objective")
    prefix = id_of(taking.file.stem) or ITEMS
    completing = Completing(prefix, taking.objective, taking.level, _objectives(course), _)
    importer = _importer(course, taking.bank or prefix, taking.update)
    known = importer.known(prefix) if taking.update else None
    reading = read(str(taking.file), raw, taking.format, _, known=known)
    done = importer.imported(skipping(reading) if taking.skip else reading, completing)
    if errors_in(done.problems):
        raise SourceProblems(done.problems, first=str(taking.file))
    if taking.dry_run:
        show(done)
    report(done.problems, "text")
    if not taking.dry_run:
        _write(course, done)


def _importer(course: Course, bank: str, update: bool) -> "Importer":
    """What puts items into the course; new ones into a bank that may not be there yet."""
    from .. import compiler
    from ..edit.banked import with_items
    from ..exchange.importing import Importer
    from ..model.kinds import BANK

    if BANK.file_of(bank) not in course.tree.files:
        course.refuse_place(BANK, bank, "--bank")
    return Importer(
        course.sources,
        bank,
        update,
        _,
        lambda texts: compiler.problems_after(course.root, texts),
        with_items,
        course.errors(),
    )


def _write(course: Course, done: "Imported") -> None:
    """Write the banks, and say what the file did not."""
    if not done.texts:
        say(_("The bank says this already; nothing was written."))
        return
    course.write({path: text.encode() for path, text in done.texts.items()})
    say_counts(done)
    say_guesses(done.changed)
    if done.fresh:
        say(_("No quiz asks new items yet: add their ids to a file in quizzes/practice."))


def _objectives(course: Course) -> dict[str, list[str]]:
    """The objectives of a section by what others may call it: its titles, or its id."""
    from ..model.kinds import SECTION

    found: dict[str, list[str]] = {}
    known = course.sources.all(SECTION)
    for id, title in sections(course).items():
        if objectives := [f"{id}/{each.id}" for each in known[id].model.objectives]:
            for name in (title, title.partition("/")[2], id):
                found.setdefault(name, objectives)
    return found


def sections(course: Course) -> dict[str, str]:
    """Titles of chapter and section by the section's id."""
    from ..model.kinds import CHAPTER, SECTION

    chapters = course.sources.all(CHAPTER)
    return {
        id: f"{_flat(chapters[id.partition('/')[0]].model.title)}/{_flat(section.model.title)}"
        for id, section in course.sources.all(SECTION).items()
        if id.partition("/")[0] in chapters
    }


def _flat(title: str) -> str:
    return title.replace("/", "／")
