"""Pictures of other kinds than those that documents hold, drawn anew as PNG."""

import base64
from math import inf
from typing import Literal

import typst

from .picture import NotAPicture, Picture, picture
from .typeset import picture_data, typeset

Kind = Literal["gif", "webp", "svg"]

FINE = 3
"""Pixels drawn for one of an SVG: 288 an inch, which print does not show."""

_LONGEST_HEAD = 4096
_ANY_DAY = "2000-01-01"

_PROGRAM = b"""
#let it = json(bytes(sys.inputs.data))
#let drawn = image.with(bytes(it.svg), format: "svg")
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context drawn(width: measure(drawn()).width * it.fine)
"""


def any_picture(content: bytes) -> Picture:
    """The picture in these bytes: PNG and JPEG as they are, GIF, WebP and SVG drawn. Raises NotAPicture."""
    kind = _kind(content)
    return picture(content) if kind is None else _drawn(content, kind)


def is_drawn(picture: Picture) -> bool:
    """Whether a picture can be drawn, which its head does not tell."""
    return _is_drawn(picture_data(picture, inf, inf, 1)["svg"])


def _is_drawn(svg: str) -> bool:
    """Only what is made as PDF tells of a damage."""
    try:
        typeset(_PROGRAM, {"svg": svg, "fine": 1}, date=_ANY_DAY, standards=())
    except typst.TypstError:
        return False
    return True


def _kind(content: bytes) -> Kind | None:
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "webp"
    return "svg" if b"<svg" in content[:_LONGEST_HEAD] else None


def _drawn(content: bytes, kind: Kind) -> Picture:
    """`width` and `height` are the picture's own."""
    fine = FINE if kind == "svg" else 1
    try:
        svg = _svg(content, kind)
    except UnicodeDecodeError as error:
        raise NotAPicture from error
    if not _is_drawn(svg):
        raise NotAPicture
    (made,) = typeset(_PROGRAM, {"svg": svg, "fine": fine}, format="png")
    large = picture(made)
    return Picture("png", made, max(1, large.width // fine), max(1, large.height // fine))


def _svg(content: bytes, kind: Kind) -> str:
    """Within an SVG that says no size, a picture has its own."""
    if kind == "svg":
        return content.decode()
    source = f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"
    return f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{source}"/></svg>'
