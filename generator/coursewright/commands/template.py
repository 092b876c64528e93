"""`coursewright items template`: a workbook to write items in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .choosing import names_of
from .terminal import _, check_course, course_option, say

if TYPE_CHECKING:
    from ..link import Site


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
    from ..exchange.examples import examples
    from ..stage import write_files
    from ..words import Words

    site = check_course(root).site
    words = Words(site.course.language)
    shown = list(examples(words, _first_objectives(site)))
    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter(_("the file's name ends in .xlsx"), param_hint="FILE.xlsx")
    if file.exists():
        said = _("{file} is there already; choose another name").format(file=file)
        raise click.BadParameter(said, param_hint="FILE.xlsx")
    write_files({file.name: workbook([], names_of(site), words, shown)}, file.parent)
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
