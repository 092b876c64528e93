"""Tables in the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..diagnostics.printable import escaped

if TYPE_CHECKING:
    from rich.table import Table

BETWEEN = 3
"""Columns of the terminal from cell to cell."""


def print_table(
    heading: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "", words: int | None = None
) -> None:
    """Print a table below its title, the first `words` columns to the left and figures to the right; without
    `words` all to the left. What is too wide goes on below: no word of a heading is cut, and figures that
    have no room beside the others follow in a table of their own, behind the same words."""
    from rich.console import Console
    from rich.text import Text

    console = Console()
    if title:
        console.print(Text(f"\n{title}", style="italic"))
    cells = [[escaped(cell) for cell in row] for row in rows]
    columns = [_Column(name, [row[at] for row in cells]) for at, name in enumerate(heading)]
    left = len(heading) if words is None else words
    for number, (named, figures) in enumerate(_parted(columns[:left], columns[left:], console.width)):
        if number:
            console.print()
        console.print(_table(named, figures, console.width))


@dataclass(frozen=True)
class _Column:
    heading: str
    cells: Sequence[str]

    @property
    def word(self) -> int:
        """The width of its heading's longest word."""
        return max(map(_wide, self.heading.split()), default=0)

    @property
    def least(self) -> int:
        """No cell is parted, nor is a word of its heading."""
        return max([self.word, *map(_wide, self.cells)])

    @property
    def whole(self) -> int:
        return max([_wide(self.heading), *map(_wide, self.cells)])


_Parted = tuple[Sequence[_Column], Sequence[_Column]]


def _parted(named: Sequence[_Column], figures: Sequence[_Column], room: int) -> Iterator[_Parted]:
    """Words with the figures that have room beside them, about as many in each table."""
    room -= sum(min(column.whole + BETWEEN, room // 2) for column in named)
    widths = [column.least + BETWEEN for column in figures]
    most = len(figures) if sum(widths) <= room else max(1, room // max(widths, default=room))
    tables = -(-len(figures) // most) if figures else 1
    each = -(-len(figures) // tables)
    for table in range(tables):
        yield named, figures[table * each : (table + 1) * each]


def _table(named: Sequence[_Column], figures: Sequence[_Column], room: int) -> "Table":
    """Where not all has room on one line, headings of figures go on below."""
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    is_tight = sum(column.whole + BETWEEN for column in (*named, *figures)) > room
    table = Table(box=SIMPLE, show_edge=False)
    for column in named:
        table.add_column(Text(column.heading), overflow="fold", min_width=column.word)
    for column in figures:
        width = column.least if is_tight else None
        table.add_column(Text(column.heading), justify="right", overflow="fold", width=width)
    for row in zip(*(column.cells for column in (*named, *figures)), strict=True):
        table.add_row(*map(Text, row))
    return table


def _wide(text: str) -> int:
    """Of its widest line."""
    from rich.cells import cell_len

    return max(map(cell_len, text.splitlines()), default=0)
