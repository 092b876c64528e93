"""The head and the foot of every page (ECMA-376 part 1, 17.10), and the picture in the head."""

import re
from math import inf

from ..document import Document
from ..picture import LOGO
from .drawing import MM, drawing, relation
from .namespaces import REL, W
from .span import SpanWriter, run
from .stock import Stock

NAMES = f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LOGO_KEY = "logo"
"""Of the relationship to the logo's bytes."""

_LOGO_BOX = LOGO[0] * MM, LOGO[1] * MM
_FIELDS = {"{page}": ("PAGE", "1"), "{pages}": ("NUMPAGES", "1")}


def margins(document: Document, stock: Stock, spans: SpanWriter) -> dict[str, bytes]:
    """The parts of the head and the foot, as far as they are not a template's."""
    parts = {}
    if name := stock.parts.get("header"):
        parts[name] = _part("hdr", _head(document, stock, spans))
        if document.logo:
            folder, _, file = name.rpartition("/")
            media = f"media/{file.removesuffix('.xml')}-logo.{document.logo.kind}"
            parts[f"{folder}/_rels/{file}.rels"] = _relations(media)
            parts[f"{folder}/{media}"] = document.logo.content
    if name := stock.parts.get("footer"):
        parts[name] = _part("ftr", _paragraph(stock.styles["footer"], _page(document.page)))
    return parts


def _part(tag: str, content: str) -> bytes:
    return f"{HEAD}<w:{tag} {NAMES}>{content}</w:{tag}>".encode()


def letterhead(document: Document, stock: Stock, spans: SpanWriter) -> str:
    """What the head of each page would say, once at the beginning: where the head is a template's."""
    return "" if "header" in stock.parts else _head(document, stock, spans)


def _head(document: Document, stock: Stock, spans: SpanWriter) -> str:
    left, right = document.head
    logo = document.logo
    picture = drawing(logo, document.author, 1, LOGO_KEY, box=_LOGO_BOX, most=inf) + run("  ") if logo else ""
    stops = "".join(
        f'<w:tab w:val="clear" w:pos="{place}"/>' for place in stock.tabs if place != str(stock.width)
    )
    tabs = f'<w:tabs>{stops}<w:tab w:val="right" w:pos="{stock.width}"/></w:tabs>'
    return _paragraph(stock.styles["header"], picture + spans.line(left) + run(f"\t{right}"), tabs)


def _paragraph(style: str, runs: str, look: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{runs}</w:p>'


def _page(words: str) -> str:
    return "".join(
        _field(*_FIELDS[part]) if part in _FIELDS else run(part)
        for part in re.split(r"(\{pages?\})", words)
        if part
    )


def _field(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>'


def _relations(media: str) -> bytes:
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{names}">{relation(LOGO_KEY, media)}</Relationships>'.encode()
