"""Lines that begin as entries, headings or quotations do elsewhere: in Markdown they are joined into one."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

_BULLET = re.compile(r"(?:[·•●▪◦○・‧－﹣]\s*|[—–―]\s*(?![—–―\s])|-(?=[^\W\d])|\*(?=[^\s*][^*]*$))(?=\S)")
_NUMBER = re.compile(r"(?:(\d{1,2})(?:[.)](?=[^\s\d])|[、．）]\s*)|[（(](\d{1,2})[）)]\s*)(?=\S)")
_COUNTED = re.compile(r"(?:([一二三四五六七八九十])、|[（(]([一二三四五六七八九十])[）)]|([①-⑳])\s*)(?=\S)")
_HEADING = re.compile(r"(#{2,6}(?=[^\s#\d])|#(?=[\u4e00-\u9fff])|＃{1,6})\s*(?=\S)")
_QUOTED = re.compile(r"[》＞]\s*(?=\S)")
_MAY_START = re.compile(r"^ *[·•●▪◦○・‧－﹣—–―\-*\d（(一二三四五六七八九十①-⑳#＃》＞]", re.M)
_CHINESE = "一二三四五六七八九十"


class Started(NamedTuple):
    """A line, and how it is written so that it begins what it was meant to."""

    line: str
    proper: str


def may_start(text: str) -> bool:
    """Whether a text is worth parsing for it."""
    found = _MAY_START.findall(text)
    return len(found) > 1 or any(line[-1] in "#＃》＞" for line in found)


def started_lines(tokens: Sequence[Token]) -> Iterator[Started]:
    """The first such line of every paragraph in which it is surely meant."""
    listed = 0
    for before, token in pairwise(tokens):
        listed += (before.type == "list_item_open") - (before.type == "list_item_close")
        if before.type == "paragraph_open":
            yield from _of_paragraph(token.content.split("\n"), listed=listed > 0)


def _of_paragraph(lines: Sequence[str], *, listed: bool) -> Iterator[Started]:
    headings = [Started(line, _as_heading(match)) for line in lines if (match := _HEADING.match(line))]
    quotes = [Started(line, f"> {line[match.end() :]}") for line in lines if (match := _QUOTED.match(line))]
    entries = [Started(line, proper) for line in lines[listed:] if (proper := _as_entry(line))]
    yield from headings[:1]
    yield from quotes[: len(quotes) > 1 or (bool(quotes) and quotes[0].line == lines[0])]
    yield from entries[: listed or len(entries) > 1]


def _as_heading(match: re.Match[str]) -> str:
    return f"{'#' * max(2, len(match[1]))} {match.string[match.end() :]}"


def _as_entry(line: str) -> str:
    """The line as an entry of a list, or nothing when it begins like none."""
    if match := _BULLET.match(line):
        return f"- {line[match.end() :]}"
    if match := _NUMBER.match(line):
        return f"{match[1] or match[2]}. {line[match.end() :]}"
    if match := _COUNTED.match(line):
        return f"{_number(next(filter(None, match.groups())))}. {line[match.end() :]}"
    return ""


def _number(sign: str) -> int:
    return _CHINESE.index(sign) + 1 if sign in _CHINESE else ord(sign) - ord("①") + 1
