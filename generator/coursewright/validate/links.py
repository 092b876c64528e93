"""Links that are written so that nobody can follow them: without words, with a space, as footnotes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from markdown_it.token import Token

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.kinds import LINKED, PICTURED
from ..model.markup import address_of, inline_tokens, raw_address
from ..model.walk import Spot

_SPACED = re.compile(
    rf"\[([^\[\]\n]*)\]\(((?:https?|mailto|{'|'.join(sorted({*LINKED, *PICTURED}))}):"
    r"[^()\s]+(?:[ \u3000]+[^()\s]+)+)\)"
)
_SPACES = re.compile(r"[ \u3000]+")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,20}\]")
_INSTEAD = "[…](term:…)"


def link_problems(file: SourceFile, spot: Spot, tokens: Sequence[Token]) -> Iterator[Problem]:
    """Problems of the links of one text, and of what was meant as one."""
    for token in tokens:
        children = token.children or ()
        yield from _wordless(file, spot, children)
        for child in children:
            if child.type == "text":
                yield from _spaced(file, spot, child.content)
        yield from _footnotes(file, spot, children)


def _wordless(file: SourceFile, spot: Spot, children: Sequence[Token]) -> Iterator[Problem]:
    said = [child for child in children if child.type != "text" or child.content.strip()]
    for before, after in pairwise(said):
        if before.type == "link_open" and after.type == "link_close":
            address = address_of(before)
            written = (f"]({address}", f"]({raw_address(before)}")
            values = {"found": f"[]({address})", "proper": f"[…]({address})"}
            yield Problem("CW0520", file.place_of_any(spot.path, *written), values)


def _spaced(file: SourceFile, spot: Spot, text: str) -> Iterator[Problem]:
    for match in _SPACED.finditer(text):
        address = _SPACES.sub("%20" if match[2].startswith("http") else "", match[2])
        proper = f"[{match[1]}]({address})"
        yield Problem("CW0521", file.place_of(spot.path, match[0]), {"found": match[0], "proper": proper})


def _footnotes(file: SourceFile, spot: Spot, children: Sequence[Token]) -> Iterator[Problem]:
    """The first footnote of a paragraph; one whose note is a single word is a link to that, to Markdown."""
    shown = (
        match[0] for child in children if child.type == "text" for match in _FOOTNOTE.finditer(child.content)
    )
    linked = (f"[{after.content}]" for before, after in pairwise(children) if _is_footnote(before, after))
    if found := next(shown, "") or next(linked, ""):
        yield Problem("CW0522", file.place_of(spot.path, found), {"found": found, "proper": _INSTEAD})


def leading(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens within lines, without links that were meant as footnotes."""
    children = [*inline_tokens(tokens)]
    for token, after in zip_longest(children, children[1:]):
        if after is None or not _is_footnote(token, after):
            yield token


def _is_footnote(token: Token, words: Token) -> bool:
    return token.type == "link_open" and _FOOTNOTE.fullmatch(f"[{words.content}]") is not None
