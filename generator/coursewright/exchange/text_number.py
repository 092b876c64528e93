"""How a question of a text begins: by its number, before which its type and its points may stand."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from . import types
from .bold import Line

_COUNT = r"([0-9０-９]{1,5})"
_NUMBER = re.compile(rf"(?:第\s*)?{_COUNT}\s*(?:[、．:：)）题]|\.(?![0-9]))[、.．:：]?\s*(.*)", re.S)
_IN_BRACKETS = re.compile(rf"[(（]\s*{_COUNT}\s*[)）]\s*(.*)", re.S)
_REMARK = r"[\[【(（<][^\[\]【】()（）<>]{2,16}[\]】)）>]"
_REMARKED = re.compile(rf"\s*((?:{_REMARK}[\s:：]*){{1,3}})(?=[第(（0-9０-９])")
_CALLED = re.compile(r"\s*([^\W\d_]{2,8}?)[\s:：]*(?=[第(（0-9０-９])")
_INNER = re.compile(r"[\[【(（<]([^\[\]【】()（）<>,，、;；]{2,16})")


@dataclass(frozen=True)
class Begun:
    """The number, and the line behind it after what stands before it."""

    number: int
    stem: Line


def numbered(line: Line) -> Begun | None:
    """The question that a line begins with a number."""
    return _begun(line, _NUMBER)


def numbered_in_brackets(line: Line) -> Begun | None:
    """The question, or what is listed within one, that a line begins with a number in brackets."""
    return _begun(line, _IN_BRACKETS)


def _begun(line: Line, pattern: re.Pattern[str]) -> Begun | None:
    before, rest = _parted(line)
    found = pattern.fullmatch(rest.text.lstrip())
    if found is None:
        return None
    return Begun(int(normalize("NFKC", found[1])), before.joined(rest.last(found[2])))


def _parted(line: Line) -> tuple[Line, Line]:
    """The type in brackets, and other remarks, that stand before a number; and the rest of the line."""
    if (found := _REMARKED.match(line.text)) and any(map(types.type_called, _INNER.findall(found[1]))):
        return line.part(found[1], found.start(1)), line.last(line.text[found.end() :])
    found = _CALLED.match(line.text)
    if found and types.type_called(found[1]) and (found[1].endswith("题") or found[1] != found[0].strip()):
        return Line(f"【{found[1]}】"), line.last(line.text[found.end() :])
    return Line(""), line
