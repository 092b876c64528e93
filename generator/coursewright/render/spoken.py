"""What the browser says, by letters instead of by the keys that authors read: each key is sent twice."""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from itertools import product
from string import ascii_lowercase

Said = Mapping[str, object]
"""Key → a text, or the forms of one that goes with a count."""

_IMPORT = re.compile(r'^import words from "([^"]+)";', re.M)
_ASKED = re.compile(r"\bwords\.(\w+)")
_CHOSEN = re.compile(r"\bwords\[")


def by_letters(modules: Mapping[str, str], said: Mapping[str, Said]) -> Mapping[str, str]:
    """Modules, and those with what they say, both by their path.

    Where a module chooses a key while it runs, those of its words stay what they are.
    """
    speaking = {path: spoken for path, text in modules.items() if (spoken := _spoken(path, text))}
    whole = {spoken for path, spoken in speaking.items() if _CHOSEN.search(modules[path])}
    letters = {path: {} if path in whole else _letters(words) for path, words in said.items()}
    return {
        **modules,
        **{path: _asking(modules[path], letters[spoken]) for path, spoken in speaking.items()},
        **{path: _module(words, letters[path]) for path, words in said.items()},
    }


def _spoken(path: str, text: str) -> str | None:
    """The path of the words of a module."""
    found = _IMPORT.search(text)
    return found and posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))


def _letters(words: Said) -> dict[str, str]:
    return dict(zip(words, _all_letters(), strict=False))


def _all_letters() -> Iterator[str]:
    for length in (1, 2, 3):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _asking(text: str, letters: Mapping[str, str]) -> str:
    return _ASKED.sub(lambda found: f"words.{letters.get(found[1], found[1])}", text)


def _module(words: Said, letters: Mapping[str, str]) -> str:
    pairs = (
        f"{letters.get(key, key)}:{json.dumps(text, ensure_ascii=False, separators=(',', ':'))}"
        for key, text in words.items()
    )
    return f"export default {{{','.join(pairs)}}};\n"
