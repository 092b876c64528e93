"""The icon of a site that is installed as an app: a square picture of its logo or of a letter."""

from dataclasses import asdict, dataclass

import typst

from .fonts import typeface
from .typeset import typeset

PROGRAM = "icon.typ"


@dataclass(frozen=True)
class Icon:
    """`side` in pixels, colours as `#RRGGBB`; `logo` is an SVG or empty, and then `letter` is shown.

    What is drawn stays in the middle four fifths, which systems leave when they cut a shape out of it
    (W3C Web Application Manifest, “Maskable icons”).
    """

    side: int
    background: str
    foreground: str
    letter: str
    language: str
    logo: str = ""


def icon_png(icon: Icon) -> bytes:
    """The icon as PNG; the same icon gives the same bytes. A logo that cannot be drawn is left out."""
    data = {**asdict(icon), "font": typeface(icon.language).families}
    try:
        return typeset(PROGRAM, data, format="png")[0]
    except typst.TypstError:
        return typeset(PROGRAM, {**data, "logo": ""}, format="png")[0]
