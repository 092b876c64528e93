"""`coursewright items template`: a workbook to write items in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .choosing import names_of
from .terminal import _, check_course, course_option, say

if TYPE_CHECKING:
    from ..exchange.carried import Row
    from ..link import Site
    from ..model.items.bank import Bank
    from ..words import Words


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

    site = check_course(root).site
    words = Words(site.course.language)
    examples = list(_at_home(rows(plain_items(_examples(words)), words), _first_objectives(site)))
    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter(_("the file's name ends in .xlsx"), param_hint="FILE.xlsx")
    if file.exists():
        said = _("{file} is there already; choose another name").format(file=file)
        raise click.BadParameter(said, param_hint="FILE.xlsx")
    write_files({file.name: workbook([], names_of(site), words, examples)}, file.parent)
    say(_("Written: {file}").format(file=file))


def _first_objectives(site: "Site") -> list[str]:
    """Those of the first chapter that has any, in the order of its sections."""
    for chapter in site.chapters:
        if found := [
            f"{section.id}/{objective.id}"
            for section in chapter.sections
            for objective in section.model.objectives
        ]:
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
