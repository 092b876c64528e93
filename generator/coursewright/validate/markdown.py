"""What authors may and may not write in Markdown, and the links in it.

The renderer is safe whatever comes: this is where an author is told of
something that would not work, at its own line.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from ..diagnostics import Problem
from ..load.source_file import Path, SourceFile
from ..model.markup import PICTURED, REFERENCE_KINDS, blocks, inline_tokens, reachable

_WORTH_PARSING = re.compile(r"[\[<#]|\*\*|^ {0,3}=+\s*$", re.M)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>|<!--")


class Reference(NamedTuple):
    """A link to something in the course, such as `section:risk/internal`."""

    kind: str
    id: str
    path: Path
    written: str


def markdown_problems(file: SourceFile) -> Iterator[Problem]:
    """Problems of every text in the file, whichever field holds it."""
    for path, text in _texts(file.data, ()):
        tokens = blocks(text)
        if any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
            yield Problem("CW0502", file.place_of(path, _first_heading(text)))
        for token in inline_tokens(tokens):
            if token.type == "image":
                address = unquote(str(token.attrs["src"]))
                if not address.startswith(f"{PICTURED}:"):
                    yield Problem("CW0503", file.place_of(path, address or "!["))
            elif token.type == "link_open" and not reachable(address := unquote(str(token.attrs["href"]))):
                yield Problem("CW0501", file.place_of(path, address or "]("), {"found": address or "()"})
        written = "\n".join(token.content for token in inline_tokens(tokens) if token.type == "text")
        if "**" in written:
            yield Problem("CW0505", file.place_of(path, "**"))
        if match := _TAG.search(written):
            yield Problem("CW0504", file.place_of(path, match[0]), {"found": match[0]})


def references(file: SourceFile) -> Iterator[Reference]:
    """Every link to something in the course and every picture of it, in any text of the file."""
    for path, text in _texts(file.data, ()):
        for token in inline_tokens(blocks(text)):
            if token.type in ("link_open", "image"):
                address = unquote(str(token.attrs["href" if token.type == "link_open" else "src"]))
                kind, _, id = address.partition(":")
                if kind == PICTURED or (token.type == "link_open" and kind in REFERENCE_KINDS):
                    yield Reference(kind, id.split("#")[0], path, address)


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


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text with something in it that may be a link, a heading or a tag."""
    if isinstance(data, str):
        if _WORTH_PARSING.search(data):
            yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _texts(value, (*path, at))
