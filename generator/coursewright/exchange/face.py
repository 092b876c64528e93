"""Raised, lowered and struck-out type → a text that says the same without any look of its own.

What is raised or lowered is written with the signs that Unicode has for it (its block Superscripts and
Subscripts); what has none, and what is struck out, is read like the rest and told.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from unicodedata import decomposition, normalize

RAISED, LOWERED, FORMULA = "superscript", "subscript", "formula"
"""The first two as both Excel and Word call them."""

_SIGNS = [chr(at) for at in (0xB2, 0xB3, 0xB9, *range(0x2070, 0x209D)) if decomposition(chr(at))]
_OTHERS = re.compile(f"[^{''.join(_SIGNS)}]+")


def _table(kind: str) -> dict[str, str]:
    signs = {normalize("NFKC", sign): sign for sign in _SIGNS if decomposition(sign).startswith(kind)}
    wide = {chr(ord(plain) + 0xFEE0): sign for plain, sign in signs.items() if plain.isascii()}
    return {**signs, **wide, "-": signs["−"], "–": signs["−"], " ": " "}


_TABLES = {RAISED: _table("<super>"), LOWERED: _table("<sub>")}
_LONGEST = 60
"""Of what is told of one run."""


@dataclass(frozen=True)
class Face:
    """How a run of text looks; `level` is one of those above, or nothing."""

    is_bold: bool = False
    level: str = ""
    is_struck: bool = False


Runs = list[tuple[str, bool]]


def read(runs: Iterable[tuple[str, Face]]) -> tuple[Runs, str]:
    """The runs of a text with whether each is bold, and what of it lost its look, if anything has."""
    said: Runs = []
    lost: list[str] = []
    seen = (run for run in runs if run[0])
    for (level, is_struck), group in groupby(seen, lambda run: (run[1].level, run[1].is_struck)):
        alike = [*group]
        text = "".join(part for part, _ in alike)
        table = _TABLES.get(level, {})
        has_signs = {*text} <= table.keys()
        if text.strip() and (is_struck or (level and not has_signs)):
            lost.append(" ".join(text.split())[:_LONGEST])
        for part, look in alike:
            said.append(("".join(map(table.__getitem__, part)) if has_signs else part, look.is_bold))
    return said, ", ".join(lost)


def in_one_width(text: str) -> str:
    """The text with its signs in one width, and those above and below the line as they are."""
    return _OTHERS.sub(lambda found: normalize("NFKC", found[0]), text)
