"""What people write for an answer: letters in any spelling, right or wrong, blanks, numbers, groups."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.items.quantity import MOST
from .face import in_one_width
from .spot import letters

_BETWEEN = re.compile(r"[\s,，、;；/|.。和与&+]+")
_RIGHT = {"正确", "对", "是", "√", "✓", "✔", "t", "true", "y", "yes", "right", "1"}
_WRONG = {"错误", "错", "否", "不对", "不正确", "×", "✗", "✘", "x", "f", "false", "n", "no", "wrong", "0"}
_EITHER = re.compile("[/／]|或者?")
_HAN_WORD = re.compile("[\u3400-\u9fff]{2,}")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z' -]{2,}")
_MEASURE = re.compile(
    "[每千百十万毫厘分微公平立方海英]*(?:米|里|亩|顷|尺|寸|克|斤|吨|两|升|元|角|年|季度?|月|周|日|天|小时|分钟?|秒钟?"
    "|人|人次|户|次|个|台|件|辆|千?瓦时?|度|帕|瓦|伏|安|赫兹?|焦耳?)"
)
"""What stands below the line of a unit."""
_LETTERS = re.compile(r"[A-Z]+")
_QUANTITY = re.compile(
    r"([-+−]?[0-9][0-9,]*(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?)\s*"
    r"(?:(?:±|\+-|\+/-)\s*([0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?))?(.*)",
    re.S | re.I,
)
_GROUP = re.compile(r"([A-Za-zＡ-Ｚａ-ｚ\s,，、]*)[:：]\s*(.*\S)\s*")


def chosen(text: str) -> list[str] | None:
    """The letters that an answer names, as often as it does: ABD, `A,B,D`, `A、Ｂ`, ab, `1,3`, or None.

    A number is that of an option.
    """
    parts = [part for part in _BETWEEN.split(in_one_width(text).upper()) if part]
    if not parts:
        return None
    if all(part.isascii() and part.isdigit() and len(part) <= 26 for part in parts):
        numbers = [int(part) for part in parts] if len(parts) > 1 else [int(sign) for sign in parts[0]]
        return [*map(letters, numbers)] if all(1 <= n <= 26 for n in numbers) else None
    if all(_LETTERS.fullmatch(part) for part in parts):
        return list("".join(parts))
    return None


def is_numbers(text: str) -> bool:
    """Whether an answer names options, if it does, by numbers."""
    return all(part.isdigit() for part in _BETWEEN.split(in_one_width(text)) if part)


def named(text: str, options: Mapping[str, str]) -> list[str]:
    """The letters of the options whose texts an answer says: the one that it is, or those of its parts."""
    letters = {_folded(said): letter for letter, said in options.items()}
    if _folded(text) in letters:
        return [letters[_folded(text)]]
    parts = [_folded(part) for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) == 1 and parts[0].isdigit():
        parts = [*parts[0]]
    return [letters[part] for part in parts] if parts and {*parts} <= letters.keys() else []


def _folded(text: str) -> str:
    return in_one_width(text).strip()


def twice(names: Iterable[str]) -> list[str]:
    """What is named more than once, each once."""
    return [name for name, count in Counter(names).items() if count > 1]


def verdict(text: str) -> bool | None:
    """Whether an answer says that something is true; None where it says neither."""
    word = in_one_width(text).strip(" ()[]。.").lower()
    return True if word in _RIGHT else False if word in _WRONG else None


def blanks(text: str) -> list[list[str]]:
    """The texts that are right in every gap: `;` stands between those of one, `|` between the gaps."""
    gaps = [re.split(r"[;；]", gap) for gap in re.split(r"[|｜]", text)]
    return [[each.strip() for each in gap if each.strip()] for gap in gaps]


def words_beside(text: str) -> list[str]:
    """The words of `北京/北平` or `北京或北平`, if these are several; none of 公斤/亩, km/h or 1/2."""
    parts = [part.strip() for part in _EITHER.split(text)]
    is_row = all(map(_HAN_WORD.fullmatch, parts)) or all(map(_LATIN_WORD.fullmatch, parts))
    return parts if len(parts) > 1 and is_row and not _MEASURE.fullmatch(parts[-1]) else []


@dataclass(frozen=True)
class Amount:
    """A number with how far from it is still right, and its unit."""

    value: float
    tolerance: float
    unit: str

    @property
    def is_too_large(self) -> bool:
        """Whether it is beyond what a source can say."""
        return max(abs(self.value), self.tolerance) > MOST


def amount(text: str) -> Amount | None:
    """`50 ± 1 cm`; None where no number comes first."""
    found = _QUANTITY.fullmatch(in_one_width(text).strip())
    if found is None:
        return None
    value = float(found[1].replace(",", "").replace("−", "-"))
    return Amount(plain(value), plain(float(found[2] or 0)), found[3].strip())


def plain(value: float) -> float:
    """A whole number as one, so that a source says 50 and not 50.0."""
    return int(value) if abs(value) < 1e15 and value == int(value) else value


def groups(text: str) -> list[tuple[list[str], str]] | None:
    """Lines `AB: what they belong to`, the letters and the text; None where a line is none of these."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = [_GROUP.fullmatch(line) for line in lines]
    if not lines or not all(found):
        return None
    return [(_names(each[1]), each[2]) for each in found if each]


def _names(text: str) -> list[str]:
    """Letters in a row, each a name; with a sign between them names may have two letters."""
    parts = [part for part in _BETWEEN.split(in_one_width(text).upper()) if part]
    return parts if len(parts) > 1 else list("".join(parts))
