"""The fields of a question of a text: a name and a colon, or a name in brackets; several may share a line.

答案：A　难度：易　解析：…
【答案】A【解析】…
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from .answers import verdict
from .face import in_one_width
from .naming import HARDNESS, LEVELS

FIELDS = {
    "answer": "答案 答 正确答案 参考答案 标准答案 answer",
    "explanation": "解析 答案解析 试题解析 答案说明 explanation",
    "chapter": "章节 chapter",
    "difficulty": "难度 difficulty",
    "objective": "目标 objective",
    "level": "层次 level",
    "points": "分值 分数 points",
    "topic": "知识点 考点 topic",
}
_NAMES = {name: field for field, names in FIELDS.items() for name in names.split()}
_NAME = "|".join(_NAMES)
_NAMED = rf"(?:[\[【]\s*(?P<marked>{_NAME})\s*[\]】]\s*[:：]?|[\[【]?(?P<plain>{_NAME})\s*[:：])"
_FIELD = re.compile(rf"\s*{_NAMED}\s*(?P<text>.*)", re.S | re.I)
_FURTHER = re.compile(_NAMED, re.I)
_LETTERS = re.compile(r"[A-Ha-h](?:[\s,、;/]*[A-Ha-h])*")
_LONGEST = 60
"""Of an answer that is no text, with what stands around it."""
_MOST = 40
"""Names on a line that are looked at."""
_BEHIND = " \t\u3000。.．;；,，、/"
_AROUND = " \t\u3000()[]【】。.;,、/"


@dataclass(frozen=True)
class Field:
    """A field by its key, by the name that the author gives it, and what it says."""

    key: str
    name: str
    text: str


def field_of(line: str) -> Field | None:
    """The field that a line begins with."""
    found = _FIELD.fullmatch(line)
    return Field(_key(found), _called(found), found["text"]) if found else None


def is_brief(answer: str) -> bool:
    """Whether an answer is letters, or right or wrong, and so ends where these end."""
    bare = in_one_width(answer).strip(_AROUND) if len(answer) <= _LONGEST else ""
    return bool(_LETTERS.fullmatch(bare)) or (not bare.isdigit() and verdict(bare) is not None)


def further(key: str, text: str, has: Collection[str]) -> tuple[int, int] | None:
    """Where a part ends on its line, and where another field begins there; None if none does.

    A name behind a space may be any word of a text. So in a stem or an option only an answer begins, which
    is letters or a verdict; behind what ends of itself anything does; and behind other fields a name that
    stands in brackets or is Chinese, which has no spaces between words. What is there already begins nowhere.
    """
    for found in islice(_FURTHER.finditer(text), _MOST):
        if _key(found) in has:
            continue
        before, begin = text[: found.start()], found.start()
        if not before or before.isspace():
            continue
        is_apart = found["marked"] or (text[begin - 1].isspace() and not found["plain"].isascii())
        is_answer = _key(found) == "answer" and is_brief(_value(text, found.end()))
        if _is_over(key, before):
            return len(before.rstrip(_BEHIND)), begin
        if is_apart and (key in FIELDS or is_answer):
            return begin, begin
    return None


def _value(text: str, start: int) -> str:
    found = _FURTHER.search(text, start)
    return text[start : found.start()] if found else text[start:]


def _is_over(key: str, text: str) -> bool:
    """Whether what a field says is one of what it can say, so that nothing of it is to follow."""
    bare = in_one_width(text[:_LONGEST]).strip(_AROUND).lower()
    if key == "answer":
        return is_brief(text)
    if key == "difficulty":
        return bare in HARDNESS
    return key == "level" and bare in {*LEVELS, *LEVELS.values()}


def _key(found: re.Match[str]) -> str:
    return _NAMES[_called(found).lower()]


def _called(found: re.Match[str]) -> str:
    return found["marked"] or found["plain"]
