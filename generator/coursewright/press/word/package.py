"""A document as Word's DOCX (ECMA-376), and what was filled into one, as values.

The stock (styles, page, fonts) is made once; a document is its body, head, foot
and properties, written as text and added to the stock's ZIP.
"""

import re
from dataclasses import dataclass

from ..document import Document
from .archive import RELATIONS, packed
from .body import Body, figure_key
from .controls import Held
from .drawing import relation
from .filled import KEPT, PAPER, Filled, controls, filled, in_short, numberless
from .margin import HEAD, LOGO_KEY, NAMES, letterhead, margins
from .opened import NotADocument
from .span import SpanWriter, date_parts, escaped
from .stock import Stock, corporate_stock, own_stock
from .strips import OBJECT, Strip
from .template import NotATemplate

__all__ = [
    "OBJECT",
    "Filled",
    "Held",
    "NotADocument",
    "NotATemplate",
    "Strip",
    "controls",
    "filled",
    "kept",
    "numberless",
    "word",
]

_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_SOURCE = "customXml/coursewright.xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def word(document: Document, template: bytes | None = None) -> bytes:
    """The document as DOCX; the same document gives the same bytes.

    `template` is a corporate Word file whose styles, page setup, headers and footers
    are kept; what it lacks of the styles we need is added. Characters that XML forbids
    are dropped. Raises NotATemplate.
    """
    language = _language(document.language)
    stock = (
        own_stock(document.look, language)
        if template is None
        else corporate_stock(template, document.look, language)
    )
    spans = SpanWriter(stock.styles, language)
    body = Body(stock, spans, document.look)
    content = letterhead(document, stock, spans) + body.xml(document.blocks)
    parts = {
        "word/document.xml": _main(content, stock),
        stock.parts["numbering"]: stock.numbering.part(body.numbered),
        stock.parts["core"]: _core(document, language),
        **_beside(document, body, stock),
        **_custom(document, stock),
        **margins(document, stock, spans),
    }
    return packed(parts, stock.archive)


@dataclass(frozen=True)
class Kept:
    """What a template has of its own: a header, and whether its pages say their numbers."""

    header: bool
    numbers: bool


def kept(document: Document, template: bytes) -> Kept:
    """What of a template stays where the document's own would be. Raises NotATemplate."""
    stock = corporate_stock(template, document.look, _language(document.language))
    return Kept("header" not in stock.parts, stock.is_numbered)


def _language(tag: str) -> str:
    """A language tag as Word knows it."""
    tag = tag.replace("_", "-")
    return _LANGUAGES.get(tag, tag) if _LANGUAGE.fullmatch(tag) else "und"


def _main(content: str, stock: Stock) -> bytes:
    opening = f'{HEAD}<w:document {NAMES} xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w14">'
    return f"{opening}<w:body>{content}{stock.section}</w:body></w:document>".encode()


def _beside(document: Document, body: Body, stock: Stock) -> dict[str, bytes]:
    """The relationships of the text, its pictures, and what the document is made of."""
    media = {
        figure_key(number): (f"media/figure{number}.{figure.picture.kind}", figure.picture.content)
        for number, figure in enumerate(body.figures, 1)
    }
    more = "".join(relation(key, name) for key, (name, _) in media.items())
    parts = {f"word/{name}": content for name, content in media.values()}
    if document.logo and "header" not in stock.parts:
        name = f"media/logo.{document.logo.kind}"
        more += relation(LOGO_KEY, name)
        parts[f"word/{name}"] = document.logo.content
    if document.source:
        more += relation("source", f"/{_SOURCE}", _CUSTOM)
        kept = escaped(document.source) + _paper(stock)
        parts[_SOURCE] = f'{HEAD}<source xmlns="{KEPT}">{kept}</source>'.encode()
    head, end, tail = stock.relations.rpartition(b"</")
    return {RELATIONS: head + more.encode() + end + tail, **parts}


def _paper(stock: Stock) -> str:
    """What a template's heads and feet say, so that it can be told from what is written into them."""
    if stock.paper is None:
        return ""
    return f"<paper>{''.join(f'<line>{escaped(text)}</line>' for text in stock.paper)}</paper>"


def _custom(document: Document, stock: Stock) -> dict[str, bytes]:
    """Custom properties (part 1, 22.3), unless a template has its own."""
    if "custom" not in stock.parts:
        return {}
    paper = () if stock.paper is None else ((PAPER, " ".join(map(in_short, stock.paper))),)
    properties = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{at}" name="{escaped(name)}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for at, (name, value) in enumerate((*document.properties, *paper), 2)
    )
    names = "http://schemas.openxmlformats.org/officeDocument/2006"
    whole = f'<Properties xmlns="{names}/custom-properties" xmlns:vt="{names}/docPropsVTypes">{properties}'
    return {stock.parts["custom"]: f"{HEAD}{whole}</Properties>".encode()}


def _core(document: Document, language: str) -> bytes:
    """Core properties (ECMA-376 part 2, 11): the edition's date, not today's."""
    names = {
        "dc:title": document.title,
        "dc:subject": document.subject,
        "dc:creator": document.author,
        "cp:keywords": ", ".join(document.keywords),
        "dc:identifier": document.name,
        "dc:language": language,
        "cp:lastModifiedBy": document.author,
        "cp:revision": "1",
    }
    inner = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in names.items())
    if date_parts(document.date):
        for name in ("created", "modified"):
            inner += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{document.date}T00:00:00Z</dcterms:{name}>'
    return (
        f"{HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}</cp:coreProperties>'
    ).encode()
