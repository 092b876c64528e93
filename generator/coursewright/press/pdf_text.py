"""Text that the font can show, and that stays in its place.

PDF/UA forbids characters without a glyph (ISO 14289-1, 7.21.8): a character
that the font lacks prints as □, one that cannot be seen is left out.
"""

import re
import struct
import unicodedata
from functools import cache
from importlib import resources

FONTS = "manimgx_fonts_cjk"
"""The package that is a folder of fonts."""

MISSING = "□"

_FONT = "NotoSansCJK-VF.otf.ttc"
_BREAK = "\u200b"
_UNBREAKABLE = "[^ \\n\u3000\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""Neither a space nor a character of a script that breaks anywhere."""


def printable(text: str, width: float) -> str:
    """What the font can show of a text, with its line breaks.

    A word too long for a place of `width` mm may break anywhere.
    A Latin character is about 1.8 mm wide.
    """
    shown = unicodedata.normalize("NFC", text).translate(_table())
    longest = max(4, int(width / 1.8))
    return re.sub(f"{_UNBREAKABLE}{{{longest},}}", _breakable, shown) if len(shown) >= longest else shown


def _breakable(word: re.Match[str]) -> str:
    return "".join(char if unicodedata.combining(char) else _BREAK + char for char in word[0])


class _Table(dict[int, str | int]):
    """A table for `str.translate` that fills itself: a character → what is printed for it."""

    def __missing__(self, code: int) -> str | int:
        self[code] = shown = _shown(code)
        return shown


@cache
def _table() -> _Table:
    return _Table()


def _shown(code: int) -> str | int:
    kind = unicodedata.category(chr(code))
    if code == ord("\n") or code in _glyphs():
        return code
    if kind.startswith("Z") or chr(code).isspace():
        return " "
    return (
        ""
        if kind in {"Cc", "Cf", "Cs"} or unicodedata.name(chr(code), "").startswith("VARIATION SELECTOR")
        else MISSING
    )


@cache
def _glyphs() -> frozenset[int]:
    """The characters that the font has: format 12 of `cmap` (OpenType 1.9) in the collection's first font.

    All fonts of the collection have the same.
    """
    with resources.files(FONTS).joinpath(_FONT).open("rb") as file:
        (font,) = struct.unpack(">12xL", file.read(16))
        file.seek(font)
        (tables,) = struct.unpack(">4xH6x", file.read(12))
        places = {
            tag: (at, size) for tag, _, at, size in struct.iter_unpack(">4sLLL", file.read(16 * tables))
        }
        at, size = places[b"cmap"]
        file.seek(at)
        cmap = file.read(size)
    (subtables,) = struct.unpack_from(">2xH", cmap)
    starts = [start for _, _, start in struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * subtables])]
    start = next(start for start in starts if cmap[start : start + 2] == b"\0\x0c")
    (groups,) = struct.unpack_from(">12xL", cmap, start)
    ranges = struct.iter_unpack(">LL4x", cmap[start + 16 : start + 16 + 12 * groups])
    return frozenset(code for first, last in ranges for code in range(first, last + 1))
