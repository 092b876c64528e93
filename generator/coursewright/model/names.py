"""Names for what readers fill in: an author's id, else one made of the words.

A name must outlive edits around it. One made of the words is the same wherever
they stand and whatever is put before them, and changes only with the words.
"""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from .walk import Path

_DIGITS = 8
"""Of a hash in hexadecimal. Two that are alike by chance are numbered as if their words were repeated."""


class Called(NamedTuple):
    """Something that may have an id: where the id must be the only one, and where it stands itself."""

    scope: Path
    id: str | None
    path: Path


class Names:
    """Gives names, each once."""

    def __init__(self) -> None:
        self._made: Counter[str] = Counter()

    def of(self, id: str | None, words: str, within: str | None = None) -> str:
        """The id, or a name that is no id, after `within`; words that are repeated are numbered."""
        before = "" if within is None else f"{within}."
        return before + id if id is not None else self._numbered(before + _made(words))

    def _numbered(self, name: str) -> str:
        self._made[name] += 1
        return name if self._made[name] == 1 else f"{name}-{self._made[name]}"


def _made(words: str) -> str:
    return "_" + sha256(" ".join(words.split()).encode()).hexdigest()[:_DIGITS]


def repeated(called: Iterator[Called]) -> Iterator[Called]:
    """Those whose id was given before where it must be the only one."""
    known: set[tuple[Path, str]] = set()
    for one in called:
        if one.id is not None:
            if (one.scope, one.id) in known:
                yield one
            known.add((one.scope, one.id))
