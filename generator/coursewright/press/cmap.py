"""Which characters a font has: its table `cmap` (OpenType 1.9)."""

import struct
from collections.abc import Iterator
from typing import IO

_WHOLE, _BASIC = 12, 4
"""Formats of a subtable: all of Unicode, and its first plane."""


def characters(font: IO[bytes]) -> Iterator[int]:
    """The code points that a font has a glyph for; of a collection (.ttc) those of its first font."""
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">2xH", cmap)
    starts = [start for _, _, start in struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * count])]
    subtables = {struct.unpack_from(">H", cmap, start)[0]: start for start in starts}
    if _WHOLE in subtables:
        yield from _groups(cmap, subtables[_WHOLE])
    else:
        yield from _segments(cmap, subtables[_BASIC])


def _groups(cmap: bytes, start: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">12xL", cmap, start)
    for first, last in struct.iter_unpack(">LL4x", cmap[start + 16 : start + 16 + 12 * groups]):
        yield from range(first, last + 1)


def _segments(cmap: bytes, start: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">6xH", cmap, start)
    ends = start + 14
    firsts, deltas, offsets = (ends + 2 + twice * at for at in (1, 2, 3))
    for at in range(0, twice, 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", cmap, place + at)[0] for place in (ends, firsts, deltas, offsets)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            place = offsets + at + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", cmap, place)[0] if offset else code + delta
            if glyph & 0xFFFF:
                yield code


def _table(font: IO[bytes], name: bytes) -> bytes:
    head = font.read(16)
    start = struct.unpack(">12xL", head)[0] if head.startswith(b"ttcf") else 0
    font.seek(start)
    (tables,) = struct.unpack(">4xH6x", font.read(12))
    places = {tag: (at, size) for tag, _, at, size in struct.iter_unpack(">4sLLL", font.read(16 * tables))}
    at, size = places[name]
    font.seek(at)
    return font.read(size)
