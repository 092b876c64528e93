"""Bubbles that belong together, and which of them are marked.

A mark is empty, doubtful or marked by how dark it is beside that page's own printed empty and filled bubbles,
within absolute bounds: a page on which all is blank has no marks, and a dark one is one on any page. A full
bubble is never taken for a withdrawn one. Who rubs a mark out leaves a lighter one: the darker is proposed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..page import Bubble, Kind

Band = Literal["empty", "doubtful", "marked"]
SIGNS: dict[Band, str] = {"empty": "-", "doubtful": "?", "marked": "#"}
"""As readings are kept."""

FLOOR, CEILING = 18, 30
"""Percent: what is less dark is never a mark, what is more so is never simply empty. Of what is printed in
empty bubbles the darkest letter has 13, after three photocopies 23."""
TWICE = 2
"""A letter is at most 1.7 times as dark as the 0 in the references."""
SHARE, SURE = 0.3, 50
"""Of the way from empty to filled, from which on it is a mark; what is darker than SURE is one anyway."""
PALER = 0.6
"""A mark that is at most so dark as the darkest beside it may have been rubbed out."""
LEAST = 35
"""Percent between empty and filled references, for a page to be read at all."""


class Bounds(NamedTuple):
    """Percent from which on a bubble is doubtful, and marked."""

    doubtful: int
    marked: int

    def band(self, grey: int) -> Band:
        return "marked" if grey >= self.marked else "doubtful" if grey >= self.doubtful else "empty"


def bounds(empty: int, filled: int) -> Bounds:
    """By a page's references."""
    doubtful = min(CEILING, max(FLOOR, TWICE * empty))
    return Bounds(doubtful, max(doubtful + 1, min(SURE, round(empty + SHARE * (filled - empty)))))


@dataclass(frozen=True)
class Field:
    """Bubbles of which one is marked, or of a choice of many any: a row, or a column of digits.

    `gap` counts, from 0, fields that are else alike: gaps of a question on a sheet that is for any form.
    `places` are those of its bubbles in the page.
    """

    kind: Kind
    number: int
    item: str
    entry: str
    column: int
    gap: int
    bubbles: tuple[Bubble, ...]
    places: tuple[int, ...]

    @property
    def key(self) -> str:
        """Unique in a sheet."""
        return "/".join(map(str, (self.kind, self.number, self.entry, self.column, self.gap)))

    @property
    def values(self) -> list[str]:
        return [bubble.value for bubble in self.bubbles]


def fields(pages: Sequence[Sequence[Bubble]]) -> list[list[Field]]:
    """Those of each page of a sheet."""
    seen: Counter[tuple[object, ...]] = Counter()
    return [_of_page(page, seen) for page in pages]


def _of_page(page: Sequence[Bubble], seen: Counter[tuple[object, ...]]) -> list[Field]:
    found: dict[tuple[object, ...], list[int]] = {}
    for at, bubble in enumerate(page):
        own = (bubble.kind, bubble.number, bubble.item, bubble.entry, bubble.column)
        found.setdefault((*own, seen[*own, bubble.value]), []).append(at)
        seen[*own, bubble.value] += 1
    return [_field(page, places, key[-1]) for key, places in found.items()]


def _field(page: Sequence[Bubble], places: Sequence[int], gap: object) -> Field:
    first = page[places[0]]
    return Field(
        first.kind,
        first.number,
        first.item,
        first.entry,
        first.column,
        int(str(gap)),
        tuple(page[at] for at in places),
        tuple(places),
    )


@dataclass(frozen=True)
class Read:
    """What is marked in a field, as far as it can be said; a person decides what is not sure."""

    marks: tuple[str, ...]
    is_sure: bool


def read(field: Field, greys: Sequence[int], limits: Bounds, is_many: bool) -> Read:
    """`greys` are those of its bubbles; `is_many` where any number may be marked."""
    seen = {value: grey for value, grey in zip(field.values, greys, strict=True) if grey >= limits.doubtful}
    if is_many:
        return _many(seen, limits)
    if len(seen) == 1:
        ((value, grey),) = seen.items()
        return Read((value,), limits.band(grey) == "marked")
    return Read(_darker(seen, field.kind), not seen and field.kind not in NEEDED)


NEEDED = ("number", "form")
"""Fields that nobody may leave open."""


def _many(seen: Mapping[str, int], limits: Bounds) -> Read:
    darkest = max(seen.values(), default=0)
    marks = tuple(value for value, grey in seen.items() if not _is_paler(grey, darkest))
    is_sure = len(marks) == len(seen) and all(limits.band(grey) == "marked" for grey in seen.values())
    return Read(marks, is_sure)


def _is_paler(grey: int, other: int) -> bool:
    return grey <= PALER * other


def _darker(seen: Mapping[str, int], kind: Kind) -> tuple[str, ...]:
    """The darkest of several, where it is so by far; else they all stand, where an answer can say that."""
    first, second = [*sorted(seen.items(), key=lambda each: -each[1]), ("", 0), ("", 0)][:2]
    if second[1] and _is_paler(second[1], first[1]):
        return (first[0],)
    return tuple(seen) if kind == "choice" else ()
