"""A table as it was handed in: rows of texts, whatever the file was made with."""

from dataclasses import dataclass, field
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


def cell(text: str) -> Cell:
    """A cell of a text: the ends of lines as they are in sources, and nothing where nothing is to be seen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n\u3000\xa0\ufeff\u200b")
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


@dataclass(frozen=True)
class Unreadable(Exception):
    """Nothing of the file can be read; the code says why."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)
