"""Tables as they stand on a sheet of paper, which is wide enough for two."""

from dataclasses import replace
from itertools import zip_longest

from .document import Beside, Table


def paired(block: Table | Beside) -> Table:
    """The one table that is printed."""
    match block:
        case Beside(left, right, title):
            return _joined(left, right, title)
        case Table(folded=True):
            return _folded(block)
        case Table():
            return block


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
