"""Tables as they stand on a sheet of paper, which is wide enough for two."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from .document import Beside, Spans, Table, said

WIDTH = 170.0
"""Between the margins, in mm."""
_CHARACTER, _PADDING = 2.2, 3.0
"""In mm: a letter of a head at its widest on average, and what a cell has on both sides of its text."""
_WORD = re.compile(r"\b[A-Za-z\u00c0-\u024f]{5,16}\b")
"""A word that is not to be broken; a longer one is an address or a formula, and may be."""


def paired(block: Table | Beside) -> Table:
    """The one table that is printed, its columns wide enough for the words in them where that can be."""
    match block:
        case Beside(left, right, title):
            return _fitted(_joined(left, right, title))
        case Table(folded=True):
            return _fitted(_folded(block))
        case Table():
            return _fitted(block)


def _fitted(table: Table) -> Table:
    """What the longest word of a column lacks, the others give of what they have to spare."""
    shares = [column.share for column in table.columns]
    unit = sum(shares) / WIDTH
    cells = [[column.title, *(row[at] for row in table.rows)] for at, column in enumerate(table.columns)]
    least = [_least(each) * unit for each in cells]
    lacking = sum(max(0, need - share) for need, share in zip(least, shares, strict=True))
    spare = sum(max(0, share - need) for need, share in zip(least, shares, strict=True))
    if not lacking or lacking > spare:
        return table
    fitted = (
        max(need, share - max(0, share - need) * lacking / spare)
        for need, share in zip(least, shares, strict=True)
    )
    columns = zip(table.columns, fitted, strict=True)
    return replace(
        table, columns=tuple(replace(column, share=round(share / unit)) for column, share in columns)
    )


def _least(cells: Iterable[Spans]) -> float:
    """In mm; nothing where no word is long."""
    longest = max((len(word) for cell in cells for word in _WORD.findall(said(cell))), default=0)
    return longest * _CHARACTER + _PADDING if longest else 0.0


def _joined(left: Table, right: Table, title: str) -> Table:
    """Row beside row; the shorter half ends in empty cells."""
    none = ((),) * len(left.columns), ((),) * len(right.columns)
    pairs = zip_longest(left.rows, right.rows)
    rows = tuple((*(first or none[0]), *(second or none[1])) for first, second in pairs)
    return Table((*left.columns, *right.columns), rows, title, left.tall)


def _folded(table: Table) -> Table:
    """Two entries a row, read across."""
    left, right = (replace(table, rows=table.rows[at::2]) for at in (0, 1))
    return _joined(left, right, table.title)
