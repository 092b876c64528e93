"""Answer sheets as one PDF: what a form has alike is set once, and every sheet is laid over it.

So five hundred sheets take as long as one page each of names and codes, and a printer draws bubbles once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from importlib import resources
from typing import Any

from ..press.fonts import typeface
from ..press.pdf_text import printable
from ..press.squares import aztec, rune
from ..press.typeset import typeset
from .layout import CODE, CODE_AT, CORNERS, REFERENCES, RUNE, Identity, Variant
from .page import HEIGHT, RADIUS, WIDTH, Page, Text

Data = dict[str, Any]
RUNE_SQUARES = 11
EMPTY: Data = {
    "background": None,
    **{name: [] for name in ("boxes", "bubbles", "references", "samples", "codes", "texts")},
}
"""A page with nothing on it."""


@dataclass(frozen=True)
class Sheet:
    """A page of one candidate: what lies over the page that its identity names."""

    identity: Identity
    texts: Sequence[Text]


def sheets_pdf(
    alike: Mapping[Variant, Sequence[Page]],
    sheets: Iterable[Sheet | None],
    title: str,
    language: str,
    date: str,
) -> bytes:
    """All pages of all sheets in their order, of which None is empty; the same input gives the same bytes."""
    look = _look(title, language)
    places = [(variant, at) for variant, pages in alike.items() for at in range(1, len(pages) + 1)]
    numbers = {place: number for number, place in enumerate(places)}
    backgrounds = [_set([_static(alike[variant][at - 1])], [], look, date) for variant, at in places]
    own = [
        _personal(sheet, numbers[sheet.identity.variant, sheet.identity.page]) if sheet else EMPTY
        for sheet in sheets
    ]
    return _set(own, backgrounds, look, date)


def _set(pages: Sequence[Data], backgrounds: Iterable[bytes], look: Data, date: str) -> bytes:
    """Without a standard: none allows a PDF within a PDF, which is what makes it small."""
    program = resources.files(__package__).joinpath("sheet.typ").read_bytes()
    data = {**look, "pages": pages, "backgrounds": [list(content) for content in backgrounds]}
    return typeset(program, data, date=date, standards=())[0]


def _look(title: str, language: str) -> Data:
    face = typeface(language)
    return {
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "radius": RADIUS,
        "language": language.replace("_", "-").partition("-")[0].lower(),
        "region": face.region,
        "font": face.families,
        "weights": face.has_weights,
    }


def _static(page: Page) -> Data:
    return {
        **EMPTY,
        "boxes": [astuple(box) for box in page.boxes],
        "bubbles": [(bubble.x, bubble.y, bubble.shown) for bubble in page.bubbles],
        "references": [(each.x, each.y, each.is_filled) for each in REFERENCES],
        "samples": page.samples,
        "codes": [
            (corner.x - RUNE / 2, corner.y - RUNE / 2, RUNE, RUNE_SQUARES, rune(corner.rune), corner.name)
            for corner in CORNERS
        ],
        "texts": [_text(text) for text in page.texts],
    }


def _personal(sheet: Sheet, background: int) -> Data:
    said = sheet.identity.text
    path, squares = aztec(said)
    return {
        **EMPTY,
        "background": background,
        "codes": [(*CODE_AT, CODE, squares, path, said)],
        "texts": [_text(text) for text in sheet.texts],
    }


def _text(text: Text) -> tuple[Any, ...]:
    return (text.x, text.y, text.width, printable(text.text, text.width), text.size, text.align, text.look)
