"""Lines between the questions of a text: headings of its parts, which may give the type of what follows."""

import re

from . import types

_ORDINAL = r"(?:#+\s*)?(?:第?[一二三四五六七八九十]+(?:部分|大题)?[、.．:：\s]*)"
_HEADING = re.compile(r"\s*(?:第?[一二三四五六七八九十]+[、.．章节部分]|#+\s).*")
_TYPED = re.compile(
    rf"\s*(?P<ordinal>{_ORDINAL}|#+\s*)?[\[【]?(?P<name>[^\s\[\]【】()（）:：,，、。]{{2,8}})[\]】]?\s*"
    r"(?P<colon>[:：])?\s*(?:[(（][^()（）]*[)）]|[,，]?[共每].*)?\s*[:：]?\s*"
)
_LONGEST = 60
"""Of a heading; what is longer is a text."""

_OPEN = ("选择题", "选择")
"""What says neither of one nor of several right answers: the answers do."""


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a part of the text."""
    return bool(_HEADING.fullmatch(line)) or _typed(line) is not None


def type_of(line: str) -> str:
    """The name of the type that a heading gives what stands below it, or nothing."""
    name = _typed(line)
    return "" if name is None or name in _OPEN else name


def _typed(line: str) -> str | None:
    found = _TYPED.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    if found is None or not types.type_called(found["name"]):
        return None
    is_plain = found["ordinal"] or found["colon"] or found["name"].endswith("题")
    return found["name"] if is_plain else None
