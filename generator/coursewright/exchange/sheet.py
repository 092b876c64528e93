"""A table as it was handed in: rows of texts, whatever the file was made with."""

from dataclasses import dataclass
from typing import Any

from ..model.characters import is_unseen

MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""A bank of so many items is many times larger than any that was seen; what is beyond them is refused."""


@dataclass(frozen=True)
class Cell:
    """The text of a cell without what surrounds it; `fault` is a code and its values where it has none."""

    text: str = ""
    fault: tuple[str, dict[str, Any]] | None = None

    @property
    def is_empty(self) -> bool:
        return not self.text and self.fault is None


EMPTY = Cell()


_BEFORE = "\n\ufeff\u200b"
_BESIDE = f" \t\u3000\xa0{_BEFORE}"


def cell(text: str) -> Cell:
    """A cell of a text: lines end as in sources, nothing stands behind it; empty if nothing can be seen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip(_BESIDE).lstrip(_BEFORE)
    return EMPTY if not text or is_unseen(text) else Cell(text)


@dataclass(frozen=True)
class Sheet:
    """Rows from the first, empty ones included; `hidden` has numbers of rows, from 1.

    `pictures` are those of the whole file.
    """

    name: str
    rows: list[list[Cell]]
    hidden: frozenset[int] = frozenset()
    pictures: int = 0


class Unreadable(Exception):
    """Nothing of the file can be read; the code says why, `values` fill its message."""

    def __init__(self, code: str, values: dict[str, Any] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.values = values or {}
