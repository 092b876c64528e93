"""Whether two questions are one: the same, or one that somebody has worked on; by what they ask and offer."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.items.likeness import bare

_WORD = re.compile("[\u3400-\u9fff\uf900-\ufaff]|[^\\W_\u3400-\u9fff\uf900-\ufaff]+")
"""A Han character, or a word of another script."""
_LISTS = ("options", "steps", "pairs", "others", "categories", "examples", "blanks", "rubric", "items")
_KIN = 0.5
"""Of two texts that are written anew about a tenth of the words is common, of a mended one most."""


def said_in(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What an item asks, offers and holds for right, in its order and whatever its marks."""
    return tuple(map(bare, _said(data)))


def are_kin(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether some texts have half of their words in common (Dice's coefficient)."""
    first, second = (Counter(_WORD.findall(" ".join(texts).casefold())) for texts in (one, other))
    return 2 * (first & second).total() >= _KIN * (first.total() + second.total()) > 0


def texts_of(data: Mapping[str, Any]) -> list[str]:
    """The texts that an item asks and offers."""
    return [text for text in _said(data) if text]


def _said(data: Mapping[str, Any]) -> Iterator[str]:
    for name in ("title", "stimulus", "stem", "text", "match", "sample"):
        yield str(data.get(name, ""))
    yield from map(str, data.get("accept") or ())
    yield "1" if data.get("key") else ""
    answer = data.get("number", data.get("answer", ""))
    parts = (
        [answer.get(name) for name in ("value", "tolerance", "unit")]
        if isinstance(answer, dict)
        else [answer]
    )
    yield from (_number(part) for part in parts)
    for name in _LISTS:
        for entry in data.get(name) or ():
            yield from _said(entry)


def _number(value: Any) -> str:
    """5 and 5.0 are one number; what is left out is none."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:.15g}" if is_number else str(value or "")
