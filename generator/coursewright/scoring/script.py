"""A Chinese text in the scripts that people write it in: simplified, and traditional as in each place."""

import re
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


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)
