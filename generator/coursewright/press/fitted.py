"""The columns of a table as wide on paper as their words want them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .document import Table
from .line import Spans, said

WIDTH = 170.0
"""Between the margins, in mm."""
_CHARACTER, _PADDING = 2.2, 3.0
"""In mm: a letter of a head at its widest on average, and what a cell has on both sides of its text."""
_WORD = re.compile(r"\b[A-Za-z\u00c0-\u024f]{5,16}\b")
"""A word that is not to be broken; a longer one is an address or a formula, and may be."""


def fitted(table: Table) -> Table:
    """What the longest word of a column lacks, the others give of what they have to spare."""
    if table.measured:
        return table
    shares = [column.share for column in table.columns]
    unit = sum(shares) / WIDTH
    cells = [[column.title, *(row[at] for row in table.rows)] for at, column in enumerate(table.columns)]
    least = [_least(each) * unit for each in cells]
    lacking = sum(max(0, need - share) for need, share in zip(least, shares, strict=True))
    spare = sum(max(0, share - need) for need, share in zip(least, shares, strict=True))
    if not lacking or lacking > spare:
        return table
    given = (
        max(need, share - max(0, share - need) * lacking / spare)
        for need, share in zip(least, shares, strict=True)
    )
    columns = zip(table.columns, given, strict=True)
    return replace(
        table, columns=tuple(replace(column, share=round(share / unit)) for column, share in columns)
    )


def _least(cells: Iterable[Spans]) -> float:
    """In mm; nothing where no word is long."""
    longest = max((len(word) for cell in cells for word in _WORD.findall(said(cell))), default=0)
    return longest * _CHARACTER + _PADDING if longest else 0.0
