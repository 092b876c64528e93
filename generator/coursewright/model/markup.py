"""Authors' Markdown, parsed once: validation looks at the tokens, rendering makes HTML of them.

CommonMark with tables and strikethrough. Raw HTML is not part of it: it stays
text. Any address is parsed as a link, so that validation can tell of one that
leads nowhere; `reachable` says which are ever rendered.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .gap import BLANKS
from .kinds import LINKED
from .mark import TEXT, Mark

_MARKED = re.compile(r"[\\`*_\[\]<>&\"~!|#]|^\s*(?:[-+>=]|\d+[.)])|^\s|\s$|  |\n", re.M)
_WIDE_SIGNS = frozenset("‘’“”…—·")
_OUTSIDE = {
    **dict.fromkeys(("https", "http"), re.compile(r"//[^\s/?#]")),
    "mailto": re.compile(r"[^\s@]+@[^\s@]"),
}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.S)


def is_plain(text: str) -> bool:
    """Whether a line of text can hold no markup at all, which is the common case and needs no parser."""
    return not _MARKED.search(text)


@lru_cache(maxsize=8192)
def blocks(text: str) -> tuple[Token, ...]:
    """The tokens of a text of blocks. They are shared: nobody may change them."""
    return tuple(_PARSER.parse(text, {}))


@lru_cache(maxsize=8192)
def phrase(text: str) -> tuple[Token, ...]:
    """The tokens of one line."""
    return tuple(_PARSER.parseInline(text, {}))


def tokens_of(text: str, mark: Mark) -> tuple[Token, ...]:
    """The tokens of a string of Markdown by its mark: blocks, or one line."""
    return blocks(text) if mark is TEXT else phrase(text.strip())


def inline_tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens within lines, in order."""
    return (child for token in tokens for child in token.children or ())


def address_of(token: Token) -> str:
    """Where a link or a picture leads, as an author writes it; empty for any other token."""
    return unquote(raw_address(token))


def raw_address(token: Token) -> str:
    """The same with its codes: either may be what stands in the text."""
    name = {"link_open": "href", "image": "src"}.get(token.type)
    return str(token.attrs[name]) if name else ""


def words_of(token: Token) -> str:
    """The text of a line without its marks."""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
        if not child.nesting
    )


def on_one_line(text: str) -> str:
    """The words of blocks on one line: of a table those of its cells, of a picture its own."""
    words = (words_of(token) if token.children else token.content for token in blocks(text))
    return " ".join(" ".join(words).split())


def reachable(address: str) -> bool:
    """Within the course by kind, on this page by `#…`, or out by https, http or mailto."""
    if address.startswith("#"):
        return len(address) > 1
    match = _SCHEME.fullmatch(address)
    if match is None:
        return False
    outside = _OUTSIDE.get(match[1].lower())
    return match[1] in LINKED if outside is None else outside.match(match[2]) is not None


def joins_closely(before: str, after: str) -> bool:
    """Whether two lines of text are joined without a space: their scripts put none between words.

    As CSS Text 4 (4.1.3) does it: Chinese and Japanese on both sides, or on one
    and on the other a sign that is as wide beside them. Korean has spaces.
    """
    ends = before[-1:], after[:1]
    return any(map(_is_spaceless, ends)) and all(end in _WIDE_SIGNS or _is_spaceless(end) for end in ends)


def _is_spaceless(char: str) -> bool:
    is_wide = bool(char) and unicodedata.east_asian_width(char) in "WFH"
    return is_wide and not unicodedata.name(char, "").startswith("HANGUL")


def _join_lines(state: Any) -> None:
    """A line that ends between Chinese characters goes on without a space."""
    for token in state.tokens:
        before, end = "", None
        for child in token.children or ():
            if child.type == "softbreak":
                end = child
            elif child.content:
                if end is not None and joins_closely(before, child.content):
                    end.type, end.tag = "text", ""
                before, end = child.content, None


def _mark_linked(state: Any) -> None:
    """Text inside a link or a heading is not linked again to the glossary."""
    heading = False
    for token in state.tokens:
        heading = token.type == "heading_open" or (heading and token.type != "heading_close")
        depth = 0
        for child in token.children or ():
            depth += child.type == "link_open"
            depth -= child.type == "link_close"
            if depth or heading:
                child.meta = {**child.meta, "linked": True}


def _gap(state: Any, silent: bool) -> bool:
    """A gap to fill in is text, whatever stands beside it, and no sign of emphasis."""
    found = BLANKS.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # see the module's docstring
    parser.inline.ruler.before("emphasis", "gap", _gap)
    parser.core.ruler.push("join-lines", _join_lines)
    parser.core.ruler.push("mark-linked", _mark_linked)
    return parser


_PARSER = _parser()
OPTIONS = _PARSER.options
