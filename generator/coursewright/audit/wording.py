"""Texts as they are compared: without marks, in pieces that need no dictionary of any language.

A piece is two neighbouring characters of a script without spaces between words, else a whole
word or number. Punctuation, case and width make no difference.
"""

import re
import unicodedata
from functools import lru_cache

from ..writing import numeral

_ADDRESS = re.compile(r"\]\([^)\s]*\)")
_MARKS = re.compile(r"[*`#>|\[\]]|(?<!_)_{1,2}(?!_)|^\s*[-+]\s", re.M)
"""A gap to fill in is none of them."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_TERMINAL = re.compile(r"[。.!！?？;；]$")
_SPACELESS = r"\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f"
_INNER_STOP = re.compile(r"[。！？；]\s*\S|[.!?;]\s+\S")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_RUN = re.compile(rf"[{_SPACELESS}]+|\d+(?:[.,]\d+)*|[^\W\d{_SPACELESS}]+")

_HAN_NUMERAL = re.compile("[零〇一二两三四五六七八九十百千万亿]{1,20}")

_BEGINS_SPACELESS = re.compile(rf"[{_SPACELESS}]").match


def plain(text: str) -> str:
    """The text on one line without Markdown's marks and addresses."""
    return " ".join(_MARKS.sub("", _ADDRESS.sub("", text)).split())


@lru_cache(maxsize=1 << 15)
def runs(text: str) -> tuple[str, ...]:
    """Unbroken stretches of letters, in their order: what stands between two signs, a word, a number."""
    narrow = unicodedata.normalize("NFKC", text) if _WIDE.search(text) else text
    return tuple(_RUN.findall(narrow.lower()))


def is_spaceless(run: str) -> bool:
    """Whether a run is of a script that puts no spaces between words."""
    return _BEGINS_SPACELESS(run) is not None


@lru_cache(maxsize=1 << 15)
def pieces(text: str) -> frozenset[str]:
    """What a text is made of."""
    found: set[str] = set()
    for run in runs(text):
        if len(run) > 1 and is_spaceless(run):
            found.update([run[at : at + 2] for at in range(len(run) - 1)])
        else:
            found.add(run)
    return frozenset(found)


@lru_cache(maxsize=1 << 15)
def counted(text: str) -> str:
    """The text with its Chinese numerals in digits, also where they are none, as in 一般."""
    return _HAN_NUMERAL.sub(lambda found: numeral.counted(found[0]), text)


def figures(text: str) -> frozenset[str]:
    """Numbers of two digits and more: smaller ones stand in every text."""
    return frozenset(number for number in _FIGURE.findall(text) if len(number) > 1)


def length(text: str) -> int:
    """How long a text looks: its letters and digits, without signs."""
    return sum(map(len, runs(text)))


def ending(text: str) -> str:
    """The sign that ends a sentence, or nothing."""
    return "".join(_TERMINAL.findall(text.rstrip()))


def has_inner_stop(text: str) -> bool:
    """Whether a sentence ends before the text does."""
    return _INNER_STOP.search(text) is not None


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of common pieces (Jaccard), from 0 to 1."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0
