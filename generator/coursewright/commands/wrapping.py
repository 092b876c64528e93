"""Help in lines that fit a terminal where a Han character takes two columns and words have no spaces.

click counts characters, and breaks a long word anywhere: a line of Chinese would be twice as wide as the
terminal, and a comma could begin the next one.
"""

import re
from importlib import import_module
from unicodedata import east_asian_width

from click._textwrap import TextWrapper

_OPEN, _CLOSE = "（《“‘「【", "，。、；：！？）》”’」】…"
_HAN = "\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\uff66-\uff9f"
_PIECE = re.compile(rf"[{_OPEN}]*(?:[{_HAN}]|[^{_HAN}{_OPEN}{_CLOSE}]+)?[{_CLOSE}]*")
"""A character or a run of Latin ones, with the signs that no line may end or begin with."""
_WIDE = re.compile(rf"[{_HAN}]")


def columns(text: str) -> int:
    """How wide a terminal shows it."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def pieces(word: str) -> list[str]:
    """Where a line may be broken in what stands between two spaces."""
    return [piece for piece in _PIECE.findall(word) if piece] if _WIDE.search(word) else [word]


class ColumnWrapper(TextWrapper):
    """click's, told where words without spaces may be broken."""

    def _split(self, text: str) -> list[str]:
        return [piece for word in super()._split(text) for piece in pieces(word)]


def teach_click_columns() -> None:
    """Have click wrap help by columns, from now on."""
    module = import_module("click._textwrap")
    for name, own in (("TextWrapper", ColumnWrapper), ("term_len", columns)):
        setattr(module, name, own)
