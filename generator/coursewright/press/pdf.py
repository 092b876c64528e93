"""A document as tagged PDF (PDF/UA-1, ISO 14289-1), set by Typst.

The page is a fixed Typst program, `document.typ`, and the document is its data:
text is placed, never evaluated.
"""

import base64
import calendar
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any

import typst

from .document import (
    Block,
    Control,
    Document,
    Facts,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Signatures,
    Span,
    Spans,
    Strong,
    Table,
    Title,
)
from .pdf_text import FONTS, MISSING, printable
from .picture import NotAPicture, Picture

Data = dict[str, Any]
Pair = tuple[Spans, Spans]

WIDTH = 170.0
"""Between the margins, in mm."""

LABEL = 24.0
"""Width of the labels of facts, in mm."""

LOGO = (45, 9)
"""Greatest width and height, in mm."""

MOST_CHOICES = 5
"""More of them do not stand beside each other; a line to write on is kinder."""

LONGEST_ROW = 40
"""Lines of a row that is kept whole; a longer one might not fit on a page."""

TALL_ROW, BLANK_ROW = 10.6, 4.6
"""Least heights in mm, without what is around the text of a cell."""

FEW_WORDS = 4
"""Characters beside a place to write in, such as a unit."""

_FACES = {"ja": "JP", "ko": "KR", "hant": "TC", "tw": "TC", "hk": "HK"}
_BLANK: Data = {"kind": "blank"}
_REST: Data = {"kind": "rest"}


def pdf(document: Document) -> bytes:
    """The document as tagged PDF (PDF/UA-1) with its fonts; the same document gives the same bytes.

    Safe in any thread. Raises ValueError when `date` is not YYYY-MM-DD, NotAPicture when the logo is damaged.
    """
    year, month, day = map(int, document.date.split("-"))
    return _set(
        document, format="pdf", pdf_standards=["ua-1"], timestamp=calendar.timegm((year, month, day, 0, 0, 0))
    )[0]


def png(document: Document) -> bytes:
    """The first page as a picture, 794 pixels wide. Raises NotAPicture when the logo is damaged."""
    return _set(document, format="png", ppi=96)[0]


def _set(document: Document, **output: Any) -> list[bytes]:
    """One file, or a file for each page. No text can be wrong for Typst; the bytes of a logo can."""
    inputs = {"document": json.dumps(_document(document), ensure_ascii=False)}
    compiler = typst.Compiler(_template(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs)
    try:
        made = compiler.compile(**output)
    except typst.TypstError as error:
        if document.logo is None:
            raise
        raise NotAPicture from error
    return [made] if isinstance(made, bytes) else made or []


@cache
def _template() -> bytes:
    return resources.files(__package__).joinpath("document.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resources.files(FONTS))]
    )


# a document as data


def _document(document: Document) -> Data:
    return {
        "title": _text(document.title).strip() or MISSING,
        "author": _text(document.author),
        "subject": _text(document.subject),
        "keywords": [_text(word) for word in document.keywords],
        "head": _head(document.head[0]),
        "aside": _text(document.head[1], WIDTH / 2),
        "page": _text(document.page),
        "look": asdict(document.look),
        "logo": _logo(document.logo),
        "label": LABEL,
        "blocks": list(_blocks(document.blocks)),
        **_language(document.language),
    }


def _head(line: Spans) -> list[str | Data]:
    """The running head's left side; a place to write in is named, for nothing else tells what it is."""
    named = (
        (f"{span.title} ", span) if isinstance(span, Control) and not span.shown else (span,) for span in line
    )
    return [_span(span, WIDTH / 2) for span in chain.from_iterable(named)]


def _language(tag: str) -> Data:
    """What Typst is told of a language tag such as zh_CN, and how a date is written in it."""
    language, *rest = tag.replace("_", "-").lower().split("-")
    face = next((_FACES[part] for part in (*reversed(rest), language) if part in _FACES), "SC")
    region = {"SC": "cn", "TC": "tw", "HK": "hk"}.get(face) if language == "zh" else None
    wide = language in {"zh", "ja"}
    return {
        "language": language if re.fullmatch("[a-z]{2,3}", language) else "und",
        "region": region,
        "font": f"Noto Sans CJK {face}",
        "wide": wide,
        "date": ["年", "月", "日"] if wide else ["–", "–", ""],
    }


def _logo(picture: Picture | None) -> Data | None:
    """The picture inside an SVG: Typst is given text, and a list of numbers would be four times as long."""
    if picture is None:
        return None
    scale = min(LOGO[0] / picture.width, LOGO[1] / picture.height)
    size = f'width="{picture.width}" height="{picture.height}"'
    source = f"data:image/{picture.kind};base64,{base64.b64encode(picture.content).decode('ascii')}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{source}"/></svg>'
    return {"svg": svg, "width": picture.width * scale, "height": picture.height * scale}


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Data]:
    """Without empty headings and with an outline that begins at level 1, as PDF/UA wants."""
    kept = [
        block for block in blocks if not (isinstance(block, Heading) and not _text(_said(block.line)).strip())
    ]
    outline = 1
    for block, after in zip(kept, [*kept, None][1:], strict=True):
        data = _block(block)
        if isinstance(block, Heading):
            data["depth"] = min(block.level, outline)
            outline = 2 if block.level == 1 else outline
        yield {**data, "sticky": isinstance(after, Signatures)}


