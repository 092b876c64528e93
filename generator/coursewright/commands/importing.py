"""`coursewright import`, which is `items import` as well: other people's questions, into the bank."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import errors_in
from ..errors import SourceProblems
from ..words import Words
from .choosing import flat
from .formats import READ
from .given import given
from .import_told import say_counts, say_forms, say_guesses, show
from .item_options import LEVELS
from .sources import Course, an_id, understood
from .terminal import _, check_course, course_option, report, say

if TYPE_CHECKING:
    from ..exchange.draft import Data
    from ..exchange.importing import Imported, Importer

ITEMS = "items"
"""The bank of a file whose name has no letters."""


@dataclass(frozen=True)
class Taking:
    """What was said of a file that is to be put into the bank: `skip` takes less, `unexplained` more."""

    format: str | None
    bank: str | None
    objective: str | None
    level: str | None
    update: bool
    skip: bool
    unexplained: bool
    dry_run: bool


@click.command(
    "import",
    short_help=_("Put questions of a spreadsheet, a text or a learning platform into the bank."),
    help=_(
        "Read questions from FILE and put them into a bank: our own workbook, the sheets of Kaoshibao and "
        "Chaoxing, any table with headers (.xlsx, .csv), a text or Word file in the common Chinese form, "
        "Moodle XML, GIFT, QTI 2.1 and 3.0 with their pictures. Ids, objectives and levels that the file "
        "does not say are made or given here. Nothing is written while anything is wrong."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@course_option
@click.option(
    "--format",
    type=click.Choice(READ),
    help=_(
        "What the file is; told by its ending and its content if left out. Texts of “xlsx” are Markdown, "
        "those of other tables are not."
    ),
)
@click.option(
    "--bank",
    metavar="NAME",
    callback=an_id(1),
    help=_("File of the bank for new items, made if need be; named after FILE if left out."),
)
@click.option(
    "--objective",
    metavar="CHAPTER/SECTION/OBJECTIVE",
    callback=an_id(3),
    help=_("What items test that do not say it themselves."),
)
@click.option("--level", type=click.Choice(LEVELS), help=_("Level of items that do not say it themselves."))
@click.option("--update", is_flag=True, help=_("Replace items that are in a bank already, in their places."))
@click.option("--skip", is_flag=True, help=_("Leave out questions of a kind that no item has."))
@click.option(
    "--unexplained",
    is_flag=True,
    help=_("Take questions without an explanation as well; each then says that it has none."),
)
@click.option("--dry-run", is_flag=True, help=_("Show what would be written, and write nothing."))
def import_(*, file: Path, root: Path, **said: Any) -> None:
    from ..exchange.completing import Completing
    from ..exchange.formats import read, skipping
    from .titles import id_of

    taking = Taking(**said)
    raw, course = given(file), understood(root)
    if taking.objective and "objective" not in course.partial:
        course.refuse_unknown("objective", taking.objective, "--objective")
    prefix = id_of(file.stem) or ITEMS
    completing = Completing(prefix, taking.objective, taking.level, _objectives(course), _)
    importer = _importer(course, taking.bank or prefix, taking.update)
    sent = _sent(course, str(file), raw, taking.format)
    importer = replace(importer, unexplained=taking.unexplained, sent=sent)
    known = importer.known(prefix) if taking.update else None
    reading = read(str(file), raw, taking.format, _, course.sources.media, known=known)
    done = importer.imported(skipping(reading) if taking.skip else reading, completing)
    if errors_in(done.problems):
        raise SourceProblems(done.problems, first=str(file))
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
        partial(compiler.problems_after, course.root),
        with_items,
        course.errors(),
    )


def _sent(course: Course, name: str, raw: bytes, format: str | None) -> "dict[str, Data]":
    """What our own export in the file's format says of the bank, where the file does not say what it holds.

    Nothing where the course has errors, for then nothing of it goes out.
    """
    from ..exchange.cases import with_cases
    from ..exchange.formats import GIFT, MOODLE, QTI, QTI21, found_in, read
    from ..exchange.sheet import Unreadable
    from ..model.kinds import BANK
    from .choosing import Wanted, chosen
    from .export import sent_as

    try:
        found = format or found_in(name, raw)
    except Unreadable:
        return {}
    if found not in (GIFT, MOODLE, QTI, QTI21) or course.errors() or not course.sources.all(BANK):
        return {}
    checked = check_course(course.root)
    words = Words(checked.site.course.language)
    bank = chosen(course.root, checked, Wanted(use="all"), words)
    content = sent_as(found, checked.site, bank, words).content
    reading = read(name, content, found, words, course.sources.media)
    return {draft.id: draft.data for draft in with_cases(reading.drafts, words).drafts}


def _write(course: Course, done: "Imported") -> None:
    """Write the banks and the pictures, and say what the file did not."""
    from ..model.medium import FOLDER

    if not done.texts:
        say(_("The bank says this already; nothing was written."))
        return
    media = {f"{FOLDER}{name}": content for name, content in done.media.items()}
    course.write({**media, **{path: text.encode() for path, text in done.texts.items()}})
    say_counts(done)
    say_guesses(done.changed)
    say_forms(done.drafts)
    if any(draft.id in done.fresh and draft.data.get("use") != "exam" for draft in done.drafts):
        say(_("No quiz asks new items yet: add their ids to a file in quizzes/practice."))


def _objectives(course: Course) -> dict[str, list[str]]:
    """The objectives of a section by what others may call it: its titles, or its id."""
    from ..model.kinds import SECTION

    found: dict[str, list[str]] = {}
    known = course.sources.all(SECTION)
    for id, title in _sections(course).items():
        if objectives := [f"{id}/{each.id}" for each in known[id].model.objectives]:
            for name in (title, title.partition("/")[2], id):
                found.setdefault(name, objectives)
    return found


def _sections(course: Course) -> dict[str, str]:
    """Titles of chapter and section by the section's id."""
    from ..model.kinds import CHAPTER, SECTION

    chapters = course.sources.all(CHAPTER)
    return {
        id: f"{flat(chapters[id.partition('/')[0]].model.title)}/{flat(section.model.title)}"
        for id, section in course.sources.all(SECTION).items()
        if id.partition("/")[0] in chapters
    }
