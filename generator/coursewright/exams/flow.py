"""Blocks → pages: number after number down the columns of a group, group below group, page after page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .blocks import Block, Digits, Rows, Writing
from .page import Page, Text
from .placing import BELOW, Size, place, size_of

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
    """What is marked in one way stands together, in the order of its numbers; `by_type` apart by type."""
    found: dict[tuple[int, str], list[Block]] = {}
    for block in blocks:
        found.setdefault((_area(block), block.group if by_type else ""), []).append(block)
    ordered = sorted(found.items(), key=lambda each: (each[0][0], each[1][0].number))
    return [Group(_names(own, words), tuple(own)) for _key, own in ordered]


def _area(block: Block) -> int:
    """Choices come first, texts last."""
    match block.body:
        case Rows(kind):
            return 0 if kind == "choice" else 1
        case Digits():
            return 2
        case Writing(_, _, is_gap):
            return 3 if is_gap else 4


def _names(blocks: Iterable[Block], words: Callable[[str], str]) -> str:
    return " · ".join(dict.fromkeys(words(block.group) for block in blocks if block.group))


def _spans(blocks: Iterable[Block]) -> str:
    """Their numbers, such as 1–8, 12."""
    spans: list[list[int]] = []
    for number in sorted({block.number for block in blocks}):
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)


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
        title = f"{group.title}  {_spans(blocks)}".strip()
        page.texts.append(Text(LEFT, self._y + HEADING / 2, RIGHT - LEFT, title, 9.5, look="strong"))
        top = self._y + HEADING
        columns = _balanced(blocks, group.columns, room)
        for at, own in enumerate(columns):
            y = top
            for block, height in zip(own, _heights(own), strict=True):
                place(block, LEFT + at * (group.size.width + BETWEEN), y, page)
                y += height
        self._y = top + max(map(_height, columns)) + BETWEEN


def _heights(blocks: Sequence[Block]) -> Iterator[float]:
    """Of a column's blocks, each with what is below it; after five rows of bubbles the eye wants a rest."""
    for at, block in enumerate(blocks, 1):
        rests = at % FIVE == 0 and size_of(block.body).height == BELOW
        yield size_of(block.body).height + (AFTER_FIVE if rests else 0)


def _height(blocks: Sequence[Block]) -> float:
    return sum(_heights(blocks))


def _columns(blocks: Sequence[Block], height: float) -> list[list[Block]]:
    """As many columns as it takes, none of them higher."""
    columns: list[list[Block]] = [[]]
    for block in blocks:
        if columns[-1] and _height([*columns[-1], block]) > height:
            columns.append([])
        columns[-1].append(block)
    return columns


def _fitting(blocks: Sequence[Block], columns: int, room: float) -> int:
    """How many blocks, from the first, have room in so many columns."""
    if _height(blocks[:1]) > room:
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
    return max(_height([block]) for block in blocks)
