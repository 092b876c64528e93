"""What a machine cannot say of a page, and what a person can choose from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..assigned import Assigned
from ..check_digit import is_sound
from .fields import Bounds, Field, Read, read
from .scanned import Scanned

Kind = Literal["marks", "number", "corners", "twice"]
"""Bubbles of a field; the candidate's number as a whole; a page that lacks a corner; pages that came twice
and are marked otherwise."""
UNKNOWN = "?"
"""A column of a number that is not sure."""
MOST_LIKELY = 9
"""Candidates that are offered by a key each; anyone else is typed."""
KEPT, ASIDE = "kept", "aside"
"""Whether a page that lacks a corner counts. Whose sheet nobody can tell is put aside too."""


class Option(NamedTuple):
    """What can be chosen; `shown` is what stands in the bubble, or a name; `grey` is how dark it is."""

    value: str
    shown: str
    grey: int = 0


@dataclass(frozen=True)
class Doubt:
    """`page` is that of its cut-out, by its place in what was scanned. From `least` to `most` of the options
    are chosen; none of them says that nothing is marked. `is_many` where any may be marked.
    """

    id: str
    kind: Kind
    page: int
    options: tuple[Option, ...]
    proposal: tuple[str, ...] | None
    field: Field | None = None
    least: int = 0
    most: int = 1
    is_many: bool = False

    def allows(self, chosen: Sequence[str], roster: Iterable[str]) -> bool:
        """Whether a person may choose that; a number may be anybody's in the roster."""
        known = {option.value for option in self.options}
        if self.kind == "number":
            known |= {*roster, ASIDE}
        return self.least <= len(chosen) <= self.most and len({*chosen}) == len(chosen) and known >= {*chosen}


def marks_doubt(at: int, page: Scanned, field: Field, found: Read, is_many: bool) -> Doubt:
    """Two may stand where only one is asked for: a candidate may have marked them."""
    greys = [page.greys[place] for place in field.places]
    options = tuple(
        Option(bubble.value, bubble.shown, grey) for bubble, grey in zip(field.bubbles, greys, strict=True)
    )
    most = len(options) if is_many else max(1, len(found.marks))
    least = int(field.kind == "form")
    proposal = None if least > len(found.marks) else found.marks
    return Doubt(f"{page.key}/{field.key}", "marks", at, options, proposal, field, least, most, is_many)


def corners_doubt(at: int, page: Scanned) -> Doubt:
    return Doubt(f"{page.key}/corners", "corners", at, _options(KEPT, ASIDE), (KEPT,), least=1)


def twice_doubt(pages: Sequence[tuple[int, Scanned]]) -> Doubt:
    """`pages` are those that say that they are the same one; nothing speaks for one of them."""
    options = tuple(Option(page.key, str(number)) for number, (_at, page) in enumerate(pages, 1))
    at, first = pages[0]
    return Doubt(f"{first.key}/twice", "twice", at, options, None, least=1)


def _options(*values: str) -> tuple[Option, ...]:
    return tuple(Option(value, value) for value in values)


def marked_number(page: Scanned, columns: Iterable[Field], limits: Bounds) -> str:
    """The digits of a number, left to right, with UNKNOWN where it is not sure which is marked."""
    found = [read(each, [page.greys[at] for at in each.places], limits, False) for each in columns]
    return "".join(each.marks[0] if each.is_sure else UNKNOWN for each in found)


def is_known(number: str, roster: Iterable[Assigned]) -> bool:
    """Whether it is read in full, has the right check digit, and is somebody's."""
    return UNKNOWN not in number and is_sound(number) and any(each.marks == number for each in roster)


def number_doubt(at: int, page: Scanned, number: str, roster: Sequence[Assigned]) -> Doubt:
    """With those whose number to mark is it but for a digit or what is not sure."""
    likely = [each for each in roster if _differing(each.marks, number) <= 1][:MOST_LIKELY]
    options = tuple(Option(each.number, f"{each.number} {each.name}") for each in likely)
    proposal = (likely[0].number,) if len(likely) == 1 else None
    return Doubt(f"{page.key}/number", "number", at, options, proposal, least=1)


def _differing(one: str, other: str) -> int:
    if len(one) != len(other):
        return len(one)
    return sum(a != b for a, b in zip(one, other, strict=True) if b != UNKNOWN)


def unsure(
    at: int, page: Scanned, fields: Iterable[tuple[Field, bool]], limits: Bounds
) -> Iterator[tuple[Field, Read, Doubt | None]]:
    """Every field of a page with what is marked in it, and the doubt where that is not sure; `fields` say
    whether many may be marked."""
    own = [*fields]
    found = [read(field, [page.greys[place] for place in field.places], limits, many) for field, many in own]
    skipped = {*_skipped([field for field, _many in own], found)}
    for (field, many), each in zip(own, found, strict=True):
        is_sure = each.is_sure and field.key not in skipped
        yield field, each, None if is_sure else marks_doubt(at, page, field, each, many)


def _skipped(fields: Sequence[Field], found: Sequence[Read]) -> Iterator[str]:
    """Empty columns amid the digits of a number: a digit too faint to be seen changes it tenfold."""
    numbers: dict[tuple[object, ...], list[tuple[int, str, bool]]] = {}
    for field, each in zip(fields, found, strict=True):
        if field.kind == "digit" and field.column:
            own = (field.number, field.entry, field.gap)
            numbers.setdefault(own, []).append((field.column, field.key, bool(each.marks)))
    for columns in numbers.values():
        filled = [column for column, _key, is_filled in columns if is_filled]
        for column, key, is_filled in columns:
            if filled and not is_filled and min(filled) < column < max(filled):
                yield key