def _block(block: Block) -> Data:
    match block:
        case Title(text):
            return {"kind": "title", "text": _text(text)}
        case Heading(line, level):
            return {"kind": "heading", "line": _line(line), "level": level}
        case Paragraph(line, style):
            return {"kind": "paragraph", "line": _line(line), "style": style}
        case Listing(items, marker):
            return {"kind": "listing", "items": [_line(item) for item in items], "marker": marker}
        case Facts():
            return {
                "kind": "facts",
                "rows": list(_fact_rows(block)),
                "fillable": _is_fillable(value for _, value in block.pairs),
            }
        case Table():
            return _table(block)
        case Signatures(who, words):
            return {
                "kind": "signatures",
                "who": [_text(name, 35) for name in who],
                "words": [_text(word, 20) for word in words],
            }


def _is_fillable(cells: Iterable[Spans]) -> bool:
    return any(map(_is_blank, cells))


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
    cells = [[_line(name, LABEL), _cell(value, width)] for name, value in pairs]
    return {"pairs": cells, "breakable": any(_lines(value, width) > LONGEST_ROW for _, value in pairs)}


def _table(table: Table) -> Data:
    shares = sum(column.share for column in table.columns)
    widths = [WIDTH * column.share / shares for column in table.columns]
    return {
        "kind": "table",
        "columns": [
            {"title": _line(column.title, width), "share": column.share, "align": column.align}
            for column, width in zip(table.columns, widths, strict=True)
        ],
        "rows": [_row(row, widths, table.tall) for row in table.rows],
        "fillable": _is_fillable(cell for row in table.rows for cell in row),
    }


def _row(row: tuple[Spans, ...], widths: list[float], tall: bool) -> Data:
    cells = list(zip(row, widths, strict=True))
    return {
        "cells": [_cell(*cell) for cell in cells],
        "breakable": any(_lines(*cell) > LONGEST_ROW for cell in cells),
        "height": TALL_ROW if tall else BLANK_ROW if any(map(_is_blank, row)) else 0,
    }


# lines


def _line(line: Spans, width: float = WIDTH) -> list[str | Data]:
    """The spans for a place of so many mm. With little beside it, it takes what is left of the line."""
    place = _REST if len(_said(line)) <= FEW_WORDS else _BLANK
    return [place if span is _BLANK else span for span in (_span(span, width) for span in line)]


def _cell(line: Spans, width: float) -> list[str | Data]:
    """A cell with nothing but a place to write in stays white: it has its own lines."""
    return [span for span in _line(line, width) if span is not _REST or not _is_blank(line)]


def _is_blank(line: Spans) -> bool:
    """Whether all that it holds is a place to write in, and marks."""
    return not _said(line) and any(isinstance(span, Control) for span in line)


def _span(span: Span, width: float) -> str | Data:
    match span:
        case str():
            return _text(span, width)
        case Strong(text):
            return {"kind": "strong", "text": _text(text, width)}
        case Mark(text):
            return {"kind": "mark", "text": _text(text, width)}
        case Control():
            return _text(span.shown, width) if span.shown else _blank(span, width)


def _blank(control: Control, width: float) -> Data:
    if control.kind == "choice" and len(control.choices) <= MOST_CHOICES:
        return {"kind": "choices", "words": [_text(words, width) for _, words in control.choices]}
    return {"kind": "date"} if control.kind == "date" else _BLANK


def _text(text: str, width: float = WIDTH) -> str:
    return printable(text, width)


def _said(line: Spans) -> str:
    """Its words but for the marks, without spaces around them."""
    spans = (span for span in line if not isinstance(span, Mark))
    return "".join(
        span if isinstance(span, str) else span.shown if isinstance(span, Control) else span.text
        for span in spans
    ).strip()


def _lines(line: Spans, width: float) -> float:
    """How many lines it takes at most, were every character as wide as it is high (3 mm)."""
    said = _said(line)
    return len(said) * 3 / width + said.count("\n")
