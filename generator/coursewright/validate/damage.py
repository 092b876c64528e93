"""Pictures that are cut off or damaged, of which a browser shows a part or nothing."""

import zlib
from xml.parsers import expat

_PNG = b"\x89PNG\r\n\x1a\n"
_GIF = (b"GIF87a", b"GIF89a")
_GIF_HEAD = 13
"""Bytes up to the first block (GIF89a, 17 and 18)."""


def is_whole(content: bytes) -> bool:
    """Whether a picture goes on to its end; what is of no kind that is shown is not looked into."""
    if content.startswith(_PNG):
        return _whole_png(content)
    if content.startswith(b"\xff\xd8"):
        return b"\xff\xda" in content and content.rfind(b"\xff\xd9") > content.rfind(b"\xff\xda")
    if content.startswith(_GIF):
        return b"," in content[_GIF_HEAD:] and content.rstrip(b"\0").endswith(b";")
    if content[:4] == b"RIFF":
        return int.from_bytes(content[4:8], "little") + 8 <= len(content)
    return b"<svg" not in content[:4096] or _well_formed(content)


def _whole_png(content: bytes) -> bool:
    """Whether every chunk up to the last is as it was written (PNG 1.2, 3.2 and 5.3)."""
    at, has_pixels = len(_PNG), False
    while at + 12 <= len(content):
        end = at + 8 + int.from_bytes(content[at : at + 4], "big")
        kind, check = content[at + 4 : at + 8], content[end : end + 4]
        if zlib.crc32(content[at + 4 : end]).to_bytes(4, "big") != check:
            return False
        has_pixels = has_pixels or kind == b"IDAT"
        if kind == b"IEND":
            return has_pixels
        at = end + 4
    return False


def _well_formed(content: bytes) -> bool:
    """Whether XML can be read; nothing it names is fetched, and an encoding that nobody knows is none."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True
