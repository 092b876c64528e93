"""`coursewright items`: the bank as a table, and how good its items are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .audit import audit
from .export import export_items
from .importing import import_
from .item_options import LEVELS
from .published import refuse_published, write_apart
from .template import template
from .terminal import _, check_course, course_option, say

if TYPE_CHECKING:
    from rich.table import Table

    from ..audit.register import Cell, Row
    from ..compiler import Checked

SHOWN = ((200, (0, 1, 2, 3, 4, 6, 7)), (100, (0, 1, 3, 4, 7)), (0, (0, 1, 7)))
"""Which columns of the table stand in a terminal that is so wide: the file is a title."""
ROOMY = 120
"""From which width on the coverage has the types."""
LEAST = 16
"""Of a stem, in columns of a terminal."""


@click.group(
    invoke_without_command=True,
    short_help=_("The bank as a table, and how good its items are."),
    help=_(
        "List every question of the bank, those reserved for exams included, and what they cover: objective "
        "by level, type and use. A narrow window shows fewer columns; --csv and --xlsx have them all. "
        "For the trainer only: what is written is not for the site."
    ),
)
@course_option
@click.option(
    "--csv", "csv", type=click.Path(dir_okay=False, path_type=Path), help=_("Write the table as CSV.")
)
@click.option(
    "--xlsx",
    "xlsx",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Write the table and the coverage as an Excel workbook."),
)
@click.pass_context
def items(context: click.Context, root: Path, csv: Path | None, xlsx: Path | None) -> None:
    from ..audit.register import covered, rows

    if context.invoked_subcommand is not None:
        return
    for option, file in (("--csv", csv), ("--xlsx", xlsx)):
        if file:
            refuse_published(root, file, option)
    checked = check_course(root)
    listed = rows(checked.sources, checked.site.groups)
    counts = covered(checked.sources, listed)
    if csv or xlsx:
        for file, content in _files(checked, listed, counts, csv, xlsx).items():
            write_apart(root, file, content)
            say(_("Written: {file}").format(file=file))
        return
    _print_rows(listed)
    print_coverage(counts)


def _files(
    checked: "Checked",
    listed: "tuple[Row, ...]",
    counts: "Mapping[str, Counter[Cell]]",
    csv: Path | None,
    xlsx: Path | None,
) -> dict[Path, bytes]:
    from ..press.cells import csv_bytes
    from ..render.workbook import Sheet, workbook

    table = [_heading(), *map(_cells, listed)]
    files: dict[Path, bytes] = {}
    if csv:
        files[csv] = csv_bytes(table)
    if xlsx:
        sheets = (
            Sheet(_("Items"), table, (26, 16, 32, 12, 10, 28, 28, 80)),
            Sheet(_("Coverage"), _coverage_table(counts), (32, 14)),
        )
        course = checked.site.course
        files[xlsx] = workbook(sheets, course.title, course.owner, course.moment)
    return files


def _heading() -> list[str]:
    names = (_("id"), _("type"), _("objective"), _("level"), _("use"), _("file"), _("asked in"), _("stem"))
    return list(names)


def _cells(row: "Row") -> list[str]:
    type, level, use = _type(row.type), _level(row.level), _use(row.use)
    return [row.id, type, row.objective, level, use, row.file, ", ".join(row.quizzes), row.stem]


def _type(type: str) -> str:
    from ..exchange.types import NAMES

    return NAMES[type][_.language != "zh_CN"]


def _level(level: str) -> str:
    from ..exchange.naming import LEVELS

    return LEVELS[level] if _.language == "zh_CN" else level


def _use(use: str) -> str:
    from ..exchange.naming import USES

    return USES[use] if _.language == "zh_CN" else use


def _coverage_table(counts: "Mapping[str, Counter[Cell]]") -> list[list[str | int]]:
    """An objective a row, a level with its type and use a column; the last row has the sums."""
    cells = sorted({cell for each in counts.values() for cell in each}, key=_rank)
    heading: list[str | int] = [_("objective"), *map(_named, cells), _("all")]
    rows = [_counted(objective, each, cells) for objective, each in counts.items()]
    return [heading, *rows, _counted(_("all"), sum(counts.values(), Counter()), cells)]


def _named(cell: "Cell") -> str:
    level, type, use = cell
    return " · ".join((_level(level), _type(type), _use(use)))


def _rank(cell: "Cell") -> tuple[int, str, str]:
    return LEVELS.index(cell[0]), cell[1], cell[2]


def _counted(name: str, counts: "Counter[Cell]", cells: "list[Cell]") -> list[str | int]:
    return [name, *(counts[cell] or "" for cell in cells), counts.total()]


def _print_rows(listed: "tuple[Row, ...]") -> None:
    """A table a file, each stem as far as there is room."""
    from rich.console import Console

    console = Console()
    for file, rows in groupby(listed, lambda row: row.file):
        console.print(_table(file, rows, console.width))


def _table(file: str, rows: "Iterable[Row]", width: int) -> "Table":
    from rich.box import SIMPLE
    from rich.cells import cell_len
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=SIMPLE, show_edge=False, padding=(0, 1, 0, 0), title=escape(file), title_justify="left")
    shown = next(columns for least, columns in SHOWN if width >= least)
    lines = [[cells[at] for at in shown] for cells in (_heading(), *map(_cells, rows))]
    *widths, _stem = (max(map(cell_len, column)) + 1 for column in zip(*lines, strict=True))
    left = width - sum(widths) - len(shown)
    for name, its in zip(lines[0], (*widths, max(LEAST, left)), strict=True):
        table.add_column(name, width=its, no_wrap=True, overflow="ellipsis")
    for line in lines[1:]:
        table.add_row(*map(escape, line))
    return table


def print_coverage(counts: "Mapping[str, Counter[Cell]]") -> None:
    """Objective by level; what is reserved for exams behind a plus."""
    from rich.box import SIMPLE
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table

    console = Console()
    table = Table(box=SIMPLE, show_edge=False, title=_("Coverage: practice + exam"), title_justify="left")
    has_types = console.width >= ROOMY
    table.add_column(_("objective"), overflow="fold")
    for name in (*map(_level, LEVELS), _("all")):
        table.add_column(name, justify="right", no_wrap=True, min_width=cell_len(name))
    if has_types:
        table.add_column(_("types"), overflow="fold")
    for objective, each in (*counts.items(), (_("all"), sum(counts.values(), Counter()))):
        types = [_types(each)] if has_types else []
        table.add_row(objective, *(_levelled(each, level) for level in (*LEVELS, "")), *types)
    console.print(table)


def _levelled(counts: "Counter[Cell]", level: str) -> str:
    """The questions of a level, or of all, as “3” or “3 + 1”."""
    of: Counter[str] = Counter()
    for (its, _type, use), count in counts.items():
        of[use] += count if level in ("", its) else 0
    exam = f" + {of['exam']}" if of["exam"] else ""
    return f"{of['practice'] or (0 if exam or not level else '')}{exam}"


def _types(counts: "Counter[Cell]") -> str:
    of: Counter[str] = Counter()
    for (_level, type, _use), count in counts.items():
        of[_type(type)] += count
    return ", ".join(f"{type} {count}" for type, count in of.most_common())


for command in (audit, import_, export_items, template):
    items.add_command(command)
