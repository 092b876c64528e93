"""A Chinese text in the scripts that people write it in: simplified, traditional as in each place, mixed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PLACES = ("t2tw", "t2hk")
"""From OpenCC's traditional. Its ways from simplified say the same, and each reads all words again."""


@cache
def in_scripts(text: str) -> tuple[str, ...]:
    """The text as it is, and every other way to write the same characters."""
    if not _HAN.search(text):
        return (text,)
    simplified = _converter("t2s").convert(text)
    traditional = _converter("s2t").convert(simplified)
    others = [_converter(way).convert(traditional) for way in _PLACES]
    return tuple(dict.fromkeys((text, simplified, traditional, *others)))


def simplified(text: str) -> str:
    """The text with each character for itself as it is written in simplified script."""
    table = _simplified_characters()
    return "".join(table.get(sign, sign) for sign in text)


def variants(texts: Iterable[str]) -> str:
    """Pairs of characters: one of a text as `simplified` has it, and another that becomes this one."""
    signs = {sign for text in texts for sign in simplified(text)}
    return "".join(sign + other for sign in sorted(signs) for other in _variants().get(sign, ()))


@cache
def _simplified_characters() -> Mapping[str, str]:
    """Every character that is another in simplified script."""
    signs = [chr(code) for code in range(0x3400, 0xA000)]
    # A line each, so that no word of several characters is found in them.
    found = dict(zip(signs, _converter("t2s").convert("\n".join(signs)).split("\n"), strict=True))
    simple = {sign: found.get(other, other) for sign, other in found.items()}
    return {sign: other for sign, other in simple.items() if sign != other}


@cache
def _variants() -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for sign, simple in _simplified_characters().items():
        found[simple].append(sign)
    return found


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)
