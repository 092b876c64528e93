"""The list of answers at the end of a text: where it begins, and what a line of it says of which numbers.

参考答案
一、单选题：1-5 ABCDA 6-7 BC
二、判断题
1.√ 2.×
3、腐殖质;表土|黏土
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from .bold import Line
from .text_fields import is_brief

_GAP = r"[ \t\u3000]{0,4}"
_LIST = re.compile(
    rf"\s*(?:#{{1,6}}{_GAP})?[\[【(（]?{_GAP}(?:附{_GAP}[件录]?{_GAP}[0-9一二三四五六]?{_GAP}[:：.、]?{_GAP})?"
    r"(?P<before>(?:[^:：。？?！!]{0,30}?(?:卷|题|库|试|考|练习|测验|作业|章|节|部分|[一二三四五六七八九十]、))?)"
    r"(?:(?:参考|标准|正确)?答案(?:[及与和、]?(?:详解|解析|解答|说明|评分标准|评分参考|评分细则)){0,2}"
    r"|(?i:answers?(?:\s+keys?)?))\s*"
    r"(?:(?:[\]】)）:：]|(?<=\s)(?=[0-9０-９]))\s*(?P<rest>.*))?"
)
_WORD = re.compile("答案|answer", re.I)
_DIGITS = "[0-9０-９]"
_RIGHT_OR_WRONG = "正确|错误|[√✓✔×✗✘对错]"
_HEAD = re.compile(
    rf"(?<![0-9０-９.．])(?:"
    rf"[(（\[【]?(?:第\s*)?(?P<first>{_DIGITS}{{1,3}})\s*(?:题\s*)?(?:[-–—―－~～∼〜]+|[至到])\s*第?\s*"
    rf"(?P<last>{_DIGITS}{{1,3}})\s*(?:题\s*)?[)）\]】]?\s*(?:[:：、．]|\.(?![0-9]))?"
    rf"|(?:第\s*)?(?P<number>{_DIGITS}{{1,5}})\s*(?:[、．:：)）题]|\.(?![0-9]))[、.．:：]?"
    rf"|[(（\[【]\s*(?P<inner>{_DIGITS}{{1,5}})\s*[)）\]】]"
    rf"|(?P<bare>{_DIGITS}{{1,3}})\s*(?:[-–—=]\s*)?"
    rf"(?=(?:[A-Ha-hＡ-Ｈ]{{1,8}}|{_RIGHT_OR_WRONG})(?![A-Za-z\u3400-\u9fff])))"
)
_ONE = re.compile(rf"{_RIGHT_OR_WRONG}|[A-Za-z]")
_ROW = re.compile(rf"(?:{_RIGHT_OR_WRONG}|[A-HTFＡ-ＨＴＦa-h]|[\s,，、;；])+")
_LONGEST = 1000
"""Of a row of answers."""
_AROUND = " ()（）[]【】"
_BETWEEN = re.compile(r"[\s,，、;；/|]+")
_WAYS = (re.compile(r"\s+"), re.compile("[;；]"), re.compile("[,，、/|]"), _BETWEEN)


@dataclass(frozen=True)
class Begin:
    """Of a list of answers: a heading that stands before the word, and where answers begin behind it."""

    before: str
    rest: int | None


@dataclass(frozen=True)
class Listed:
    """What a line says from a place on: an answer to a number, or the answers from one number to another."""

    first: int
    last: int
    at: int
    said: Line

    @property
    def is_brief(self) -> bool:
        """Whether it is of letters and signs alone, so that it cannot be a question."""
        is_row = self.last > self.first and _ROW.fullmatch(self.said.text.strip(_AROUND))
        return bool(is_row) or is_brief(self.said.text)

    @property
    def answers(self) -> list[str] | None:
        """An answer for each number, in the one way in which there are as many; else None."""
        text, count = self.said.text.strip(_AROUND), self.last - self.first + 1
        found = [[part.strip() for part in way.split(text) if part.strip()] for way in _WAYS]
        if _ROW.fullmatch(text):
            found.append(_ONE.findall(normalize("NFKC", text)))
        fitting = {tuple(_BETWEEN.sub("", part) for part in parts): parts for parts in found}
        whole = [parts for parts in fitting.values() if len(parts) == count]
        return whole[0] if len(whole) == 1 else None


def list_begun(line: str) -> Begin | None:
    """The begin of a list of answers that a line may be."""
    found = _LIST.fullmatch(line) if _WORD.search(line) else None
    if found is None:
        return None
    return Begin(found["before"].strip(), found.start("rest") if (found["rest"] or "").strip() else None)


def listed(line: Line, *, bracketed: bool = False) -> list[Listed]:
    """What a line says of numbers, if it begins with one.

    A number in brackets before a text may count what is said in it, unless questions are counted so.
    """
    heads = [*_heads(line.text)]
    ends = [head.start() for head in heads[1:]]
    found = []
    for head, end in zip(heads, [*ends, len(line.text)], strict=False):
        text = line.text[head.end() : end].strip()
        text = text.rstrip(";；,，、 \t\u3000") if end < len(line.text) else text
        begin = line.text.index(text, head.end()) if text else head.end()
        first, last = _numbers(head)
        found.append(Listed(first, last, head.start(), line.part(text, begin)))
    is_inner = any(head["inner"] for head in heads)
    return [] if is_inner and not bracketed and not all(each.is_brief for each in found) else found


def _heads(text: str) -> Iterator[re.Match[str]]:
    """Where numbers begin answers: behind a whole answer, or behind a text where they count on."""
    before: re.Match[str] | None = None
    for found in _HEAD.finditer(text):
        if before is None:
            if text[: found.start()].strip():
                return
        elif not _goes_on(text, before, found):
            continue
        before = found
        yield found


def _goes_on(text: str, before: re.Match[str], found: re.Match[str]) -> bool:
    begin, end = before.end(), found.start()
    if (before["inner"] is None) != (found["inner"] is None) or text[begin:end].isspace() or begin == end:
        return False
    if _numbers(found)[0] == _numbers(before)[1] + 1 and text[end - 1] in " \t\u3000;；":
        return True
    said = text[begin:end] if end - begin <= _LONGEST else ""
    return is_brief(said) or bool(before["last"] and _ROW.fullmatch(said))


def _numbers(head: re.Match[str]) -> tuple[int, int]:
    first = head["first"] or head["number"] or head["inner"] or head["bare"]
    return int(normalize("NFKC", first)), int(normalize("NFKC", head["last"] or first))
