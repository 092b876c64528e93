"""A Chinese text in the scripts that people write it in: simplified, and traditional as in each place."""

import re
from functools import cache

from opencc import OpenCC

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TRADITIONAL = ("s2t", "s2tw", "s2hk")


@cache
def in_scripts(text: str) -> tuple[str, ...]:
    """The text as it is, and every other way to write the same characters."""
    if not _HAN.search(text):
        return (text,)
    simplified = _converter("t2s").convert(text)
    others = [_converter(way).convert(simplified) for way in _TRADITIONAL]
    return tuple(dict.fromkeys((text, simplified, *others)))


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)
