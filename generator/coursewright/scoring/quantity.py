"""Whether a number that was typed is the one that is asked for, in whatever magnitude it was written.

`browser/scoring/quantity.mjs` does the same.
"""

import re
from typing import NamedTuple

from ..writing.numeral import NUMERAL, Decimal, plainly, read
from .canonical import LONGEST, essence

_TYPED = re.compile(rf"((?:人民币|rmb)?[¥$€£]?)([-+]?)[¥$€£]?({NUMERAL})([%‰]?)([\s\S]*)")
_UNIT = re.compile(r"([十百千万亿]*)([%‰]?)([\s\S]*)")
_IDLE = re.compile("^个|整$|人民币$")
"""Of a unit: what makes it no other one."""
_SHARES = {"": 0, "%": 2, "‰": 3}


class _Unit(NamedTuple):
    """万元 is so many 元: its magnitude as it is written, what that comes to, and what remains."""

    magnitude: str
    factor: Decimal
    base: str


def is_within(typed: str, value: str, tolerance: str, unit: str) -> bool:
    """Whether `typed` is at most `tolerance` from `value`, both plain decimals in the unit.

    The unit may be left out, and its magnitude written in another way: 3, 3万, 3万元, 30000元 and 叁万圆整
    where it is 万元; 12.5 and 12.5% where it is %. Another unit is another answer.
    """
    found = _TYPED.fullmatch(plainly(typed)) if len(typed) <= LONGEST else None
    if found is None:
        return False
    currency, sign, numeral, share, rest = found.groups()
    asked, base = _unit(unit), _named(rest)
    if base not in ("", asked.base):
        return False
    number = read(numeral)
    number = Decimal(-number.mantissa if sign == "-" else number.mantissa, number.scale + _SHARES[share])
    is_whole = base or share or re.search(rf"{asked.magnitude or '万'}|[万亿]", numeral)
    wanted, most = (_times(_decimal(each), asked.factor) for each in (value, tolerance))
    # ¥72000 may be meant whole, and ¥7.2 in the unit that stands beside.
    if (is_whole or currency) and _is_near(number, wanted, most):
        return True
    return not is_whole and _is_near(_times(number, asked.factor), wanted, most)


def value_of(typed: str, unit: str) -> str | None:
    """The plain decimal in the unit as which a number is read that was typed.

    None for what is none, has another unit, or a currency's sign where the unit has a magnitude: it may be
    meant whole or in the unit.
    """
    found = _TYPED.fullmatch(plainly(typed)) if len(typed) <= LONGEST else None
    if found is None:
        return None
    currency, sign, numeral, share, rest = found.groups()
    asked, base = _unit(unit), _named(rest)
    is_whole = base or share or re.search(rf"{asked.magnitude or '万'}|[万亿]", numeral)
    if base not in ("", asked.base) or (currency and not is_whole and asked.magnitude):
        return None
    number = read(numeral)
    scale = number.scale + _SHARES[share] + (_places(asked.factor) if is_whole else 0)
    value = str(Decimal(number.mantissa * 10 ** max(0, -scale), max(0, scale)))
    return f"-{value}" if sign == "-" and number.mantissa else value


def _places(factor: Decimal) -> int:
    """By which a number gets shorter that is divided by a power of ten."""
    return len(str(factor.mantissa)) - 1 - factor.scale


def _unit(unit: str) -> _Unit:
    found = _UNIT.match(plainly(unit))
    assert found, "fits any text"
    magnitude, share, rest = found.groups()
    factor = read(magnitude).mantissa if magnitude else 1
    return _Unit(magnitude, Decimal(factor, _SHARES[share]), _named(rest))


def _named(unit: str) -> str:
    return _IDLE.sub("", re.sub("圆|块钱?", "元", essence(unit)))


def _decimal(text: str) -> Decimal:
    whole, _, fraction = text.partition(".")
    return Decimal(int(whole + fraction), len(fraction))


def _times(number: Decimal, factor: Decimal) -> Decimal:
    return Decimal(number.mantissa * factor.mantissa, number.scale + factor.scale)


def _is_near(found: Decimal, wanted: Decimal, tolerance: Decimal) -> bool:
    scale = max(found.scale, wanted.scale, tolerance.scale)
    first, second, most = (each.mantissa * 10 ** (scale - each.scale) for each in (found, wanted, tolerance))
    return bool(abs(first - second) <= most)
