"""Places to write in where a stem has gaps."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from ...model.gap import BLANKS
from ...model.items.interaction import Gap
from ...press.document import Block, Code, Heading, Item, Listing, Paragraph, Quotation, Table
from ...press.line import Run, Span, Spans

Place = Callable[[], Spans]
"""Makes a place to write in."""

UNDERSCORES = "_" * 12
"""A place within code, and in a file for Word."""


class Gapping:
    """Puts places where gaps are, in the order of the text; `left` are the gaps that it did not have.

    Several are numbered, as they are on an answer sheet.
    """

    def __init__(self, gaps: Iterable[Gap], place: Place) -> None:
        self.left = list(gaps)
        self._count = len(self.left)
        self._place = place

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(line) | Heading(line):
                return replace(block, line=self._line(line))
            case Listing(items):
                return replace(block, items=tuple(map(self._item, items)))
            case Quotation(inner):
                return Quotation(self.blocks(inner))
            case Table(columns, rows):
                titles = tuple(replace(column, title=self._line(column.title)) for column in columns)
                return replace(block, columns=titles, rows=tuple(tuple(map(self._line, row)) for row in rows))
            case Code(text):
                return Code(BLANKS.sub(self._written, text))
            case _:
                return block

    def _item(self, item: Spans | Item) -> Spans | Item:
        if isinstance(item, Item):
            return Item(self._line(item.line), self.blocks(item.below))
        return self._line(item)

    def _line(self, line: Spans) -> Spans:
        return tuple(chain.from_iterable(map(self._span, line)))

    def _span(self, span: Span) -> Iterator[Span]:
        if isinstance(span, Run) and not span.code:
            yield from (
                replace(span, text=each) if isinstance(each, str) else each for each in self._cut(span.text)
            )
        elif isinstance(span, Run):
            yield replace(span, text=BLANKS.sub(self._written, span.text))
        elif isinstance(span, str):
            yield from self._cut(span)
        else:
            yield span

    def _cut(self, text: str) -> Iterator[Span]:
        """The text with a place and its unit for every gap."""
        first, *others = BLANKS.split(text)
        yield from filter(None, (first,))
        for piece in others:
            yield from filter(None, (self._number(),))
            yield from self._place()
            yield from filter(None, (self._unit(piece), piece))

    def _written(self, gap: re.Match[str]) -> str:
        return self._number() + UNDERSCORES + self._unit(gap.string[gap.end() :])

    def _number(self) -> str:
        return f"({self._count - len(self.left) + 1}) " if self.left and self._count > 1 else ""

    def _unit(self, behind: str) -> str:
        """Of the next gap, unless the text behind it begins with it."""
        gap = self.left.pop(0) if self.left else None
        return f" {gap.unit}" if gap and gap.unit and not behind.lstrip().startswith(gap.unit) else ""
