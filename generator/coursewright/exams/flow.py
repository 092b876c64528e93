"""Blocks → pages: number after number down the columns of a group, group below group, page after page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from .blocks import Block, Rows
from .page import Page, Text
from .placing import Size, place, size_of

LEFT, RIGHT = 14.0, 196.0
"""Of what is marked, in mm."""
BOTTOM = 272.0
HEADING = 7.0
BETWEEN = 4.0
"""Between two columns, and below a group, in mm."""
FIVE = 5
AFTER_FIVE = 1.8
PARTS = 100


@dataclass(frozen=True)
class Group:
    """Blocks that stand in columns of one width below a heading."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def size(self) -> Size:
        """Of the largest block."""
        sizes = [size_of(block.body) for block in self.blocks]
        return Size(max(size.width for size in sizes), max(size.height for size in sizes))

    @property
    def columns(self) -> int:
        return max(1, int((RIGHT - LEFT + BETWEEN) / (self.size.width + BETWEEN)))


def groups(blocks: Sequence[Block], by_type: bool, words: Callable[[str], str]) -> list[Group]:
    """Neighbours of one type, or of one kind where types are mixed."""
    found = []
    for _key, same in groupby(blocks, key=lambda block: _key_of(block, by_type)):
        own = tuple(same)
        names = dict.fromkeys(words(block.group) for block in own if block.group)
        first, last = own[0].number, own[-1].number
        span = str(first) if first == last else f"{first}–{last}"
        found.append(Group(f"{span}  {' · '.join(names)}".strip(), own))
    return found


def _key_of(block: Block, by_type: bool) -> tuple[object, ...]:
    body = block.body
    kind = type(body).__name__ if not isinstance(body, Rows) else str(body.kind == "choice")
    return (kind, block.group if by_type else "")


def flowed(groups: Sequence[Group], top: Callable[[int], float]) -> list[Page]:
    """The pages; `top` is where what is marked begins on a page, by its number from 0."""
    flow = _Flow(top)
    for group in groups:
        flow.put(group)
    return flow.pages


class _Flow:
    def __init__(self, top: Callable[[int], float]) -> None:
        self._top = top
        self.pages = [Page()]
        self._y = top(0)

    def put(self, group: Group) -> None:
        waiting = list(group.blocks)
        while waiting:
            room = BOTTOM - self._y - HEADING
            count = _fitting(waiting, group.columns, room)
            if not count:
                self._turn()
                continue
            self._draw(group, waiting[:count], room)
            del waiting[:count]

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = self._top(len(self.pages) - 1)

    def _draw(self, group: Group, blocks: Sequence[Block], room: float) -> None:
        page = self.pages[-1]
        page.texts.append(Text(LEFT, self._y + HEADING / 2, RIGHT - LEFT, group.title, 9.5, look="strong"))
        top = self._y + HEADING
        columns = _balanced(blocks, group.columns, room)
        for at, own in enumerate(columns):
            y = top
            for block in own:
                place(block, LEFT + at * (group.size.width + BETWEEN), y, page)
                y += _height(block)
        self._y = top + max(sum(map(_height, own)) for own in columns) + BETWEEN


def _height(block: Block) -> float:
    after = AFTER_FIVE if isinstance(block.body, Rows) and block.number % FIVE == 0 else 0.0
    return size_of(block.body).height + after


def _columns(blocks: Sequence[Block], height: float) -> list[list[Block]]:
    """As many columns as it takes, none of them higher."""
    columns: list[list[Block]] = []
    y = height
    for block in blocks:
        if y + _height(block) > height or not columns:
            columns.append([])
            y = 0.0
        columns[-1].append(block)
        y += _height(block)
    return columns


def _fitting(blocks: Sequence[Block], columns: int, room: float) -> int:
    """How many blocks, from the first, have room in so many columns."""
    if _height(blocks[0]) > room:
        return 0
    return sum(map(len, _columns(blocks, room)[:columns]))


def _balanced(blocks: Sequence[Block], columns: int, room: float) -> list[list[Block]]:
    """Columns of about one length: as low as can be without one more, to a hundredth of a mm."""
    low, high = 0, int(room * PARTS)
    while low < high:
        middle = (low + high) // 2
        if len(_columns(blocks, middle / PARTS)) <= columns and _tallest(blocks) <= middle / PARTS:
            high = middle
        else:
            low = middle + 1
    return _columns(blocks, high / PARTS)


def _tallest(blocks: Sequence[Block]) -> float:
    return max(map(_height, blocks))
