"""Glossary terms to explain at first use: one pattern that finds any of their names.

The names form a tree by their characters, so that the time to search a text
does not grow with the number of terms.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 60
"""Characters; nobody writes a longer name in running text."""

_LATIN = "A-Za-z0-9"


@dataclass(frozen=True)
class Glosses:
    """`pattern` finds the longest name at a place; `terms` has each name's id and meaning."""

    pattern: re.Pattern[str]
    terms: Mapping[str, tuple[str, str]]


def glosses(terms: Mapping[str, tuple[str, str]]) -> Glosses | None:
    """Names in Latin letters are found only as whole words."""
    tree: dict[str, Any] = {}
    for name in sorted(terms):
        if len(name) <= LONGEST:
            node = tree
            for char in name:
                node = node.setdefault(char, {})
            node[""] = f"(?![{_LATIN}])" if _latin(name[-1]) else ""
    if not tree:
        return None
    return Glosses(
        re.compile("|".join(re.escape(char) + _boundary(char) + _tails(node) for char, node in tree.items())),
        terms,
    )


def _boundary(char: str) -> str:
    """Behind the first character, so that the pattern still begins with a literal."""
    return f"(?<![{_LATIN}]{char})" if _latin(char) else ""


def _tails(node: dict[str, Any]) -> str:
    longer = [re.escape(char) + _tails(below) for char, below in node.items() if char]
    if not longer:
        return str(node[""])
    end = [node[""]] if "" in node else []
    return longer[0] if len(longer) == 1 and not end else f"(?:{'|'.join([*longer, *end])})"


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
