"""Where everything is on every page of the answer sheets of a printing, as `layout.json` keeps it.

A page is found by the runes at its corners, told by its code, and read at its bubbles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from .check_digit import SCHEME
from .page import HEIGHT, RADIUS, WIDTH, Page, Reference

FORMAT = 1
ANY = "Z"
"""In the code of a sheet that is for any form; a form's own letter is at most T."""

RUNE = 12.0
CODE = 22.8
"""Sides in mm; a code of 19 squares has squares of 1.2 mm."""


class Corner(NamedTuple):
    """A rune by its number and its middle."""

    name: str
    rune: int
    x: float
    y: float


_NEAR, _RIGHT, _LOW = 14.0, WIDTH - 14.0, HEIGHT - 14.0
CORNERS = (
    Corner("top-left", 27, _NEAR, _NEAR),
    Corner("top-right", 92, _RIGHT, _NEAR),
    Corner("bottom-left", 163, _NEAR, _LOW),
    Corner("bottom-right", 228, _RIGHT, _LOW),
)
CODE_AT = (163.0, 8.0)
"""Upper left corner of the code."""

REFERENCES = tuple(
    Reference(is_filled, x, y)
    for is_filled, x, y in (
        (False, _NEAR, 25.5),
        (True, _NEAR, 31.5),
        (True, _RIGHT, 25.5),
        (False, _RIGHT, 31.5),
        (False, 26.0, _LOW),
        (True, 32.5, _LOW),
        (True, _RIGHT - 18.5, _LOW),
        (False, _RIGHT - 12.0, _LOW),
    )
)
"""Near the corners, so that a shadow on a part of the page is known."""


class Variant(NamedTuple):
    """Sheets that are alike but for their candidates. On spare ones a candidate marks a number, and the
    form where `form` is empty."""

    form: str
    is_spare: bool


@dataclass(frozen=True)
class Identity:
    """What the code of a page says. `tag`, 12 digits, is that of the printing: what was printed for
    another roster or another session has another."""

    variant: Variant
    tag: str
    page: int
    serial: int

    @property
    def text(self) -> str:
        form, is_spare = self.variant
        return f"CW{form or ANY}{int(is_spare)}{self.tag}{self.page:03}{self.serial:05}"


def layout(session: str, digits: int, pages: Mapping[Variant, Sequence[Page]]) -> dict[str, Any]:
    """As plain JSON. `digits` are those of a candidate's number, check digit included."""
    left, top = CODE_AT
    return {
        "format": FORMAT,
        "session": session,
        "unit": "mm from the upper left corner",
        "width": WIDTH,
        "height": HEIGHT,
        "radius": RADIUS,
        "runes": [{**corner._asdict(), "side": RUNE} for corner in CORNERS],
        "code": {
            "kind": "Aztec",
            "text": "CW, form or Z for any, 1 if spare or 0, tag of 12 digits, page of 3, serial of 5",
            "x": left + CODE / 2,
            "y": top + CODE / 2,
            "side": CODE,
        },
        "references": [asdict(each) for each in REFERENCES],
        "number": {"digits": digits, "check": SCHEME},
        "sheets": [
            {
                "form": variant.form,
                "spare": variant.is_spare,
                "pages": [{"bubbles": [vars(bubble) for bubble in page.bubbles]} for page in own],
            }
            for variant, own in pages.items()
        ],
    }
