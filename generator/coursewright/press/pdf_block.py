"""Blocks of a document as data for Typst."""

from collections.abc import Iterable, Iterator
from typing import Any

from .document import (
    Beside,
    Block,
    Code,
    Divider,
    Facts,
    Figure,
    Heading,
    Item,
    Listing,
    PageEnd,
    Paragraph,
    Passage,
    Quotation,
    Signatures,
    Table,
    Title,
    Together,
    lines_of,
)
from .fitted import WIDTH, fitted
from .line import Control, Spans, said
from .pdf_line import CHARACTER, cell, height, is_blank, parts
from .pdf_text import MISSING, printable
from .typeset import picture_data

Data = dict[str, Any]
Pair = tuple[Spans, Spans]

LABEL = 24.0
"""Width of the labels of facts, in mm."""

LONGEST_ROW = 40
"""Lines of a row that is kept whole; a longer one might not fit on a page."""

LONGEST_WHOLE = 50
"""Lines of blocks that are kept together; more might not fit on a page."""

BLANK_ROW = 5.0
"""Least height of a row to write in, without what is around the text of a cell, in mm."""

AROUND = 1.4
"""Above and below the text of a cell, in mm."""

SIGNER, SIGNED = 35.0, 20.0
"""Room for a name above a signature and for a word before its line, in mm."""

INSET = 5.0
"""Of a list and of a quotation, in mm."""

HIGHEST = 110.0
"""A figure in mm, so that words stand beside it on a page."""

PIXEL = 25.4 / 96
"""In mm, as screens have them."""

TAB = 4


class BlockData:
    """The data of one document's blocks; knows where in its outline it is, and whether there are pictures."""

    def __init__(self) -> None:
        self.has_pictures = False
        self._outline: list[int] = []

    def data(self, blocks: tuple[Block, ...], width: float = WIDTH) -> Iterator[Data]:
        """In a place of so many mm. Without empty headings, which PDF/UA forbids."""
        kept = [block for block in blocks if not (isinstance(block, Heading) and _is_empty(block))]
        for block, after in zip(kept, [*kept, None][1:], strict=True):
            yield {**self._block(block, width), "sticky": isinstance(after, Signatures)}

    def _block(self, block: Block, width: float) -> Data:  # noqa: C901, PLR0912 - a case a block
        match block:
            case Title(text):
                return {"kind": "title", "text": printable(text, width)}
            case Heading(line, level):
                return {
                    "kind": "heading",
                    "line": parts(line, width),
                    "level": level,
                    "depth": self._depth(level),
                }
            case Paragraph(line, style):
                return {"kind": "paragraph", "line": parts(line, width), "style": style}
            case Listing(items, marker, first):
                entries = [self._item(item, width - INSET) for item in items]
                return {"kind": "listing", "items": entries, "marker": marker, "first": first}
            case Quotation(inner):
                return {"kind": "quotation", "blocks": list(self.data(inner, width - INSET))}
            case Code(text):
                return {"kind": "code", "text": printable(text.expandtabs(TAB), width)}
            case Figure():
                return self._figure(block, width)
            case Divider():
                return {"kind": "divider"}
            case PageEnd():
                return {"kind": "page-end"}
            case Passage():
                return self._passage(block, width)
            case Together(inner):
                is_long = sum(map(_lines, inner)) > LONGEST_WHOLE
                return {"kind": "together", "blocks": list(self.data(inner, width)), "breakable": is_long}
            case Facts():
                return _facts(block)
            case Table():
                return _table(fitted(block), width)
            case Beside(left, right):
                tables = list(self.data((left, right), width))
                return {"kind": "together", "blocks": tables, "breakable": True}
            case Signatures():
                return _signatures(block)

    def _depth(self, level: int) -> int:
        """The outline begins at level 1 and leaves no level out, as PDF/UA wants."""
        self._outline = [above for above in self._outline if above < level] + [level]
        return len(self._outline)

    def _item(self, item: Spans | Item, width: float) -> Data:
        line, below = (item.line, item.below) if isinstance(item, Item) else (item, ())
        return {"line": parts(line, width), "below": list(self.data(below, width))}

    def _figure(self, figure: Figure, width: float) -> Data:
        self.has_pictures = True
        words = printable(figure.words, width).strip() or MISSING
        return {"kind": "figure", "words": words, **picture_data(figure.picture, width, HIGHEST, PIXEL)}

    def _passage(self, passage: Passage, width: float) -> Data:
        place = Paragraph((Control(passage.key, passage.title),))
        return {"kind": "passage", "blocks": list(self.data(passage.blocks or (place,), width))}


def _lines(block: Block) -> float:
    """How high a block is at most, in lines."""
    match block:
        case Beside(left, right):
            return _lines(left) + _lines(right)
        case Table():
            table = fitted(block)
            room = [
                WIDTH * column.share / sum(each.share for each in table.columns) for column in table.columns
            ]
            rows = (max(map(height, row, room), default=0) for row in table.rows)
            return 2 + sum(max(1, row) + max(1, table.tall / CHARACTER) for row in rows)
        case Facts(pairs):
            return sum(1.5 + height(value, WIDTH / 2 - LABEL) for _, value in pairs)
        case Signatures(who):
            return 5.0 * -(-len(who) // 4)
        case _:
            return sum(1.5 + height((text,), WIDTH) for text in lines_of((block,)))


def _is_empty(heading: Heading) -> bool:
    return not printable(said(heading.line), WIDTH).strip()


def _is_fillable(cells: Iterable[Spans]) -> bool:
    return any(map(is_blank, cells))


def _facts(facts: Facts) -> Data:
    fillable = _is_fillable(value for _, value in facts.pairs)
    return {"kind": "facts", "rows": list(_fact_rows(facts)), "fillable": fillable}


def _fact_rows(facts: Facts) -> Iterator[Data]:
    """Rows of two pairs, or of one over the whole width: a wide one, or one that found no partner."""
    row: list[Pair] = []
    for at, pair in enumerate(facts.pairs):
        if row and (at in facts.wide or len(row) == 2):
            yield _fact_row(row)
            row = []
        row.append(pair)
        if at in facts.wide:
            yield _fact_row(row)
            row = []
    if row:
        yield _fact_row(row)


def _fact_row(pairs: list[Pair]) -> Data:
    width = WIDTH / len(pairs) - LABEL
    cells = [[parts(name, LABEL), cell(value, width)] for name, value in pairs]
    return {"pairs": cells, "breakable": any(height(value, width) > LONGEST_ROW for _, value in pairs)}


def _table(table: Table, width: float) -> Data:
    shares = sum(column.share for column in table.columns)
    widths = [width * column.share / shares for column in table.columns]
    return {
        "kind": "table",
        "columns": [
            {"title": parts(column.title, width), "share": column.share, "align": column.align}
            for column, width in zip(table.columns, widths, strict=True)
        ],
        "rows": [_row(row, widths, table.tall) for row in table.rows],
        "fillable": _is_fillable(cell for row in table.rows for cell in row),
    }


def _row(row: tuple[Spans, ...], widths: list[float], tall: int) -> Data:
    cells = list(zip(row, widths, strict=True))
    return {
        "cells": [cell(*each) for each in cells],
        "breakable": any(height(*each) > LONGEST_ROW for each in cells),
        "height": tall - AROUND if tall else BLANK_ROW if any(map(is_blank, row)) else 0,
    }


def _signatures(signatures: Signatures) -> Data:
    return {
        "kind": "signatures",
        "who": [printable(name, SIGNER) for name in signatures.who],
        "words": [printable(word, SIGNED) for word in signatures.words],
    }
