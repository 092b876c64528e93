"""Pictures and attachments: what can be shown or handed out, in a size that readers can wait for."""

import re
import struct
from collections.abc import Iterator

from ..diagnostics import Place, Problem, SourceString
from ..model.medium import FOLDER, MOST_OF_A_FILE, Medium
from ..press.picture import NotAPicture, picture
from ..words import marked as _
from .damage import is_whole
from .vector import bare, unsafe

MOST_OF_A_PICTURE = 2 * 1024 * 1024
LONG_TO_WAIT = 600 * 1024
"""Bytes of a picture that take some seconds on a phone."""
WIDEST = 3000
"""Pixels; the widest screen shows a text's picture with fewer."""

_REFUSED = frozenset(
    re.findall(r"\w+", "html htm xhtml shtml xml js mjs md markdown exe com bat cmd msi scr vbs ps1 sh jar")
)
"""What a browser would run as a page of this site, a builder would make a page of, or a reader would run."""

_VIEW_BOX = re.compile(rb"viewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)")
_SIDES = tuple(
    re.compile(rb"<svg\b[^>]*?\s" + side + rb"\s*=\s*[\"']\s*([\d.]+)") for side in (b"width", b"height")
)

UNSAFE = _("an SVG with scripts, or with addresses of its own, is not shown")
DAMAGED = _("it is damaged, or only a part of it")


class _Unfit(Exception):
    """Why a picture cannot be shown, as a source string; what is in it, and in which line, if it is text."""

    def __init__(self, reason: str, found: str = "", line: int = 1) -> None:
        super().__init__(reason)
        self.found, self.line = found, line


def medium(name: str, content: bytes) -> tuple[Medium, list[Problem]]:
    """The file, and what keeps it from being published or from being quick."""
    try:
        found = _read(name, content)
    except _Unfit as reason:
        values = {"name": name, "reason": SourceString(str(reason)), "found": reason.found}
        return Medium(name=name, content=content), [Problem("CW0511", _place(name, reason.line), values)]
    return found, list(_sizes(found))


def picture_trouble(content: bytes) -> str:
    """Why these bytes cannot be shown as a picture, as a source string; empty when they can."""
    try:
        if b"<svg" not in content[:4096] and len(content) <= MOST_OF_A_PICTURE:
            _size(content)
    except _Unfit as reason:
        return str(reason)
    return "" if is_whole(content) else DAMAGED


def _read(name: str, content: bytes) -> Medium:
    plain = Medium(name=name, content=content)
    if plain.ending in _REFUSED:
        raise _Unfit(_("a file of this kind is not handed out"))
    if not content:
        raise _Unfit(_("the file is empty"))
    if not plain.is_picture or len(content) > MOST_OF_A_PICTURE:
        return plain
    width, height = _size(content)
    if not is_whole(content):
        raise _Unfit(DAMAGED)
    shown = bare(content) if b"<svg" in content[:4096] else content
    return Medium(name=name, content=shown, width=width, height=height)


def _size(content: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels. Raises _Unfit."""
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) > 10:
        return struct.unpack("<HH", content[6:10])
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp_size(content)
    if b"<svg" in content[:4096]:
        return _svg_size(content)
    try:
        read = picture(content)
    except NotAPicture as error:
        raise _Unfit(_("it is none of PNG, JPEG, GIF, WebP and SVG, or it is damaged")) from error
    return read.width, read.height


def _webp_size(content: bytes) -> tuple[int, int]:
    """From the first chunk of a WebP (RFC 9649, 2.5 to 2.7)."""
    kind = content[12:16]
    if kind == b"VP8X" and len(content) >= 30:
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if kind == b"VP8L" and len(content) >= 25:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and len(content) >= 30:
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise _Unfit(_("it is none of PNG, JPEG, GIF, WebP and SVG, or it is damaged"))


def _svg_size(content: bytes) -> tuple[int, int]:
    if found := unsafe(content):
        raise _Unfit(UNSAFE, *found)
    sides = [match[1] for side in _SIDES if (match := side.search(content))]
    if len(sides) < 2 and (box := _VIEW_BOX.search(content)):
        sides = [box[1], box[2]]
    try:
        width, height = (round(float(side)) for side in sides)
    except ValueError as error:
        raise _Unfit(_("an SVG needs a width and a height, or a viewBox")) from error
    return width, height


def _sizes(found: Medium) -> Iterator[Problem]:
    size = len(found.content)
    most = MOST_OF_A_PICTURE if found.is_picture else MOST_OF_A_FILE
    if size > most:
        values = {"name": found.name, "size": f"{size / 1048576:.1f}", "most": most // 1048576}
        yield Problem("CW0512", _place(found.name), values)
    elif found.is_picture and (size > LONG_TO_WAIT or found.width > WIDEST):
        values = {"name": found.name, "size": size // 1024, "width": found.width}
        yield Problem("CW0513", _place(found.name), values)


def _place(name: str, line: int = 1) -> Place:
    return Place(f"{FOLDER}{name}", line)
