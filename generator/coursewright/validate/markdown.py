"""What authors may and may not write in Markdown.

The renderer is safe whatever comes: this is where an author is told of
something that would not work, at its own line.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.kinds import PICTURED
from ..model.mark import LINE
from ..model.markup import inline_tokens, reachable, tokens_of
from ..model.text import Source
from ..model.walk import Path, Spot, spots

_WORTH_PARSING = re.compile(r"[\[<#]|\*\*|^ {0,3}=+\s*$", re.M)
_MAY_MARK = re.compile(r"[#`*\[<]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>|<!--")
_HEADING = re.compile(r"#{1,6}\s")
_MARKS = re.compile(r"^#{1,6}\s|`[^`]+`|\*\*[^*]*(?:\*\*)?|!?\[[^\[\]]*\]\([^()]*\)")
"""What is written for Markdown, and hardly for any other reason."""


def markdown_problems(file: SourceFile, model: Source) -> Iterator[Problem]:
    """Problems of every text of the file, each judged as its field is shown."""
    for spot in spots(model):
        if spot.mark.markdown:
            if _WORTH_PARSING.search(spot.text):
                yield from _parsed(file, spot)
        elif _MAY_MARK.search(spot.text):
            yield from _unparsed(file, spot, _MARKS.search(spot.text))
            yield from _tags(file, spot.path, spot.text)


def _unparsed(file: SourceFile, spot: Spot, match: re.Match[str] | None) -> Iterator[Problem]:
    """Marks where there is no Markdown."""
    if match:
        found = match[0].strip()
        yield Problem("CW0506", file.place_of(spot.path, found), {"found": found})


def _parsed(file: SourceFile, spot: Spot) -> Iterator[Problem]:
    path, text, mark = spot
    tokens = tokens_of(text, mark)
    if mark is LINE:
        yield from _unparsed(file, spot, _HEADING.match(text))
    if any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        yield Problem("CW0502", file.place_of(path, _first_heading(text)))
    for token in inline_tokens(tokens):
        if token.type == "image":
            address = unquote(str(token.attrs["src"]))
            if address.partition(":")[0] not in PICTURED:
                yield Problem("CW0503", file.place_of(path, address or "!["))
        elif token.type == "link_open" and not reachable(address := unquote(str(token.attrs["href"]))):
            yield Problem("CW0501", file.place_of(path, address or "]("), {"found": address or "()"})
    written = "\n".join(token.content for token in inline_tokens(tokens) if token.type == "text")
    if "**" in written:
        yield Problem("CW0505", file.place_of(path, "**"))
    yield from _tags(file, path, written)


def _tags(file: SourceFile, path: Path, written: str) -> Iterator[Problem]:
    if match := _TAG.search(written):
        yield Problem("CW0504", file.place_of(path, match[0]), {"found": match[0]})


def _first_heading(text: str) -> str:
    """The line that makes a heading of the first level, as far as one line tells."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        bare = line.lstrip(" \t>-+*0123456789.)")
        if re.match(r"#(?!#)(\s|$)", bare):
            return line.strip()
        if re.fullmatch(r" {0,3}=+\s*", line) and at:
            return lines[at - 1].strip()
    return ""
