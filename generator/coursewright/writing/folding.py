"""A text as it is compared with others: what people and programs write in several ways is written in one.

Width, case and accents (Unicode's compatibility forms, NFKD), traditional characters and simplified ones,
numerals and digits, letters of other alphabets that look like Latin ones. What a word means is not asked:
一般 becomes 1般, in each text alike.
"""

import re
from functools import cache
from unicodedata import normalize

from .numeral import NUMERAL, counted

_LOOK_LATIN = "авекмнорстухіјѕԁԛԝһӏαβεζηικμνορτυχ", "abekmhopctyxijsdqwhlabezhikmvoptux"
"""Letters of Cyrillic and Greek in lower case, and what they look like."""
_NUMERALS = (
    "零〇一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖拾佰仟萬億",
    "0011222223334455666778899十百千万亿",
)
_DASHES = "‐‑‒–—―−"
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""Characters that nobody sees, and the accents of letters."""
_STROKES = "\u318d丶丨ー"
"""Letters that between two others are no more than a sign."""
_COUNTED = re.compile(rf"(?:[0-9]+(?:\.[0-9]+)?)?[十百千万亿](?:{NUMERAL})?")
_BETWEEN = re.compile(r"(?<=[^\W\d_])[-·•∙‧・~*_.|/\\]+(?=[^\W\d_])")
"""Signs inside a word, where they have no sense of their own."""


class _Folded(dict[int, str]):
    """Character → what it is compared as, worked out when it first comes; signs stay as they are."""

    def __missing__(self, code: int) -> str:
        plain = _UNSEEN.sub("", normalize("NFKD", chr(code))).casefold()
        self[code] = found = "".join(map(_sign, plain))
        return found


class _Letters(_Folded):
    """The same without signs, but for the point of a number and the end of a text."""

    def __missing__(self, code: int) -> str:
        plain = super().__missing__(code)
        self[code] = found = "".join(sign for sign in plain if sign in ".\n" or _is_letter(sign))
        return found


_FOLDED, _LETTERS = _Folded(), _Letters()


def folded(text: str) -> str:
    """The text in one way of writing, its signs kept but for those inside words."""
    return _COUNTED.sub(_figure, _BETWEEN.sub("", text.translate(_FOLDED)))


def letters(text: str) -> str:
    """The letters and digits of a text in one way of writing. No number goes on beyond the end of a line."""
    plain = _COUNTED.sub(_figure, text.translate(_LETTERS))
    return plain.replace(".", "").replace("\n", "")


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and sign not in _STROKES


def _sign(sign: str) -> str:
    if sign in _alike():
        return _alike()[sign]
    if sign.isdecimal():
        return str(int(sign))
    return _simple(sign) if "\u3400" <= sign <= "\u9fff" else sign


@cache
def _alike() -> dict[str, str]:
    pairs = (_LOOK_LATIN, _NUMERALS, (_DASHES, "-" * len(_DASHES)))
    return {sign: plain for signs, plains in pairs for sign, plain in zip(signs, plains, strict=True)}


def _simple(sign: str) -> str:
    """The character in simplified script, all of whose common ones are in GB 2312."""
    if sign.encode("gb2312", "ignore"):
        return sign
    from .script import simplified  # reads OpenCC's dictionaries

    return simplified(sign)


def _figure(found: re.Match[str]) -> str:
    return _value(found[0])


@cache
def _value(numeral: str) -> str:
    return counted(numeral)
