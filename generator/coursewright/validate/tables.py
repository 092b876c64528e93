"""Tables of Markdown that are none, or lose cells: to a reader of the source they look right."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from ..words import marked as _

_BARS = re.compile(r"\s*[|｜]")
_HYPHENS = r"\s*[:：]?\s*[-—–－─]+\s*[:：]?\s*"
_RULE = re.compile(rf"\s*[|｜]?{_HYPHENS}(?:[|｜]{_HYPHENS})*[|｜]?\s*")
_HALF_WIDTH = re.compile(r"[-:|\s]+")
_LOST = _("this row has more cells than the head, and they are not shown")
_CELLS = re.compile(r"(?<!\\)[|｜]")


class Broken(NamedTuple):
    """The line at fault, what is wrong (a source string), and what to write: under the head, for a bar."""

    line: str
    reason: str
    rule: str = ""
    escaped: str = ""


def broken_tables(text: str, tokens: Sequence[Token]) -> Iterator[Broken]:
    """Paragraphs that were meant as tables, and rows with more cells than are shown."""
    lines = text.split("\n")
    for token in tokens:
        if token.type == "table_open" and token.map:
            yield from _lost(lines[token.map[0] : token.map[1]])
        elif token.type == "inline":
            yield from _meant(token.content.split("\n"))


def _lost(rows: Sequence[str]) -> Iterator[Broken]:
    head = _width(rows[0])
    for row in rows[2:]:
        if _width(row) > head:
            yield Broken(row.strip(), _LOST, escaped="\\|")


def _meant(lines: Sequence[str]) -> Iterator[Broken]:
    rows = [line for line in lines if _BARS.match(line) or ("|" in line and _RULE.fullmatch(line))]
    if len(rows) < 2:
        return
    rule = "|" + " --- |" * _width(rows[0])
    if any("｜" in row for row in rows):
        yield Broken(rows[0].strip(), _("its bars are full-width ones"), rule)
    elif not _RULE.fullmatch(rows[1]) or not _HALF_WIDTH.fullmatch(rows[1]):
        yield Broken(rows[0].strip(), _("there is no line of hyphens under its head"), rule)
    elif _width(rows[1]) != _width(rows[0]):
        yield Broken(rows[1].strip(), _("the line under its head has another number of parts"), rule)
    else:
        yield Broken(rows[0].strip(), _("a table stands by itself, with an empty line before it"), rule)


def _width(row: str) -> int:
    """How many cells a row has."""
    return len(_CELLS.split(row.strip().strip("|｜")))
