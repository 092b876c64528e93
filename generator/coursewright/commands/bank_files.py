"""`coursewright items import`, `export` and `template`: files of items, in and out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Place, Problem, errors_in
from ..errors import SourceProblems
from .sources import Course, an_id, opened
from .taking import LEVELS, Taking, sections, taken
from .terminal import _, course_option, report, say

if TYPE_CHECKING:
    from ..exchange.carried import Row
    from ..exchange.names import Names
    from ..model.items.bank import Bank
    from ..words import Words

READ = ("bank", "kaoshibao", "chaoxing", "csv", "text", "word")
WRITTEN = ("bank", "kaoshibao", "chaoxing", "text", "word")


@click.command(
    "import",
    short_help=_("Put the items of a spreadsheet or a text into the bank."),
    help=_(
        "Read items from FILE and put them into a bank: our own workbook, the sheets of Kaoshibao and "
        "Chaoxing, any table with headers (.xlsx, .csv), or a text or Word file in the common Chinese form. "
        "Nothing is written while anything is wrong."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@course_option
@click.option(
    "--format",
    "format",
    type=click.Choice(READ),
    help=_("What the file is; told by its ending and its content if left out."),
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
@click.option("--dry-run", is_flag=True, help=_("Show what would be written, and write nothing."))
def import_(
    *,
    file: Path,
    root: Path,
    format: str | None,
    bank: str | None,
    objective: str | None,
    level: str | None,
    update: bool,
    dry_run: bool,
) -> None:
    taken(Taking(file, format, bank, objective, level, update=update, dry_run=dry_run), root)


# out


@click.command(
    short_help=_("Write items of the bank to a spreadsheet, a text or a Word file."),
    help=_(
        "Write the items of the bank to FILE: our own workbook, which carries everything; the sheets of "
        "Kaoshibao or Chaoxing; a text or a Word file. The file has the answers in it."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@course_option
@click.option(
    "--format",
    "format",
    type=click.Choice(WRITTEN),
    help=_("What to write; told by the ending of FILE if left out: .xlsx is our own workbook."),
)
@click.option("--bank", "banks", multiple=True, metavar="NAME", help=_("Only this bank; may be given again."))
@click.option(
    "--use",
    type=click.Choice(("practice", "exam", "all")),
    default="practice",
    help=_("Which items: those for practice if left out."),
)
def export(file: Path, root: Path, format: str | None, banks: tuple[str, ...], use: str) -> None:
    from ..exchange.exporting import Exporter
    from ..exchange.formats import format_of
    from ..stage import write_files

    chosen = format or format_of(file.name)
    if chosen not in WRITTEN:
        said = _("choose among {names}").format(names=", ".join(WRITTEN))
        raise click.BadParameter(said, param_hint="--format")
    course = opened(root)
    bank = _chosen(course, banks, use)
    done = Exporter(str(file), _names(course), _).exported(bank, chosen)
    if errors_in(done.problems):
        raise SourceProblems(done.problems)
    report([*done.problems, Problem("CW1020", Place(str(file)))], "text")
    write_files({file.name: done.content}, file.parent)
    say(_.plural("{count} item in {file}", "{count} items in {file}", done.count, file=file), err=True)


def _chosen(course: Course, banks: tuple[str, ...], use: str) -> "Bank":
    """One bank of all items that were asked for, as their authors wrote them."""
    from ..model.items.bank import Bank
    from ..model.kinds import BANK

    known = course.sources.all(BANK)
    for name in banks:
        if name not in known:
            said = _("there is no bank “{name}”; there are: {known}").format(
                name=name, known=", ".join(known)
            )
            raise click.BadParameter(said, param_hint="--bank")
    items = [
        item
        for id, bank in known.items()
        if not banks or id in banks
        for item in Bank.model_validate(bank.file.data).items
        if use in ("all", item.use)
    ]
    if not items:
        raise click.BadParameter(_("there are no such items"), param_hint="--use")
    return Bank(items=tuple(items))


def _names(course: Course) -> "Names":
    from ..exchange.names import Names
    from ..model.kinds import COURSE, SECTION

    loaded = course.sources.one(COURSE)
    assert loaded, "a course without errors has one"
    about = loaded.model
    objectives = {
        f"{id}/{objective.id}": objective.text
        for id, section in sorted(course.sources.all(SECTION).items())
        for objective in section.model.objectives
    }
    return Names(about.title, about.owner, about.language, about.moment, objectives, sections(course))


@click.command(
    short_help=_("Make a workbook to write items in, with examples of every type."),
    help=_(
        "Make FILE.xlsx, a workbook for Excel or WPS to write items in: lists to choose from, an example of "
        "every type, and what each column wants. “items import” reads it."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.xlsx")
@course_option
def template(file: Path, root: Path) -> None:
    from ..exchange.bank_book import workbook
    from ..exchange.carried import rows
    from ..exchange.plain import plain_items
    from ..stage import write_files
    from ..words import Words

    course = opened(root)
    words = Words(course.sources.language or "en")
    names = _names(course)
    examples = list(_at_home(rows(plain_items(_examples(words)), words), _first_objectives(course, names)))
    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter(_("the file's name ends in .xlsx"), param_hint="FILE.xlsx")
    if file.exists():
        said = _("{file} is there already; choose another name").format(file=file)
        raise click.BadParameter(said, param_hint="FILE.xlsx")
    write_files({file.name: workbook([], names, words, examples)}, file.parent)
    say(_("Written: {file}").format(file=file))


def _first_objectives(course: Course, names: "Names") -> list[str]:
    """Those of the first chapter that has any, in the order of its sections."""
    from ..model.kinds import CHAPTER, COURSE

    loaded = course.sources.one(COURSE)
    chapters = course.sources.all(CHAPTER)
    for chapter in loaded.model.chapters if loaded else ():
        sections = [f"{chapter}/{section}/" for section in chapters[chapter].model.sections]
        if found := [id for section in sections for id in names.objectives if id.startswith(section)]:
            return found
    return []


def _at_home(rows: "Iterable[Row]", objectives: Sequence[str]) -> "Iterator[Row]":
    """Rows of another course with ids that say so, objectives of this one, and nothing else of the other."""
    for at, row in enumerate(rows):
        own = {"id": f"example-{at + 1:02}"}
        if "case" in row:
            own["case"] = "example-case"
        if objectives:
            own["objective"] = objectives[at % len(objectives)]
        foreign = ("objective", "nodes", "competencies")
        yield {**{name: text for name, text in row.items() if name not in foreign}, **own}


def _examples(words: "Words") -> "Bank":
    """An item of every type, those of the starter."""
    from ..load.source_file import read_source
    from ..model.items.bank import Bank
    from ..starter import starter_files

    files: Mapping[str, bytes] = starter_files("zh-CN" if words.language == "zh_CN" else "en")
    source = read_source("", files["quizzes/bank/basics.yml"])
    return Bank.model_validate(source.data)
