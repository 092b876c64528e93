"""Blocks → pages in the order of the paper: down the columns of a section, section after section.

Small sections stand beside each other, and large ones go on over a page, only where that saves a page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from .band import ASIDE, BETWEEN, LEFT, RIGHT, Band, Section, Sized, banded, fitting, heights
from .blocks import Block, Writing
from .page import Page, Text
from .placing import place, size_of

BOTTOM = 272.0
"""Of what is marked, in mm."""
HEADING = 7.0
MOST_BESIDE = 4
"""Sections beside each other."""

Top = Callable[[int], float]


def sections(blocks: Iterable[Block]) -> list[Section]:
    """What stands under one heading; a text, which has the whole width, is apart from what is not."""
    runs = groupby(blocks, key=lambda block: (block.group, _is_text(block)))
    return [
        Section(title, tuple(Sized(block, size_of(block.body)) for block in own)) for (title, _), own in runs
    ]


def _is_text(block: Block) -> bool:
    return isinstance(block.body, Writing) and not block.body.is_gap


class _Spot(NamedTuple):
    """Where something begins: a page, from 0, and how far down in mm."""

    page: int
    y: float

    @property
    def room(self) -> float:
        """For columns below a heading."""
        return BOTTOM - self.y - HEADING


class _Placed(NamedTuple):
    spot: _Spot
    band: Band


@dataclass(frozen=True)
class _Path:
    """What was placed, and where the next band begins."""

    end: _Spot
    placed: tuple[_Placed, ...] = ()

    def plus(self, spot: _Spot, band: Band) -> "_Path":
        below = spot.y + HEADING + band.height + BETWEEN
        return _Path(_Spot(spot.page, below), (*self.placed, _Placed(spot, band)))


@dataclass(frozen=True)
class _Way:
    """How sections may be placed: so many beside each other, whole or parted by the end of a page."""

    beside: int
    is_parted: bool


_WAYS = (_Way(1, False), _Way(MOST_BESIDE, False), _Way(1, True), _Way(MOST_BESIDE, True))
"""The plainest first."""


def flowed(sections: Sequence[Section], top: Top) -> list[Page]:
    """The pages; `top` is where what is marked begins on a page, by its number from 0."""
    flow = _Flow(top)
    paths = (flow.path(sections, way) for way in _WAYS)
    return _drawn(min(paths, key=lambda path: path.end.page))


@dataclass(frozen=True)
class _Flow:
    top: Top

    def path(self, sections: Sequence[Section], way: _Way) -> _Path:
        """The one that ends first: after so many sections nothing is gained by ending later."""
        paths = [_Path(_Spot(0, self.top(0)))]
        for end in range(1, len(sections) + 1):
            firsts = range(max(0, end - way.beside), end)
            ways = (each for at in firsts for each in self._longer(paths[at], sections[at:end], way))
            paths.append(min(ways, key=lambda path: path.end))
        return paths[-1]

    def _longer(self, path: _Path, beside: Sequence[Section], way: _Way) -> Iterator[_Path]:
        """With these beside each other on the page, else on the next one, or with one that is parted."""
        spots = (path.end, self._turned(path.end))
        whole = next((path.plus(spot, band) for spot in spots if (band := banded(beside, spot.room))), None)
        if whole:
            yield whole
        if len(beside) == 1 and (way.is_parted or not whole):
            yield self._parted(path, beside[0])

    def _parted(self, path: _Path, section: Section) -> _Path:
        waiting = section.blocks
        while waiting:
            spot, is_fresh = path.end, path.end.y == self.top(path.end.page)
            count = fitting(waiting, spot.room, is_fresh)
            if band := banded([Section(section.title, waiting[:count])], spot.room) if count else None:
                path, waiting = path.plus(spot, band), waiting[count:]
            else:
                path = _Path(self._turned(spot), path.placed)
        return path

    def _turned(self, spot: _Spot) -> _Spot:
        return _Spot(spot.page + 1, self.top(spot.page + 1))


def _drawn(path: _Path) -> list[Page]:
    pages = [Page() for _ in range(1 + max((spot.page for spot, _ in path.placed), default=0))]
    for spot, band in path.placed:
        _draw(band, spot.y, pages[spot.page])
    return pages


def _draw(band: Band, y: float, page: Page) -> None:
    x = LEFT
    for strip in band.strips:
        wide = strip.width if strip is not band.strips[-1] else RIGHT - x
        page.texts.append(Text(x, y + HEADING / 2, wide, strip.heading, 9.5, look="strong"))
        left = x
        for column in strip.columns:
            top = y + HEADING
            for each, height in zip(column.blocks, heights(column.blocks), strict=True):
                place(each.block, left, top, page)
                top += height
            left += column.width + BETWEEN
        x += strip.width + ASIDE
