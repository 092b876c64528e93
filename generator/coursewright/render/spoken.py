"""What the browser says, without the keys that authors read, each of which would be sent twice.

A text is sent wherever it is asked for, since one that is said again is compressed to less than a name; the
forms of a text that goes with a count have letters.
"""

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
    made = dict(modules)
    for path, words in said.items():
        speakers = {speaker: modules[speaker] for speaker, spoken in speaking.items() if spoken == path}
        if any(_CHOSEN.search(text) for text in speakers.values()):
            made[path] = _module(words)
        else:
            made |= _in_short(path, words, speakers)
    return made


def _in_short(path: str, words: Said, speakers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    texts = {key: _literal(text) for key, text in words.items() if isinstance(text, str)}
    letters = dict(zip((key for key in words if key not in texts), _all_letters(), strict=False))
    yield path, _module({letter: words[key] for key, letter in letters.items()})
    shown = texts | {key: f"words.{letter}" for key, letter in letters.items()}
    for speaker, text in speakers.items():
        said = _ASKED.sub(lambda found: shown.get(found[1], found[0]), text)
        alone = _IMPORT.sub("", said)
        yield speaker, said if _ASKED.search(alone) else alone


def _spoken(path: str, text: str) -> str | None:
    """The path of the words of a module."""
    found = _IMPORT.search(text)
    return found and posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))


def _all_letters() -> Iterator[str]:
    for length in (1, 2, 3):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _module(words: Said) -> str:
    return f"export default {{{','.join(f'{key}:{_literal(text)}' for key, text in words.items())}}};\n"


def _literal(text: object) -> str:
    return json.dumps(text, ensure_ascii=False, separators=(",", ":"))
