"""Numbers as people write them, read exactly: 12,000 · 1.2万 · 一万二千 · 一万二 · 百分之三 · ３％.

`browser/scoring/numeral.mjs` reads them alike, so everything is spelled out here that the two
languages understand in different ways: what a digit is, and what a space.
"""

import re
from typing import NamedTuple
from unicodedata import normalize

_WRITTEN = "零〇一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖拾佰仟萬億负負‐‑‒–—―−"
_PLAIN = "0011222223334455666778899十百千万亿---------"
_ONE_SIGN = str.maketrans(_WRITTEN, _PLAIN)

NUMERAL = r"(?:[0-9]+(?:\.[0-9]+)?|[十百千万亿]){1,40}"
"""Of so many parts at most, or a row of 亿 would be a number that no machine writes down."""
_PART = re.compile(r"([0-9]+)(?:\.([0-9]+))?|(.)")
_POINT = re.compile(r"(?<=[0-9])点(?=[0-9])")
_SHORT = re.compile(r"([百千万亿])([1-9])(?![0-9.十百千万亿])")
_TENTHS = {"百": "十", "千": "百", "万": "千", "亿": "千万"}
_THOUSANDS = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_SPACE = re.compile(r"(?<![0-9])[ \t\n\r]+|[ \t\n\r]+(?![0-9])")
_SHARE = re.compile(rf"([百千])分之({NUMERAL})")
_SHARE_SIGNS = {"百": "%", "千": "‰"}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


class Decimal(NamedTuple):
    """`mantissa / 10 ** scale`."""

    mantissa: int
    scale: int

    def __str__(self) -> str:
        """Plain decimals without idle zeros."""
        digits = str(self.mantissa).zfill(self.scale + 1)
        whole, part = digits[: len(digits) - self.scale], digits[len(digits) - self.scale :].rstrip("0")
        return f"{whole}.{part}" if part else whole


def plainly(text: str) -> str:
    """A text in one width, case and kind of digit, so that NUMERAL finds its numbers.

    Compatibility forms are gone (NFKC), with them thousands separators, and spaces that part no two digits;
    what is short is spelled out: 三百六 is 三百六十, and 一万二 is 一万二千.
    """
    text = normalize("NFKC", text).lower().translate(_ONE_SIGN)
    text = _SPACE.sub("", text)
    text = _POINT.sub(".", text)
    text = _THOUSANDS.sub(lambda found: found[0].replace(",", ""), text)
    text = _SHORT.sub(lambda found: found[0] + _TENTHS[found[1]], text)
    return _SHARE.sub(lambda found: found[2] + _SHARE_SIGNS[found[1]], text)


def read(numeral: str) -> Decimal:
    """The value of what NUMERAL found: digits before 十 百 千 count so many of them, and all before 万 or 亿.

    十 alone is ten, and 万 ten thousand.
    """
    parts = _PART.findall(numeral)
    scale = max(len(fraction) for _, fraction, _ in parts)
    one = 10**scale
    total = section = 0
    waiting: int | None = None
    for whole, fraction, unit in parts:
        if not unit:
            waiting = int(whole + fraction.ljust(scale, "0"))
        elif unit in _TENS:
            section += (one if waiting is None else waiting) * _TENS[unit]
            waiting = None
        else:
            section += waiting or 0
            if not section and not total and waiting is None:
                section = one
            total = (total + section) * _MYRIADS[unit] if unit == "亿" else total + section * _MYRIADS[unit]
            section, waiting = 0, None
    return Decimal(total + section + (waiting or 0), scale)
