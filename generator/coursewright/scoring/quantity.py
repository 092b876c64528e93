"""Whether a number that was typed is the one that is asked for, in whatever magnitude it was written.

`browser/scoring/quantity.mjs` does the same.
"""

import re
from typing import NamedTuple, Self

from ..writing.numeral import NUMERAL, plainly, pointed, read
from .canonical import LONGEST, essence

_OPENED = "[\"'“”‘’「『:=]*"
_TYPED = re.compile(rf"{_OPENED}((?:人民币|rmb)?[¥$€£]?)([-+]?)([¥$€£]?)({NUMERAL})([%‰‱]?)([\s\S]*)")
_UNIT = re.compile(r"([十百千万亿]*)([%‰‱]?)([\s\S]*)")
_OTHER = re.compile(r"^/|[-〜%‰‱]\Z")
"""Behind a number: what makes a range, a rate or a share of it, though no other punctuation counts."""
_YUAN = re.compile("(人民币|rmb|[元圆块])+")
_IDLE = re.compile("^个|[整正钱]$")
"""Of a unit: what makes it no other one. 正 is how forms of banks end an amount, like 整."""
_MONEY = re.compile(
    r"[¥b币](日?元|¥|cny|yuan)|\$.*([^日欧]元|美金|港币|\$|dollar|usd)|€.*(欧|€|eur)|£.*(镑|£|pound|gbp)"
)
"""What stands for a currency before a number, RMB by its last letter, with what its unit is called."""
_SAME = {
    "日": "天",  # terms and deadlines are in 日 in rules, in 天 when spoken of
    "星期": "周",  # as often said as 周, and counts the same seven days
    "周岁": "岁",  # an age in a rule is one in full years, whether it says so or not
    "毛": "角",  # what everybody calls it
}
"""Two words for one unit. None that means another one elsewhere, such as 分 for 分钟."""
_SHARES = {"": 0, "角": 1, "%": 2, "‰": 3, "‱": 4}


class _Unit(NamedTuple):
    """万元 is so many 元: its magnitude as it is written, what that comes to, its share, and what remains."""

    magnitude: str
    factor: int
    share: str
    base: str

    @classmethod
    def of(cls, unit: str) -> Self:
        found = _UNIT.match(plainly(unit))
        assert found, "fits any text"
        magnitude, share, rest = found.groups()
        return cls(magnitude, read(magnitude or "1", 0), share, _named(rest))

    def is_in(self, currency: str) -> bool:
        """Whether it may be meant with a currency before the number: without a unit any may."""
        name = self.base or self.share
        return not (currency and name) or bool(_MONEY.search(currency + name))


class _Typed(NamedTuple):
    """A number in a unit or without, and whether it says all of its magnitude; ¥72000 may, or may not."""

    numeral: str
    is_negative: bool
    share: str
    is_whole: bool
    has_currency: bool

    @classmethod
    def of(cls, text: str, asked: _Unit) -> Self | None:
        """None for what is no number, or one in another unit."""
        found = _TYPED.fullmatch(plainly(text)) if len(text) <= LONGEST else None
        if found is None:
            return None
        before, sign, behind, numeral, share, rest = found.groups()
        base, currency = _named(rest), before + behind
        if base == "角" and asked.base == "元" and not share:
            base, share = asked.base, base
        if base not in ("", asked.base) or _OTHER.search(rest) or not asked.is_in(currency):
            return None
        is_whole = base or share or re.search(rf"{asked.magnitude or '万'}|[万亿]", numeral)
        return cls(numeral, sign == "-", share, bool(is_whole), bool(currency))


def is_within(typed: str, value: str, tolerance: str, unit: str) -> bool:
    """Whether `typed` is at most `tolerance` from `value`, both plain decimals in the unit.

    The unit may be left out, and its magnitude written in another way: 3, 3万, 3万元, 30000元 and 叁万圆整
    where it is 万元; 12.5 and 12.5% where it is %; 0.5 and 5角 where it is 元. Another unit is
    another answer.
    """
    asked = _Unit.of(unit)
    found = _Typed.of(typed, asked)
    if found is None:
        return False
    scale = max(map(_places, (value, tolerance, found.numeral))) + max(_SHARES.values())

    def shared(numeral: str, share: str) -> int:
        return read(numeral, scale - _SHARES[share])

    def is_near(number: int) -> bool:
        apart = (-number if found.is_negative else number) - shared(value, asked.share) * asked.factor
        return abs(apart) <= shared(tolerance, asked.share) * asked.factor

    if (found.is_whole or found.has_currency) and is_near(shared(found.numeral, found.share)):
        return True
    return not found.is_whole and is_near(shared(found.numeral, asked.share) * asked.factor)


def value_of(typed: str, unit: str) -> str | None:
    """The plain decimal in the unit as which a number is read that was typed.

    None for what is none, has another unit, or a currency's sign where the unit has a magnitude: it may be
    meant whole or in the unit.
    """
    asked = _Unit.of(unit)
    found = _Typed.of(typed, asked)
    if found is None or (found.has_currency and not found.is_whole and asked.magnitude):
        return None
    scale = _places(found.numeral)
    number = read(found.numeral, scale)
    scale += _SHARES[found.share]
    if found.is_whole:
        # The factor is a power of ten.
        scale += len(str(asked.factor)) - 1 - _SHARES[asked.share]
    value = pointed(number * 10 ** max(0, -scale), max(0, scale))
    return f"-{value}" if found.is_negative and number else value


def _places(numeral: str) -> int:
    """At least as many as any part of a numeral has behind its point."""
    return len(numeral.partition(".")[2])


def _named(unit: str) -> str:
    name = _IDLE.sub("", _YUAN.sub("元", essence(unit)))
    return _SAME.get(name, name)
