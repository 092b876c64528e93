"""Lines between the questions of a text: headings of its parts, which may give the type of what follows."""

import re
from dataclasses import dataclass

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


_FIRST = re.compile(r"\s*(?:#+\s*)?[(（]?第?([一二三四五六七八九十]+)")
_GAP = r"[ \t\u3000]{0,4}"
_BEFORE_ANSWERS = re.compile(
    rf"\s*(?P<ordinal>(?:#{{1,6}}{_GAP})?[(（]?第?[一二三四五六七八九十]{{1,3}}[)）]?(?:部分|大题|章|节)?"
    rf"[、.．:：\s]{{0,4}}|#{{1,6}}{_GAP})?"
    r"[\[【]?(?P<name>[^\W\d_]{2,8}?)?(?:参考|标准|正确)?(?:答案)?[\]】]?"
    rf"(?:{_GAP}[(（][^()（）]{{0,40}}[)）]){{0,2}}{_GAP}[:：]?{_GAP}"
    rf"(?P<rest>(?:第?{_GAP}[(（【\[]?[0-9０-９].*)?)"
)


@dataclass(frozen=True)
class Heading:
    """Its words without spaces, its number in Chinese and the type that it gives, if it has these.

    `above` has the words of one right above it, such as that of a chapter.
    """

    text: str
    ordinal: str = ""
    type: str = ""
    above: str = ""

    def may_be(self, other: "Heading") -> bool:
        """Whether two headings may stand above the same questions."""
        if self.above and other.above and not _is_begin(self.above, other.above):
            return False
        if self.type and other.type:
            return self._types & other._types != set()
        if self.ordinal and other.ordinal:
            return self.ordinal == other.ordinal
        return bool(self.type or other.type) or _is_begin(self.text, other.text)

    def is_one(self, other: "Heading") -> bool:
        """Whether they are the same by their numbers too."""
        return self.ordinal == other.ordinal and self.may_be(other)

    def below(self, other: "Heading") -> "Heading":
        """The heading with another right above it."""
        return Heading(self.text, self.ordinal or other.ordinal, self.type or other.type, other.text)

    @property
    def texts(self) -> list[str]:
        """Its words, and those of one right above it."""
        return [self.text, *filter(None, [self.above])]

    @property
    def given(self) -> str:
        """The name of the type that it gives what stands below it, or nothing."""
        return "" if self.type in _OPEN else self.type

    @property
    def _types(self) -> set[str | None]:
        return {types.SINGLE, types.MULTIPLE} if self.type in _OPEN else {types.type_called(self.type)}


def _is_begin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def heading_of(line: str) -> Heading | None:
    """The heading of a part of the text that a line is."""
    name = _typed(line)
    if name is None and not _HEADING.fullmatch(line):
        return None
    ordinal = _FIRST.match(line)
    return Heading("".join(line.split()), ordinal[1] if ordinal else "", name or "")


def heading_before(line: str) -> tuple[Heading, int] | None:
    """The heading with which a line of answers begins, and where these do; they may stand below it.

    It gives a type, or has a number before the answers: anything else may be a text.
    """
    found = _BEFORE_ANSWERS.fullmatch(line)
    if found is None or not (found["name"] or found["ordinal"]):
        return None
    is_typed = found["name"] and types.type_called(found["name"])
    if not is_typed and (found["name"] or not found["rest"]):
        return None
    ordinal = _FIRST.match(line)
    text = "".join(line[: found.start("rest")].split())
    return Heading(text, ordinal[1] if ordinal else "", found["name"] or ""), found.start("rest")


def _typed(line: str) -> str | None:
    found = _TYPED.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    if found is None or not types.type_called(found["name"]):
        return None
    is_plain = found["ordinal"] or found["colon"] or found["name"].endswith("题")
    return found["name"] if is_plain else None
