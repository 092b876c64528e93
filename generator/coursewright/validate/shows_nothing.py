"""Texts of which nothing is seen: all that they hold is marks of Markdown, or spaces by another name."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ..diagnostics import Place, Problem
from ..load.source_file import SourceFile
from ..model.characters import is_unseen
from ..model.mark import Mark
from ..model.markup import tokens_of
from ..model.walk import Spot

_WORDLESS = re.compile(r"(?:[\W_]|\d{1,9}[.)]|&#?\w+;)*")
_BEGINNING = re.compile(r"\d{1,9}(?=[.)])|(?=[-+*>#~`_])")
_SHOWN = frozenset(("image", "table_open", "link_open"))
"""A table is seen even when all its cells are to be filled in; of a link without words `links.py` tells."""


def may_show_nothing(text: str) -> bool:
    """Whether a text is worth parsing for it: it has no word, but for numbers and names that mark something.

    An empty one is not: where it may be empty, as a cell may, nothing is meant to be seen.
    """
    return _WORDLESS.fullmatch(text) is not None and not (text == "" or text.isspace())


def nothing_shown(file: SourceFile, spot: Spot, tokens: Sequence[Token]) -> Problem | None:
    """The problem of a text whose tokens show nothing."""
    if _show_something(tokens):
        return None
    place, written = file.place(spot.path), spot.text.strip()
    return Problem("CW0524", place, {"found": written, "proper": _proper(written, spot.mark, place)})


def _show_something(tokens: Sequence[Token]) -> bool:
    return any(map(_is_seen, _parts(tokens)))


def _parts(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            yield from token.children or ()
        else:
            yield token


def _is_seen(token: Token) -> bool:
    return token.type in _SHOWN or (bool(token.content) and not is_unseen(token.content))


def _proper(text: str, mark: Mark, place: Place) -> str:
    """One line as it is written to be shown: within double quotes YAML takes one of two backslashes."""
    begins = _BEGINNING.match(text)
    if begins is None or "\n" in text:
        return ""
    proper = f"{text[: begins.end()]}\\{text[begins.end() :]}"
    if not _show_something(tokens_of(proper, mark)):
        return ""
    is_quoted = place.source.startswith('"', place.column - 1)
    return '"{}"'.format(proper.replace("\\", "\\\\")) if is_quoted else proper
