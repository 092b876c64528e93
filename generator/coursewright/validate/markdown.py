"""What authors may and may not write in Markdown, and the links in it.

The renderer is safe whatever comes: this is where an author is told of
something that would not work, at its own line.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..diagnostics import Problem
from ..load.document import Document, Path

REFERENCE_KINDS = ("chapter", "section", "term", "taxonomy", "node", "toolkit", "competency", "role", "quiz", "guide")

_LINK = re.compile(r"(!?)\[(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*\]\(\s*<?([^\s()<>]*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.S)
_HEADING = re.compile(r"^ {0,3}#(?!#)[ \t]", re.M)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>|<!--")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|^(`{3,}|~{3,})[^\n]*\n.*?(?:^\2|\Z)", re.S | re.M)


class Reference(NamedTuple):
    """A link to something in the course, such as `section:risk/internal`."""

    kind: str
    id: str
    path: Path
    written: str


def markdown_problems(document: Document) -> Iterator[Problem]:
    """Problems of every text in the document, whichever field holds it."""
    for path, text in _texts(document.data, ()):
        if not _MARKED.search(text):
            continue
        prose = _CODE.sub(lambda code: " " * len(code[0]), text)
        for picture, target in _links(prose):
            if picture:
                yield Problem("CW0503", document.place_of(path, target))
            elif not _reachable(target):
                yield Problem("CW0501", document.place_of(path, target), {"found": target or "()"})
        if match := _HEADING.search(prose):
            yield Problem("CW0502", document.place_of(path, match[0].strip() + " "))
        if match := _TAG.search(prose):
            yield Problem("CW0504", document.place_of(path, match[0]), {"found": match[0]})


def references(document: Document) -> Iterator[Reference]:
    """Every link to something in the course, in any text of the document."""
    for path, text in _texts(document.data, ()):
        if "](" not in text:
            continue
        for picture, target in _links(_CODE.sub("", text)):
            kind, _, id = target.partition(":")
            if not picture and kind in REFERENCE_KINDS:
                yield Reference(kind, id.split("#")[0], path, target)


_MARKED = re.compile(r"\]\(|<|^ {0,3}#", re.M)


def _links(text: str) -> Iterator[tuple[bool, str]]:
    return ((bool(match[1]), match[2]) for match in _LINK.finditer(text))


def _reachable(target: str) -> bool:
    """Within the course by kind, on this page by `#…`, or out by https, http or mailto."""
    if target.startswith("#") and len(target) > 1:
        return True
    match = _SCHEME.fullmatch(target)
    if match is None:
        return False
    scheme = match[1].lower()
    return (scheme in ("https", "http") and match[2].startswith("//")) or scheme == "mailto" or match[1] in REFERENCE_KINDS


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _texts(value, (*path, at))
