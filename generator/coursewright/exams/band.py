"""Sections beside each other on an answer sheet, each in columns that are read from top to bottom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import east_asian_width

from .blocks import Block
from .placing import BELOW, Size

LEFT, RIGHT = 14.0, 196.0
"""Of what is marked, in mm."""
BETWEEN, ASIDE = 4.0, 8.0
"""Between two columns, and between two sections, in mm."""
FIVE = 5
AFTER_FIVE = 1.8
PARTS = 100
WIDE, NARROW = 3.4, 2.0
"""Of characters of a heading, in mm."""


class Sized(NamedTuple):
    block: Block
    size: Size


@dataclass(frozen=True)
class Section:
    """Blocks below one heading, in the order of the paper."""

    title: str
    blocks: tuple[Sized, ...]

    @property
    def heading(self) -> str:
        return f"{self.title}  {_spans(self.blocks)}".strip()


def _spans(blocks: Iterable[Sized]) -> str:
    """Their numbers, such as 1–8, 12."""
    spans: list[list[int]] = []
    for number in sorted({each.block.number for each in blocks}):
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)


@dataclass(frozen=True)
class Column:
    blocks: tuple[Sized, ...]

    @property
    def width(self) -> float:
        return max(each.size.width for each in self.blocks)

    @property
    def height(self) -> float:
        return sum(heights(self.blocks))


@dataclass(frozen=True)
class Strip:
    """A section, or what a page has of it, in its columns."""

    heading: str
    columns: tuple[Column, ...]

    @property
    def width(self) -> float:
        return max(_wide(self.columns), _said_wide(self.heading))


@dataclass(frozen=True)
class Band:
    strips: tuple[Strip, ...]

    @property
    def width(self) -> float:
        return sum(strip.width for strip in self.strips) + ASIDE * (len(self.strips) - 1)

    @property
    def height(self) -> float:
        return max(column.height for strip in self.strips for column in strip.columns)


def banded(sections: Sequence[Section], room: float) -> Band | None:
    """As low as they can be beside each other, to a hundredth of a mm; None where there is no room."""
    low, high = 0, int(room * PARTS)
    if not _fits(band := _band(sections, room), room):
        return None
    while low < high:
        middle = (low + high) // 2
        tried = _band(sections, middle / PARTS)
        if _fits(tried, middle / PARTS):
            band, high = tried, middle
        else:
            low = middle + 1
    return band


def _band(sections: Iterable[Section], height: float) -> Band:
    return Band(tuple(Strip(each.heading, _columns(each.blocks, height)) for each in sections))


def _fits(band: Band, height: float) -> bool:
    is_alone = len(band.strips) == 1
    wide = _wide(band.strips[0].columns) if is_alone else band.width
    return wide <= RIGHT - LEFT and band.height <= height


def fitting(blocks: Sequence[Sized], room: float, is_fresh: bool) -> int:
    """How many, from the first, have room; what is asked in several blocks is parted by a fresh page only."""
    count, wide = 0, -BETWEEN
    for column in _columns(blocks, room):
        wide += BETWEEN + column.width
        if wide > RIGHT - LEFT or column.height > room:
            break
        count += len(column.blocks)
    whole = count
    while 0 < whole < len(blocks) and blocks[whole - 1].block.number == blocks[whole].block.number:
        whole -= 1
    return whole or (count if is_fresh else 0)


def heights(blocks: Sequence[Sized]) -> Iterator[float]:
    """Of a column's blocks, each with what is below it. The eye wants a rest after five rows of bubbles, and
    before what is no row."""
    sizes = [each.size.height for each in blocks]
    for at, (height, following) in enumerate(zip(sizes, (*sizes[1:], BELOW), strict=True), 1):
        rests = height == BELOW and (at % FIVE == 0 or following != BELOW)
        yield height + (AFTER_FIVE if rests else 0)


def _columns(blocks: Sequence[Sized], height: float) -> tuple[Column, ...]:
    """As many columns as it takes, none of them higher unless one block is."""
    columns: list[tuple[Sized, ...]] = []
    for block in blocks:
        if columns and sum(heights(both := (*columns[-1], block))) <= height:
            columns[-1] = both
        else:
            columns.append((block,))
    return tuple(map(Column, columns))


def _wide(columns: Sequence[Column]) -> float:
    return sum(column.width for column in columns) + BETWEEN * (len(columns) - 1)


def _said_wide(text: str) -> float:
    return sum(WIDE if east_asian_width(char) in "WF" else NARROW for char in text)
