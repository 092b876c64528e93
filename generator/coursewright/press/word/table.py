"""Tables of WordprocessingML (ECMA-376 part 1, 17.4): facts, rows and columns, signatures."""

from collections.abc import Iterator
from itertools import accumulate

from ..document import Column, Facts, Look, Signatures, Table
from ..line import Control, Spans
from .span import SpanWriter, escaped
from .stock import Stock
from .style import shading

_MM = 1440 / 25.4  # a millimetre in twentieths of a point
_FACTS = (13, 37, 13, 37)
"""Shares of label and value, twice; a label has room for six Chinese characters."""
_SIGNERS = 3  # side by side, so that each has 5 cm to sign on


class Tables:
    """Writes the tables of one document; counts its signatures."""

    def __init__(self, stock: Stock, spans: SpanWriter, look: Look) -> None:
        self._stock = stock
        self._shade = shading(look)
        self._spans = spans
        self._signed = 0

    def facts(self, facts: Facts) -> str:
        """Label and value side by side, in two pairs or one wide pair a row."""
        widths = self._widths(_FACTS)
        rows = (self._facts_row(pairs, widths) for pairs in _in_rows(facts))
        return self._table(
            "Document Facts", widths, "".join(rows), facts.title, 'w:firstColumn="1" w:firstRow="0"'
        )

    def table(self, table: Table, indent: int = 0) -> str:
        """A table with a head row that repeats and rows that do not split, so far from the margin."""
        widths = self._widths(tuple(column.share for column in table.columns), indent)
        head = self._row(
            table.columns, tuple(column.title for column in table.columns), widths, "Document Head"
        )
        least = table.tall * _MM
        height = f'<w:trHeight w:val="{least:.0f}" w:hRule="atLeast"/>' if table.tall else ""
        rows = (_tr(self._row(table.columns, row, widths, "Document Cell"), height) for row in table.rows)
        return self._table(
            "Document Table",
            widths,
            _tr(head, "<w:tblHeader/>") + "".join(rows),
            table.title,
            'w:firstRow="1" w:firstColumn="0"',
            indent=indent,
        )

    def signatures(self, signatures: Signatures) -> str:
        """A line to sign on and a date for each, three side by side, never parted by the end of a page."""
        who, columns = signatures.who, min(len(signatures.who), _SIGNERS)
        widths = self._widths((1,) * columns)
        groups = [who[at : at + columns] for at in range(0, len(who), columns)]
        rows = (_tr(self._signers(group, signatures.words, widths, group is groups[-1])) for group in groups)
        return self._table(
            "Document Signatures",
            widths,
            "".join(rows),
            signatures.words[0],
            'w:firstRow="0" w:firstColumn="0"',
        )

    def _table(
        self, style: str, widths: tuple[int, ...], rows: str, title: str, look: str, *, indent: int = 0
    ) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        words = (
            f'<w:tblCaption w:val="{escaped(title)}"/><w:tblDescription w:val="{escaped(title)}"/>'
            if title
            else ""
        )
        way = "<w:bidiVisual/>" if self._stock.is_right_to_left else ""
        inset = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._stock.styles[style]}"/>{way}'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{inset}<w:tblLayout w:type="fixed"/>'
            f'<w:tblLook {look} w:lastRow="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{words}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(
        self, columns: tuple[Column, ...], lines: tuple[Spans, ...], widths: tuple[int, ...], style: str
    ) -> str:
        cells = zip(columns, lines, widths, strict=True)
        return "".join(
            _tc(self._paragraph(style, line, column.align), width) for column, line, width in cells
        )

    def _facts_row(self, pairs: tuple[tuple[Spans, Spans], ...], widths: tuple[int, ...]) -> str:
        first, second, third, fourth = widths
        if len(pairs) == 1:
            return _tr(self._pair(pairs[0], first, second + third + fourth, 3))
        return _tr(self._pair(pairs[0], first, second) + self._pair(pairs[1], third, fourth))

    def _pair(self, pair: tuple[Spans, Spans], narrow: int, wide: int, span: int = 1) -> str:
        label = _tc(self._paragraph("Document Label", pair[0]), narrow, shade=self._shade)
        return label + _tc(self._paragraph("Document Cell", pair[1]), wide, span)

    def _signers(
        self, who: tuple[str, ...], words: tuple[str, str], widths: tuple[int, ...], last: bool
    ) -> str:
        missing = "".join(_tc(self._paragraph("Document Date", ()), width) for width in widths[len(who) :])
        return (
            "".join(self._signer(name, words, width, last) for name, width in zip(who, widths, strict=False))
            + missing
        )

    def _signer(self, who: str, words: tuple[str, str], width: int, last: bool) -> str:
        self._signed += 1
        sign, date = words
        day = (f"{date} ", Control(f"signature-date.{self._signed}", f"{who} {date}", kind="date"))
        lines = (
            self._paragraph("Document Signer", (who,)),
            self._paragraph("Document Signature", (sign,)),
            self._paragraph("Document Date", day, keep=not last),
        )
        return _tc("".join(lines), width, place="bottom")

    def _paragraph(self, style: str, line: Spans, align: str = "left", keep: bool = False) -> str:
        look = "<w:keepNext/>" if keep else ""
        look += f'<w:jc w:val="{align}"/>' if align != "left" else ""
        look = f'<w:pStyle w:val="{self._stock.styles[style]}"/>{look}'
        return f"<w:p><w:pPr>{look}</w:pPr>{self._spans.line(line)}</w:p>"

    def _widths(self, shares: tuple[int, ...], indent: int = 0) -> tuple[int, ...]:
        """The width of the text in parts, which add up to it exactly."""
        ends = [(self._stock.width - indent) * share // sum(shares) for share in accumulate(shares)]
        return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def _in_rows(facts: Facts) -> Iterator[tuple[tuple[Spans, Spans], ...]]:
    row: tuple[tuple[Spans, Spans], ...] = ()
    for number, pair in enumerate(facts.pairs):
        if number in facts.wide:
            yield from ((row, (pair,)) if row else ((pair,),))
            row = ()
        elif row:
            yield (*row, pair)
            row = ()
        else:
            row = (pair,)
    if row:
        yield row


def _tr(cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"


def _tc(content: str, width: int, span: int = 1, shade: str = "", place: str = "center") -> str:
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{over}{shade}<w:vAlign w:val="{place}"/>'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>"
