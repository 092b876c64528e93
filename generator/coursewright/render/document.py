"""The blocks of a document as HTML for a page, so that a page says what its document says.

Headings are Markdown, as on every page; places to fill in are named by `data-field`.
"""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from ..press.document import (
    Beside,
    Block,
    Code,
    Column,
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
)
from ..press.line import Control, Link, Mark, Run, Span, Spans, said
from .markdown import Reading, as_heading, link_start, shielded

MOST_COLUMNS = 3
"""A table of more is a list of rows on a phone."""

_STYLES = {"body": "cw-text", "note": "cw-text cw-note", "small": "cw-text cw-statement"}
_LISTS = {"bullet": "ul", "number": "ol", "tick": "ul", "cross": "ul"}
_MARKERS = {"bullet": "", "number": "", "tick": ' class="cw-boxes"', "cross": ' class="cw-crosses"'}
_ALIGNED = {"left": "", "right": ' class="cw-right"', "center": ' class="cw-center"'}
_WIDE = ' class="cw-wide"'
_LOOKS = {"code": "code", "emphasis": "em", "struck": "s", "strong": "strong"}
"""Looks from the inside out, and their elements."""


def document_html(blocks: Iterable[Block], reading: Reading) -> Markup:
    """The blocks one below the other, for a staged page."""
    page = _Page(reading)
    return Markup("\n").join(map(page.top, blocks))


class _Page:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def top(self, block: Block) -> Markup:
        """A block at the start of a line of the page."""
        match block:
            case Title(text):
                return as_heading(1, text)
            case Heading():
                return self._heading(block)
            case Together(blocks):
                return Markup("\n").join(map(self.top, blocks))
            case Paragraph(style=style):
                return Markup(shielded(f'<div class="{_STYLES[style]}">{self._block(block)}</div>'))
            case _:
                return Markup(shielded(self._block(block)))

    def _heading(self, heading: Heading) -> Markup:
        marks = self._line(tuple(span for span in heading.line if isinstance(span, Mark)))
        below = Markup(f'<p class="cw-mark">{marks}</p>') if marks else ""
        return as_heading(heading.level + 1, said(heading.line), heading.anchor) + below

    def _block(self, block: Block) -> str:  # noqa: C901 - a case a block
        match block:
            case Title(text):
                return f"<h2>{escape(text)}</h2>"
            case Heading(line, level):
                return f"<h{level + 1}>{self._line(line)}</h{level + 1}>"
            case Paragraph(line):
                return f"<p>{self._line(line)}</p>"
            case Listing():
                return self._listing(block)
            case Together(blocks):
                return self._blocks(blocks)
            case Quotation(blocks):
                return f"<blockquote>{self._blocks(blocks)}</blockquote>"
            case Code(text):
                return f"<pre><code>{escape(text)}\n</code></pre>"
            case Figure(_, words):
                return f"<p>{escape(words)}</p>"
            case Divider():
                return "<hr>"
            case PageEnd():
                return ""
            case Passage(key, _, blocks):
                return f'<div class="cw-text" data-field="{escape(key)}">{self._blocks(blocks)}</div>'
            case Facts() | Table() | Beside() | Signatures():
                return self._tabular(block)

    def _tabular(self, block: Facts | Table | Beside | Signatures) -> str:
        match block:
            case Facts():
                return self._facts(block)
            case Table():
                return self._table(block)
            case Beside(left, right):
                return f'<div class="cw-two">{self._half(left)}{self._half(right)}</div>'
            case Signatures():
                return self._signatures(block)

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _listing(self, listing: Listing) -> str:
        tag = _LISTS[listing.marker]
        first = f' start="{listing.first}"' if listing.first != 1 else ""
        return f"<{tag}{first}{_MARKERS[listing.marker]}>{''.join(map(self._item, listing.items))}</{tag}>"

    def _item(self, item: Spans | Item) -> str:
        if isinstance(item, Item):
            return f"<li>{self._line(item.line)}{self._blocks(item.below)}</li>"
        return f"<li>{self._line(item)}</li>"

    def _facts(self, facts: Facts) -> str:
        rows = (
            f'<tr{_WIDE if at in facts.wide else ""}><th scope="row">{self._line(name)}</th>'
            f"<td>{self._line(value)}</td></tr>"
            for at, (name, value) in enumerate(facts.pairs)
        )
        table = f'<table class="cw-pairs"><tbody>{"".join(rows)}</tbody></table>'
        return f'<div class="cw-scroll" tabindex="0">{table}</div>'

    def _half(self, table: Table) -> str:
        return f'<section aria-label="{escape(table.title)}">{self._table(table)}</section>'

    def _table(self, table: Table) -> str:
        is_list = len(table.columns) > MOST_COLUMNS
        heads = (
            f'<th scope="col"{_ALIGNED[each.align]}>{title}</th>'
            if (title := self._line(each.title))
            else "<td></td>"
            for each in table.columns
        )
        rows = (self._row(table, at, row, is_list) for at, row in enumerate(table.rows, 1))
        look = " ".join(("cw-scroll", *["cw-stack"] * is_list, *["cw-columns"] * table.folded))
        return (
            f'<div class="{look}" tabindex="0"><table><thead><tr>{"".join(heads)}</tr></thead>'
            f"<tbody>{''.join(rows)}</tbody></table></div>"
        )

    def _row(self, table: Table, at: int, row: tuple[Spans, ...], is_list: bool) -> str:
        number = f' data-{table.row}="{at}"' if table.row else ""
        cells = (
            f"<td{_ALIGNED[column.align]}{_named(column) if is_list else ''}>{self._line(cell)}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        )
        return f"<tr{number}>{''.join(cells)}</tr>"

    def _signatures(self, signatures: Signatures) -> str:
        _, date = map(escape, signatures.words)
        places = (f"<p>{escape(who)}<span></span>{date}<span></span></p>" for who in signatures.who)
        return f'<div class="cw-signatures">{"".join(places)}</div>'

    def _line(self, line: Spans) -> str:
        return "".join(map(self._span, line))

    def _span(self, span: Span) -> str:
        match span:
            case str():
                return _words(span)
            case Run():
                return _run(span)
            case Link(line, address):
                return f"{link_start(address, self._reading)}{self._line(line)}</a>"
            case Mark(text, title, key):
                name = f' data-confirm="{escape(key.partition(".")[2])}"' if key else ""
                return f'<span class="cw-proposal" title="{escape(title)}"{name}>{escape(text)}</span>'
            case Control():
                inner = self._line(span.line or (span.shown,))
                return f'<span data-field="{escape(span.key)}">{inner}</span>'


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _run(run: Run) -> str:
    inner = _words(run.text)
    for look, tag in _LOOKS.items():
        if getattr(run, look):
            inner = f"<{tag}>{inner}</{tag}>"
    return inner


def _named(column: Column) -> str:
    """What a cell is, for where the head is not beside it; a sign such as # says nothing."""
    name = said(column.title)
    return f' data-column="{escape(name)}"' if any(map(str.isalnum, name)) else ""
