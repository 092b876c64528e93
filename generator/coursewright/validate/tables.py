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
_NO_RULE = _("there is no line of hyphens under its head")
_PARTED = _("an empty line ends a table; its lines stand one right below the other")
_CELLS = re.compile(r"(?<!\\)[|｜]")
_SPACED = re.compile(r"(?<=\S)\s+[|｜]\s+(?=\S)")


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
    for above, at, content in _paragraphs(tokens):
        yield from _parted(above, at, content) or _meant(content)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[str, str, list[str]]]:
    """The lines of every inline text, with what it stands right behind, and the text before it."""
    said = ""
    for at, token in enumerate(tokens):
        if token.type == "inline":
            yield _before(tokens, at), said, token.content.split("\n")
            said = token.content


def _before(tokens: Sequence[Token], at: int) -> str:
    """What a paragraph comes right behind: a table, a heading by a line below it, or another paragraph."""
    if at < 2 or tokens[at - 1].type != "paragraph_open":
        return ""
    closed = tokens[at - 2]
    by_a_line = closed.type != "heading_close" or closed.markup in ("-", "=")
    return closed.type.removesuffix("_close") if closed.type.endswith("_close") and by_a_line else ""


def _parted(above: str, said: str, lines: Sequence[str]) -> list[Broken]:
    """A table of which an empty line made two, or whose head a line of hyphens made a heading."""
    barred = bool(_BARS.match(lines[0]))
    if above == "table" and barred:
        return [Broken(lines[0].strip(), _PARTED)]
    if above == "heading" and _CELLS.search(said) and _CELLS.search(lines[0]):
        return [Broken(said.split("\n", maxsplit=1)[0].strip(), _NO_RULE, _rule(said))]
    ruled = "|" in lines[0] and _RULE.fullmatch(lines[0])
    if above == "paragraph" and ruled and _CELLS.search(said.rsplit("\n", maxsplit=1)[-1]):
        return [Broken(lines[0].strip(), _PARTED)]
    return []


def _lost(rows: Sequence[str]) -> Iterator[Broken]:
    head = _width(rows[0])
    for row in rows[2:]:
        if _width(row) > head:
            yield Broken(row.strip(), _LOST, escaped="\\|")


def _meant(lines: Sequence[str]) -> Iterator[Broken]:
    rows = [line for line in lines if _BARS.match(line) or ("|" in line and _RULE.fullmatch(line))]
    if len(rows) < 2 and not (rows := _unbarred(lines)):
        return
    rule = _rule(rows[0])
    if any("｜" in row for row in rows):
        yield Broken(rows[0].strip(), _("its bars are full-width ones"), rule)
    elif not _RULE.fullmatch(rows[1]) or not _HALF_WIDTH.fullmatch(rows[1]):
        yield Broken(rows[0].strip(), _NO_RULE, rule)
    elif _width(rows[1]) != _width(rows[0]):
        yield Broken(rows[1].strip(), _("the line under its head has another number of parts"), rule)
    else:
        yield Broken(rows[0].strip(), _("a table stands by itself, with an empty line before it"), rule)


def _unbarred(lines: Sequence[str]) -> list[str]:
    """The lines when they are rows without bars at their ends: each with as many cells."""
    bare = [re.sub(r"`[^`]*`", "", line) for line in lines]
    widths = {len(_SPACED.split(line)) for line in bare}
    return list(lines) if len(lines) > 1 and len(widths) == 1 and widths != {1} else []


def _rule(head: str) -> str:
    """What has to stand under a head."""
    return "|" + " --- |" * _width(head)


def _width(row: str) -> int:
    """How many cells a row has."""
    return len(_CELLS.split(row.strip().strip("|｜")))
