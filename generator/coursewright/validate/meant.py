"""What was probably meant by a value that is not written as it must be."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from typing import Any

from ..load.marks import unquoted
from ..load.signs import HYPHENS
from ..load.slips import colon_slip
from ..model.chapter import LEVEL_NAMES
from ..model.items.types import TYPE_NAMES
from ..words import Words

_YES = frozenset(("true", "yes", "y", "on", "1", "是", "对", "正确", "√"))
_NO = frozenset(("false", "no", "n", "off", "0", "否", "错", "错误", "×"))
_USES = {"练习": "practice", "考试": "exam"}
_DECIMAL = re.compile(r"\+?(-?)0*([0-9]+(?:\.[0-9]+)?)")
_NUMBER = re.compile(r"\+?(-?)0*([0-9]+)(?:\.0+)?(\s*%)?")


def as_flag(found: Any) -> str:
    """true or false, or nothing: yes, “true”, 是, 1."""
    word = _bare(found).casefold()
    return "true" if word in _YES else "false" if word in _NO else ""


def as_number(found: Any) -> str:
    """A whole number, or nothing: “80”, ８０, 080, 80.0; not 80%, which is not 80 of them."""
    match = _NUMBER.fullmatch(_bare(found))
    return match[1] + match[2] if match and not match[3] else ""


def as_percent(found: Any) -> str:
    """A whole number of percent, or nothing: “80”, 80%."""
    match = _NUMBER.fullmatch(_bare(found))
    return match[1] + match[2] if match else ""


def as_decimal(found: Any) -> str:
    """A number, or nothing: “1.5”, １．５; not 1.5%, for what that means depends on the unit beside it."""
    match = _DECIMAL.fullmatch(_bare(found))
    return match[1] + match[2] if match else ""


def as_id(found: str) -> str:
    """An id as it has to be written, as far as there are letters for it: first-minute by First_Minute."""
    bare = unicodedata.normalize("NFKC", _bare(found)).replace("\\", "/")
    words = re.sub(r"[^a-z0-9/]+", "-", bare.lower())
    return "/".join(part.strip("-") for part in words.split("/"))


def as_named(found: str, allowed: Collection[str]) -> str:
    """The allowed word that has this name in Chinese, or nothing: single-choice by 单选题 and by 单选."""
    name, names = _bare(found), _chinese_names()
    word = names.get(name) or names.get(f"{name}题", "")
    return word if word in allowed else ""


@cache
def _chinese_names() -> dict[str, str]:
    words = Words("zh_CN")
    return {words(name): word for word, name in (TYPE_NAMES | LEVEL_NAMES).items()} | _USES


def _bare(found: Any) -> str:
    """A value without the quotation marks around it, in half-width characters."""
    text = str(found).strip()
    return unicodedata.normalize("NFKC", unquoted(text) or text)


def other_sign(text: str, expected: str) -> tuple[str, dict[str, Any]] | None:
    """Code and values when a text was meant as a key and its value, or as a list with other signs."""
    if expected == "dict":
        return colon_slip(text)
    sign = text.strip()[:1]
    if expected != "list" or sign not in HYPHENS or not sign:
        return None
    first = text.strip()[1:].split(sign)[0].strip()
    return "CW0132", {"found": sign, "proper": f"- {first}"}
