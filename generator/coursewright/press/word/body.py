"""The blocks of a document as the body of document.xml (ECMA-376 part 1, 17.2)."""

from collections.abc import Iterator

from ..document import Block, Facts, Heading, Listing, Look, Paragraph, Signatures, Spans, Table, Title
from .span import SpanWriter, said
from .stock import Stock
from .table import Tables

_PARAGRAPHS = {"body": "Normal", "note": "Document Note", "small": "Document Small"}
_LISTS = {
    "bullet": "List Bullet",
    "number": "List Number",
    "tick": "Document Tick",
    "cross": "Document Cross",
}
_BELOW = '<w:spacing w:before="60"/>'
_LAST = '<w:spacing w:line="20" w:lineRule="exact"/>'  # no room, so that it never begins a page
_TABLES = (Facts, Table, Signatures)


class Body:
    """Writes the blocks of one document; counts its boxes and its numbered lists."""

    def __init__(self, stock: Stock, spans: SpanWriter, look: Look) -> None:
        self._stock = stock
        self._spans = spans
        self._tables = Tables(stock, spans, look)
        self._ticks = 0
        self.numbered = 0

    def xml(self, blocks: tuple[Block, ...]) -> str:
        """All blocks, with a gap where Word would join two tables or end on one."""
        return "".join(self._parts(blocks))

    def _parts(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for before, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            yield self._block(block, _BELOW if isinstance(before, _TABLES) else "")
            if isinstance(block, _TABLES) and (following is None or isinstance(following, _TABLES)):
                yield self._paragraph("Document Gap", "", _LAST if following is None else "")

    def _block(self, block: Block, room: str) -> str:
        match block:
            case Title():
                return self._paragraph("Title", self._spans.line((block.text,)))
            case Heading():
                return self._paragraph(f"heading {block.level}", self._spans.line(block.line))
            case Paragraph():
                return self._paragraph(_PARAGRAPHS[block.style], self._spans.line(block.line), room)
            case Listing():
                return self._listing(block)
            case Facts():
                return self._tables.facts(block)
            case Table():
                return self._tables.table(block)
            case Signatures():
                return self._tables.signatures(block)

    def _listing(self, listing: Listing) -> str:
        look, style = "", _LISTS[listing.marker]
        if listing.marker == "tick":
            return "".join(
                self._paragraph(style, self._tick(item) + self._spans.line(item)) for item in listing.items
            )
        if listing.marker == "number":
            number = self._stock.numbering.free + self.numbered
            look = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            self.numbered += 1
        return "".join(self._paragraph(style, self._spans.line(item), look) for item in listing.items)

    def _tick(self, item: Spans) -> str:
        self._ticks += 1
        return self._spans.box(f"tick.{self._ticks}", said(item)) + "<w:r><w:tab/></w:r>"

    def _paragraph(self, style: str, runs: str, look: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._stock.styles[style]}"/>{look}</w:pPr>{runs}</w:p>'
