"""A document as tagged PDF (PDF/UA-1, ISO 14289-1): its data for the program `document.typ`."""

import re
from dataclasses import asdict
from itertools import chain
from typing import Any, Literal

import typst

from .document import Document
from .fitted import WIDTH
from .fonts import LATIN, MONOSPACED, typeface
from .line import Control, Spans
from .pdf_block import LABEL, BlockData
from .pdf_line import Parts, spans
from .pdf_text import MISSING, printable
from .picture import LOGO, NotAPicture
from .typeset import laid_out, picture_data, typeset

Data = dict[str, Any]

_ALL_BLOCKS = b"#flow(it.blocks)"

_NO_LIMIT = float("inf")


def pdf(document: Document) -> bytes:
    """The document as tagged PDF (PDF/UA-1) with its fonts; the same document gives the same bytes.

    Safe in any thread. Raises ValueError when `date` is not YYYY-MM-DD, NotAPicture for a damaged one.
    """
    return _set(document, "pdf")[0]


def png(document: Document) -> bytes:
    """The first page as a picture, 794 pixels wide. Raises NotAPicture when a picture is damaged."""
    return _set(document, "png")[0]


def _set(document: Document, format: Literal["pdf", "png"]) -> list[bytes]:
    """Nothing in a text can be wrong for Typst; the bytes of a picture can."""
    blocks = BlockData()
    data = {"blocks": list(blocks.data(document.blocks)), **page_data(document)}
    try:
        return typeset(laid_out(_ALL_BLOCKS), data, date=document.date, format=format)
    except typst.TypstError as error:
        if blocks.has_pictures or document.logo:
            raise NotAPicture from error
        raise


def page_data(document: Document) -> Data:
    """What a program behind `document.typ` is told of a document, but for its blocks."""
    logo = document.logo
    return {
        "title": _text(document.title).strip() or MISSING,
        "author": _text(document.author),
        "subject": _text(document.subject),
        "keywords": [_text(word) for word in document.keywords],
        "head": _head(document.head[0]),
        "aside": _text(document.head[1], WIDTH / 2),
        "page": _text(document.page),
        "look": asdict(document.look),
        "logo": picture_data(logo, *LOGO, _NO_LIMIT) if logo else None,
        "label": LABEL,
        **_language(document.language),
    }


def _head(line: Spans) -> Parts:
    """The running head's left side; a place to write in has its name before it, which nothing else tells."""
    named = (
        (f"{span.title} ", span) if isinstance(span, Control) and not span.shown else (span,) for span in line
    )
    return spans(tuple(chain.from_iterable(named)), WIDTH / 2)


def _language(tag: str) -> Data:
    """What Typst is told of a language tag such as zh_CN, and how a date is written in it."""
    language = tag.replace("_", "-").lower().partition("-")[0]
    face = typeface(tag)
    wide = language in {"zh", "ja"}
    return {
        "language": language if re.fullmatch("[a-z]{2,3}", language) else "und",
        "region": face.region,
        "font": face.families,
        "weights": face.has_weights,
        "monospaced": [MONOSPACED, *face.families],
        "italic": [LATIN, *face.families],
        "wide": wide,
        "date": ["年", "月", "日"] if wide else ["–", "–", ""],
    }


def _text(text: str, width: float = WIDTH) -> str:
    return printable(text, width)
