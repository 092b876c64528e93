"""The blocks of a document as the body of document.xml (ECMA-376 part 1, 17.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..document import (
    Beside,
    Block,
    Code,
    Divider,
    Facts,
    Figure,
    Heading,
    Item,
    Listing,
    Look,
    PageEnd,
    Paragraph,
    Passage,
    Quotation,
    Signatures,
    Table,
    Title,
    Together,
)
from ..fitted import fitted
from ..line import Spans, said
from .drawing import MM, PIXEL, drawing
from .numbering import DEEPEST
from .span import SpanWriter
from .stock import Stock
from .style import STEP, indent
from .table import Tables

_PARAGRAPHS = {"body": "Normal", "note": "Document Note", "small": "Document Small"}
_LISTS = {
    "bullet": "List Bullet",
    "number": "List Number",
    "tick": "Document Tick",
    "cross": "Document Cross",
}
_BELOW = '<w:spacing w:before="60"/>'
_THIN = '<w:spacing w:line="20" w:lineRule="exact"/>'  # no room, so that it never begins a page
_TABLES = (Facts, Table, Beside, Signatures)
_STYLE = re.compile("(<w:pStyle [^>]*/>)(?:<w:keepNext/>)?")
_FEWEST_LINES = 3  # to write on, on the page of their question
_TWIP = 635  # a twentieth of a point in English metric units
_HIGHEST = 110 * MM  # of a figure, so that words stand beside it on a page


@dataclass(frozen=True)
class _Place:
    """Where blocks stand: how far from the margin, in how many lists, in a quotation or not."""

    indent: int = 0  # twentieths of a point
    lists: int = 0
    is_quoted: bool = False


class Body:
    """Writes the blocks of one document; counts its boxes and its numbered lists, and keeps its pictures."""

    def __init__(self, stock: Stock, spans: SpanWriter, look: Look) -> None:
        self._stock = stock
        self._spans = spans
        self._tables = Tables(stock, spans, look)
        self._ticks = 0
        self.numbered: list[tuple[int, int]] = []
        self.figures: list[Figure] = []

    def xml(self, blocks: tuple[Block, ...]) -> str:
        """All blocks, with a gap where Word would join two tables or end on one."""
        return "".join(self._parts(blocks, _Place()))

    def _parts(self, blocks: tuple[Block, ...], place: _Place) -> Iterator[str]:
        for before, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            yield self._block(block, place, _BELOW if isinstance(before, _TABLES) else "")
            if isinstance(block, _TABLES) and (following is None or isinstance(following, _TABLES)):
                yield self._paragraph("Document Gap", "", _THIN if following is None else "")

    def _block(self, block: Block, place: _Place, room: str) -> str:  # noqa: C901, PLR0912 - a case a block
        inset = indent(place.indent) if place.indent else ""
        match block:
            case Title():
                return self._paragraph("Title", self._spans.line((block.text,)))
            case Heading():
                return self._paragraph(f"heading {block.level}", self._spans.line(block.line))
            case Paragraph():
                style = "Quote" if place.is_quoted else _PARAGRAPHS[block.style]
                return self._paragraph(style, self._spans.line(block.line), room + inset)
            case Listing():
                return self._listing(block, place)
            case Quotation():
                inner = replace(place, indent=place.indent + STEP, is_quoted=True)
                return "".join(self._parts(block.blocks, inner))
            case Code():
                return self._paragraph("Document Code", self._spans.line((block.text,)), inset)
            case Figure():
                return self._paragraph("Document Figure", self._figure(block, place), inset)
            case Divider():
                return self._paragraph("Document Divider", "")
            case PageEnd():
                return self._paragraph("Document Gap", "", f"<w:pageBreakBefore/>{_THIN}")
            case Passage():
                return self._passage(block, place)
            case Together():
                return self._together(block, place)
            case Facts():
                return self._tables.facts(block)
            case Table():
                return self._tables.table(fitted(block), place.indent)
            case Beside(left, right):
                return self._paragraph("Document Gap", "").join(
                    self._tables.table(fitted(table), place.indent) for table in (left, right)
                )
            case Signatures():
                return self._tables.signatures(block)

    def _together(self, block: Together, place: _Place) -> str:
        """No paragraph is parted (17.3.1.14), and each is kept with the next (17.3.1.15), but for those of
        the last row or the last one. Of lines to write on the first few are kept, the rest may go on."""
        xml = "".join(self._parts(block.blocks, place))
        last = xml.rfind("<w:tr>" if isinstance(block.blocks[-1], _TABLES) else "<w:p>")
        if isinstance(block.blocks[-1], Table) and block.blocks[-1].tall:
            rows = [found.start() for found in re.finditer("<w:tr>", xml[xml.rfind("<w:tbl>") :])]
            last = xml.rfind("<w:tbl>") + rows[min(_FEWEST_LINES, len(rows) - 1)]
        kept = _STYLE.sub(r"\1<w:keepNext/><w:keepLines/>", xml[:last])
        return kept + _STYLE.sub(r"\g<0><w:keepLines/>", xml[last:])

    def _passage(self, passage: Passage, place: _Place) -> str:
        blocks = "".join(self._parts(passage.blocks, place))
        blank = "" if blocks else self._paragraph("Normal", self._spans.blank())
        return self._spans.passage(passage.key, passage.title, blocks or blank, is_blank=not blocks)

    def _figure(self, figure: Figure, place: _Place) -> str:
        self.figures.append(figure)
        number = len(self.figures)
        box = (self._stock.width - place.indent) * _TWIP, _HIGHEST
        return drawing(figure.picture, figure.words, number + 1, figure_key(number), box=box, most=PIXEL)

    def _listing(self, listing: Listing, place: _Place) -> str:
        level = min(place.lists, DEEPEST)
        look = self._number(listing, level) + self._hanging(place)
        inner = replace(place, indent=place.indent + STEP, lists=place.lists + 1)
        return "".join(
            part for item in listing.items for part in self._item(item, listing.marker, look, inner)
        )

    def _number(self, listing: Listing, level: int) -> str:
        """What list and level a paragraph belongs to (17.9.18); nothing where its style says so."""
        if listing.marker == "number":
            self.numbered.append((level, listing.first))
            return _level(level, self._stock.numbering.free + len(self.numbered) - 1)
        return _level(level, self._stock.numbering.bullets) if listing.marker == "bullet" and level else ""

    def _hanging(self, place: _Place) -> str:
        """The indent that the level gives by itself is said where something around the list adds to it."""
        is_added = place.indent != place.lists * STEP
        return indent(place.indent + STEP, -STEP) if is_added else ""

    def _item(self, item: Spans | Item, marker: str, look: str, inner: _Place) -> Iterator[str]:
        line, below = (item.line, item.below) if isinstance(item, Item) else (item, ())
        tick = self._tick(line) if marker == "tick" else ""
        yield self._paragraph(_LISTS[marker], tick + self._spans.line(line), look)
        yield from self._parts(below, inner)

    def _tick(self, item: Spans) -> str:
        self._ticks += 1
        return self._spans.box(f"tick.{self._ticks}", said(item)) + "<w:r><w:tab/></w:r>"

    def _paragraph(self, style: str, runs: str, look: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._stock.styles[style]}"/>{look}</w:pPr>{runs}</w:p>'


def figure_key(number: int) -> str:
    """The key of the relationship to the bytes of a figure; figures count from 1."""
    return f"figure{number}"


def _level(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
