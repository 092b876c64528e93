"""What people write for an answer: letters in any spelling, right or wrong, blanks, numbers, groups."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from .spot import letters

_BETWEEN = re.compile(r"[\s,，、;；/|.。和与&+]+")
_RIGHT = {"正确", "对", "是", "√", "✓", "✔", "t", "true", "y", "yes", "right", "1"}
_WRONG = {"错误", "错", "否", "不对", "不正确", "×", "✗", "✘", "x", "f", "false", "n", "no", "wrong", "0"}
_LETTERS = re.compile(r"[A-Z]+")
_QUANTITY = re.compile(
    r"([-+−]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?:(?:±|\+-|\+/-)\s*([0-9]+(?:\.[0-9]+)?))?(.*)", re.S
)
_GROUP = re.compile(r"([A-Za-zＡ-Ｚａ-ｚ\s,，、]*)[:：]\s*(.*\S)\s*")
_MOST_DIGITS = 15


def chosen(text: str) -> list[str] | None:
    """The letters that an answer names, each once: ABD, `A,B,D`, `A、Ｂ`, ab, `1,3`, or None.

    A number is that of an option.
    """
    parts = [part for part in _BETWEEN.split(normalize("NFKC", text).upper()) if part]
    if not parts:
        return None
    if all(part.isascii() and part.isdigit() and len(part) <= 26 for part in parts):
        numbers = [int(part) for part in parts] if len(parts) > 1 else [int(sign) for sign in parts[0]]
        return list(dict.fromkeys(map(letters, numbers))) if all(1 <= n <= 26 for n in numbers) else None
    if all(_LETTERS.fullmatch(part) for part in parts):
        return list(dict.fromkeys("".join(parts)))
    return None


def verdict(text: str) -> bool | None:
    """Whether an answer says that something is true; None where it says neither."""
    word = normalize("NFKC", text).strip(" ()[]。.").lower()
    return True if word in _RIGHT else False if word in _WRONG else None


def blanks(text: str) -> list[list[str]]:
    """The texts that are right in every gap: `;` stands between those of one, `|` between the gaps."""
    gaps = [re.split(r"[;；]", gap) for gap in re.split(r"[|｜]", text)]
    return [[each.strip() for each in gap if each.strip()] for gap in gaps]


@dataclass(frozen=True)
class Amount:
    """A number with how far from it is still right, and its unit."""

    value: float
    tolerance: float
    unit: str


def amount(text: str) -> Amount | None:
    """`50 ± 1 cm`; None where no number comes first."""
    found = _QUANTITY.fullmatch(normalize("NFKC", text).strip())
    if found is None or any(len(digits or "") > _MOST_DIGITS + 5 for digits in found.groups()[:2]):
        return None
    value = float(found[1].replace(",", "").replace("−", "-"))
    unit = found[3].strip()
    return Amount(plain(value), plain(float(found[2] or 0)), unit) if len(unit) <= 20 else None


def plain(value: float) -> float:
    """A whole number as one, so that a source says 50 and not 50.0."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def groups(text: str) -> list[tuple[list[str], str]] | None:
    """Lines `AB: what they belong to`, the letters and the text; None where a line is none of these."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = [_GROUP.fullmatch(line) for line in lines]
    if not lines or not all(found):
        return None
    return [(_names(each[1]), each[2]) for each in found if each]


def _names(text: str) -> list[str]:
    """Letters in a row, each a name; with a sign between them names may have two letters."""
    parts = [part for part in _BETWEEN.split(normalize("NFKC", text).upper()) if part]
    return parts if len(parts) > 1 else list("".join(parts))
