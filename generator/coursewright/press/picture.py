"""A picture to print: PNG or JPEG, with the size it says it has."""

import struct
from dataclasses import dataclass
from typing import Literal

MOST_BYTES = 2 * 1024 * 1024

LOGO = 60, 9
"""Greatest width and height of a logo in mm: beside it in the head of a page stand a name and a code."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEAD = 24
"""Bytes up to its size (PNG 1.2, 11.2.2)."""
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of JPEG that begin a frame; the three left out have other uses (ITU-T T.81, B.1)."""
_LONGEST = 20_000
"""Pixels a side; a larger one takes gigabytes to open."""


class NotAPicture(Exception):
    """The bytes are neither PNG nor JPEG, or too many."""


@dataclass(frozen=True)
class Picture:
    kind: Literal["png", "jpeg"]
    content: bytes
    width: int
    height: int


def picture(content: bytes) -> Picture:
    """The picture in these bytes. Raises NotAPicture."""
    if len(content) > MOST_BYTES:
        raise NotAPicture
    if content.startswith(_PNG) and len(content) > _PNG_HEAD:
        width, height = struct.unpack(">II", content[_PNG_HEAD - 8 : _PNG_HEAD])
        return _sized("png", content, width, height)
    if content.startswith(b"\xff\xd8"):
        return _sized("jpeg", content, *_jpeg_size(content))
    raise NotAPicture


def _sized(kind: Literal["png", "jpeg"], content: bytes, width: int, height: int) -> Picture:
    if not (0 < width < _LONGEST and 0 < height < _LONGEST):
        raise NotAPicture
    return Picture(kind, content, width, height)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height from the first frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise NotAPicture
