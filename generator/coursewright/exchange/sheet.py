"""A table as it was handed in: rows of texts, whatever the file was made with."""

from dataclasses import dataclass
from typing import Any

from ..model.characters import is_unseen
from .bold import Bold
from .lines import ended_alike

MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""A bank of so many items is many times larger than any that was seen; what is beyond them is refused."""


@dataclass(frozen=True)
class Cell:
    """The text of a cell without what surrounds it.

    `fault` is a code and its values where it has none, or perhaps another than its cell shows. `bold` is what
    of it is bold type, if it is not all the same.
    """

    text: str = ""
    fault: tuple[str, dict[str, Any]] | None = None
    bold: Bold | None = None

    @property
    def is_empty(self) -> bool:
        return not self.text and self.fault is None


EMPTY = Cell()


_BEFORE = "\n\ufeff\u200b"
_BESIDE = f" \t\u3000\xa0{_BEFORE}"


def cell(text: str) -> Cell:
    """A cell of a text: lines end as in sources, nothing stands behind it; empty if nothing can be seen."""
    text = ended_alike(text).rstrip(_BESIDE).lstrip(_BEFORE)
    return EMPTY if not text or is_unseen(text) else Cell(text)


@dataclass(frozen=True)
class Sheet:
    """Rows from the first, empty ones included; `hidden` has numbers of rows, from 1.

    A file without sheets has one without a name. `merged` has the areas of merged cells with a text, as
    Excel writes them, by their last rows. `pictures` are those of the whole file. Of a sheet that is not
    `shown` nothing is to be read.
    """

    name: str
    rows: list[list[Cell]]
    hidden: frozenset[int] = frozenset()
    pictures: int = 0
    merged: tuple[tuple[int, str], ...] = ()
    shown: bool = True

    @property
    def is_table(self) -> bool:
        """Whether at least two rows have at least two cells with something in them."""
        return sum(sum(not cell.is_empty for cell in row) > 1 for row in self.rows) > 1


class Unreadable(Exception):
    """Nothing of the file can be read; the code says why, `values` fill its message.

    `place` is a line and a column of a text.
    """

    def __init__(
        self, code: str, values: dict[str, Any] | None = None, place: tuple[int, int] = (1, 1)
    ) -> None:
        super().__init__(code)
        self.code = code
        self.values = values or {}
        self.place = place
