"""Pictures to put into documents."""

import struct
import zlib


def png(width: int, height: int, *, level: int = 9) -> bytes:
    """A picture in one colour, so many pixels large; at level 0 it is not packed."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x1b\x5a\x78" * width) * height, level)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
