"""Text that the fonts can show, and that stays in its place.

PDF/UA forbids characters without a glyph (ISO 14289-1, 7.21.8): a character
that the fonts lack prints as □, one that cannot be seen is left out.
"""

import re
import unicodedata
from functools import cache

from .fonts import characters

MISSING = "□"

LATIN = 1.8
"""Width of a Latin character in mm."""

_SHORTEST = 4
"""Characters of a word that is never broken."""

_BREAK = "\u200b"
_UNBREAKABLE = "[^ \\n\u3000\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""Neither a space nor a character of a script that breaks anywhere."""


def printable(text: str, width: float) -> str:
    """What the fonts can show of a text, with its line breaks; a word too long for a place of `width` mm may break anywhere."""
    shown = unicodedata.normalize("NFC", text).translate(_table())
    longest = max(_SHORTEST, int(width / LATIN))
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
    if code == ord("\n") or code in characters():
        return code
    if kind.startswith("Z") or chr(code).isspace():
        return " "
    return (
        ""
        if kind in {"Cc", "Cf", "Cs"} or unicodedata.name(chr(code), "").startswith("VARIATION SELECTOR")
        else MISSING
    )
