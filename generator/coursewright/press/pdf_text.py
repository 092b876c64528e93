"""Text that the fonts can show, and that stays in its place.

PDF/UA forbids characters without a glyph (ISO 14289-1, 7.21.8): a character
that the fonts lack prints as □, one that cannot be seen is left out.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from .fonts import characters

MISSING = "□"

LATIN = 2.1
"""Width of a Latin character in mm."""

_SHORTEST = 4
"""Characters of a word that is never broken."""

_BREAK = "\u200b"
_JOINERS = "\u00ad\u200c\u200d"
"""Unseen, but letters beside them look different, or may be parted there."""
_UNBREAKABLE = "[!-\u058f\u1e00-\u2fff\uff01-\uff60]"
"""Latin, Greek, Cyrillic, and signs: scripts with spaces, whose letters do not change beside another."""
_PART = re.compile("[^-/_]*[-/_]+|[^-/_]+")
"""Of a word, up to where it may end a line."""


def printable(text: str, width: float) -> str:
    """What the fonts can show of a text, with its line breaks.

    A word too long for a place of `width` mm may break behind its hyphens, slashes and low lines; a part that
    is too long itself anywhere.
    """
    shown = unicodedata.normalize("NFC", text).translate(_table())
    longest = max(_SHORTEST, int(width / LATIN))
    if len(shown) < longest:
        return shown
    return re.sub(f"{_UNBREAKABLE}{{{longest},}}", lambda word: _breakable(word[0], longest), shown)


def unprintable(texts: Iterable[str]) -> str:
    """The characters of these texts that are printed as □, each once and in order."""
    found = {char for text in texts for char in unicodedata.normalize("NFC", text)}
    return "".join(sorted(char for char in found if char != MISSING and _shown(ord(char)) == MISSING))


def _breakable(word: str, longest: int) -> str:
    parts = _PART.findall(word)
    return "".join(_loose(part) if len(part) >= longest else _BREAK + part for part in parts)


def _loose(part: str) -> str:
    return "".join(char if unicodedata.combining(char) else _BREAK + char for char in part)


class _Table(dict[int, str | int]):
    """A table for `str.translate` that fills itself: a character → what is printed for it."""

    def __missing__(self, code: int) -> str | int:
        self[code] = shown = _shown(code)
        return shown


@cache
def _table() -> _Table:
    return _Table()


def _shown(code: int) -> str | int:
    char, kind = chr(code), unicodedata.category(chr(code))
    if char == "\n":
        return code
    if kind in {"Zl", "Zp", "Cc"} and char.isspace():
        return " "
    if char not in _JOINERS and (kind in {"Cc", "Cf", "Cs"} or _is_selector(char)):
        return ""
    return code if code in characters() else " " if kind == "Zs" else "" if char in _JOINERS else MISSING


def _is_selector(char: str) -> bool:
    return unicodedata.name(char, "").startswith("VARIATION SELECTOR")
