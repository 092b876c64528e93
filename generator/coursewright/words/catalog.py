"""A gettext catalog of the interface, read in a few milliseconds: every command begins with it.

Babel, whose reading takes ten times as long, writes the catalogs (`make words`),
so that this need only know what stands in them: entries without contexts, one
line a string, an empty line between entries.
"""

import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py

_STRING = re.compile(r'^(msgid(?:_plural)?|msgstr(?:\[\d\])?) "(.*)"$', re.M)
_ESCAPE = re.compile(r"\\(.)")
_RULE = re.compile(r"plural=([^;]+);")


@dataclass(frozen=True)
class Catalog:
    """`texts` has a source string's translation, one for each plural form that `form` chooses by a count."""

    texts: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]


@cache
def catalog(language: str) -> Catalog:
    """The catalog of a language that has one, such as zh_CN."""
    raw = pkgutil.get_data(__package__, f"locale/{language}/LC_MESSAGES/coursewright.po")
    head, *entries = (raw or b"").decode().replace("\r\n", "\n").strip().split("\n\n")
    rule = _RULE.search(head)
    return Catalog(dict(map(_entry, entries)), c2py(rule[1] if rule else "n != 1"))


def _entry(text: str) -> tuple[str, tuple[str, ...]]:
    strings = {name: _ESCAPE.sub(_unescaped, body) for name, body in _STRING.findall(text)}
    return strings.pop("msgid"), tuple(
        text for name, text in strings.items() if name != "msgid_plural" and text
    )


def _unescaped(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t", "r": "\r"}.get(match[1], match[1])
