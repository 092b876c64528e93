"""The head and the foot of every page (ECMA-376 part 1, 17.10), and the picture in the head."""

import re

from ..document import Document
from ..picture import Picture
from .span import SpanWriter, escaped, run
from .stock import Stock
from .style import W
from .template import REL

NAMES = f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_MM = 36_000  # in English metric units, 20.1.2.1
_HIGHEST, _WIDEST = 9 * _MM, 60 * _MM
_FIELDS = {"{page}": ("PAGE", "1"), "{pages}": ("NUMPAGES", "1")}
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def margins(document: Document, stock: Stock, spans: SpanWriter) -> dict[str, bytes]:
    """The parts of the head and the foot, as far as they are not a template's."""
    parts = {}
    if name := stock.parts.get("header"):
        parts[name] = _part("hdr", _head(document, stock, spans))
        if document.logo:
            folder, _, file = name.rpartition("/")
            media = f"media/{file.removesuffix('.xml')}-logo.{document.logo.kind}"
            parts[f"{folder}/_rels/{file}.rels"] = _relation(media)
            parts[f"{folder}/{media}"] = document.logo.content
    if name := stock.parts.get("footer"):
        parts[name] = _part("ftr", _paragraph(stock.styles["footer"], _page(document.page)))
    return parts


def _part(tag: str, content: str) -> bytes:
    return f"{HEAD}<w:{tag} {NAMES}>{content}</w:{tag}>".encode()


def _head(document: Document, stock: Stock, spans: SpanWriter) -> str:
    left, right = document.head
    picture = _inline(document.logo, document.author) + run("  ") if document.logo else ""
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


def _relation(media: str) -> bytes:
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="rId1" Type="{REL}/image" Target="{media}"/>'
    return f'{HEAD}<Relationships xmlns="{relations}">{relation}</Relationships>'.encode()


def _inline(picture: Picture, words: str) -> str:
    """The picture in the line, at most 9 mm high and 60 mm wide (20.4.2.8)."""
    scale = min(_HIGHEST / picture.height, _WIDEST / picture.width)
    size = f'cx="{max(1, round(picture.width * scale))}" cy="{max(1, round(picture.height * scale))}"'
    away = 'distT="0" distB="0" distL="0" distR="0"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" {away}><wp:extent {size}/>'
        f'<wp:docPr id="1" name="logo" descr="{escaped(words)}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        '<pic:nvPicPr><pic:cNvPr id="1" name="logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
