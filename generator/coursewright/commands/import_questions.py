"""`coursewright import`: questions of learning platforms and other programs, into the bank."""

from pathlib import Path

import click

from .sources import an_id
from .taking import LEVELS, Taking, taken
from .terminal import _, course_option

READ = ("moodle-xml", "gift", "qti")


@click.command(
    "import",
    short_help=_("Put questions of a learning platform into the bank."),
    help=_(
        "Read questions from FILE and put them into a bank, as “items import” does with spreadsheets and "
        "texts: {formats}. Ids, objectives and levels that the file does not say are made or given here. "
        "Nothing is written while anything is wrong."
    ).format(formats="Moodle XML, GIFT, QTI 2.1, QTI 3.0"),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@course_option
@click.option(
    "--format",
    "format",
    type=click.Choice(READ),
    help=_("What the file is; told by its content if left out."),
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
    skip: bool,
    dry_run: bool,
) -> None:
    taken(Taking(file, format, bank, objective, level, update=update, dry_run=dry_run, skip=skip), root)
