"""Authors' Markdown → safe HTML.

Raw HTML is off, so it shows as text. Links within the course are resolved to
the page they stand on. Characters that Python-Markdown would read again in the
staged page (fences) leave as character references.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from ..link.site import Target
from .urls import link

_MARKED = re.compile(r"[\\`*_\[\]<>&\"~!|#\n]|^\s*(?:[-+>=]|\d+[.)])|^\s|\s$|  ")


@dataclass
class Reading:
    """What one page knows while its texts are rendered; `seen` are the terms already explained."""

    page: str
    targets: Mapping[str, Target]
    explain: "Glosses | None" = None
    seen: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Glosses:
    """Glossary terms to explain at first use: a pattern over all names, and name → (id, definition)."""

    pattern: re.Pattern[str]
    terms: Mapping[str, tuple[str, str]]


def glosses(names: Mapping[str, tuple[str, str]]) -> Glosses | None:
    """Longest names first; names in Latin letters only as whole words."""
    if not names:
        return None
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return Glosses(re.compile("|".join(_whole(name) for name in ordered)), names)


def _whole(name: str) -> str:
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() and name[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    return before + re.escape(name) + after


def inline(text: str, reading: Reading) -> Markup:
    """One line of Markdown as phrasing HTML."""
    text = text.strip()
    if not _MARKED.search(text):
        return Markup(_safe(text))
    return Markup(_shielded(_PARSER.renderInline(text, {"reading": reading})))


def block(text: str, reading: Reading) -> Markup:
    """Markdown as HTML blocks."""
    stripped = text.strip()
    if not _MARKED.search(stripped) and reading.explain is None:
        return Markup(f"<p>{_safe(stripped)}</p>")
    return Markup(_shielded(_PARSER.render(text, {"reading": reading})))


def paragraphs(text: str, reading: Reading) -> Markup | None:
    """A text of paragraphs alone as phrasing HTML (for a legend), or None when it holds other blocks."""
    tokens = _PARSER.parse(text, {"reading": reading})
    if any(token.type not in ("paragraph_open", "inline", "paragraph_close") for token in tokens):
        return None
    lines = [_rendered([token], reading) for token in tokens if token.type == "inline"]
    return Markup(_shielded("<br>".join(lines)))


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    anchor: str


def parts(text: str, reading: Reading) -> list[Heading | Markup]:
    """Markdown cut at its headings, which the page's table of contents needs by themselves."""
    tokens = _PARSER.parse(text, {"reading": reading})
    found: list[Heading | Markup] = []
    start = 0
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            _append(found, tokens[start:at], reading)
            words = _plain(tokens[at + 1])
            found.append(Heading(int(token.tag[1]), words, _anchor(words, reading)))
            start = at + 3
    _append(found, tokens[start:], reading)
    return found


def _append(found: list[Heading | Markup], tokens: Sequence[Token], reading: Reading) -> None:
    if tokens:
        found.append(Markup(_shielded(_rendered(tokens, reading))))


def _rendered(tokens: Sequence[Token], reading: Reading) -> str:
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {"reading": reading}))


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type in ("text", "code_inline"))


def _anchor(words: str, reading: Reading) -> str:
    stem = re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "part"
    anchor, number = stem, 2
    while anchor in reading.ids:
        anchor, number = f"{stem}-{number}", number + 1
    reading.ids.add(anchor)
    return anchor


def as_heading(level: int, text: str, anchor: str = "") -> Markup:
    """A heading for the staged page, in Markdown that nothing in `text` can break out of."""
    safe = "".join(char if char.isalnum() or char == " " or ord(char) > 127 else f"&#{ord(char)};" for char in " ".join(text.split()))
    mark = f" {{ #{anchor} }}" if anchor else ""
    return Markup(f"\n\n{'#' * level} {safe}{mark}\n\n")


def _safe(text: str) -> str:
    return _shielded(escape(text))


def _shielded(html: str) -> str:
    """HTML without the characters that begin a fence in Python-Markdown or an expression in Jinja."""
    if "`" in html or "~" in html or "{" in html:
        return html.replace("`", "&#96;").replace("~", "&#126;").replace("{", "&#123;")
    return html


class _Renderer(RendererHTML):
    """HTML as markdown-it makes it, but for links, tables and glossary terms."""

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token, reading = tokens[idx], env["reading"]
        if reading.explain is None or token.meta.get("linked") or not token.content:
            return escape(token.content)
        return _explained(token.content, reading)

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        href = str(tokens[idx].attrs.get("href", ""))
        return f'<a href="{escape(resolved(href, env["reading"]))}"{_leaving(href)}>'

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return '<div class="cw-scroll" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f'<th scope="col"{_aligned(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<td{_aligned(tokens[idx])}>"


def resolved(href: str, reading: Reading) -> str:
    """The address of a link: `section:risk/internal` from this page, or the link itself."""
    kind_and_id, _, anchor = href.partition("#")
    target = reading.targets.get(kind_and_id)
    if target is None:
        return href
    return link(reading.page, target.page, anchor or target.anchor)


def _leaving(href: str) -> str:
    return ' rel="noopener noreferrer"' if href.lower().startswith(("http:", "https:")) else ""


def _aligned(token: Token) -> str:
    """markdown-it writes an inline style, which our Content-Security-Policy forbids."""
    style = str(token.attrs.get("style", ""))
    return ' class="cw-right"' if "right" in style else ' class="cw-center"' if "center" in style else ""


def _explained(text: str, reading: Reading) -> str:
    explain = reading.explain
    assert explain is not None

    def gloss(match: re.Match[str]) -> str:
        id, definition = explain.terms[match[0]]
        if id in reading.seen:
            return match[0]
        reading.seen.add(id)
        address = link(reading.page, "glossary.md", id)
        return f'\0<a class="cw-term" href="{escape(address)}" title="{escape(definition)}">{escape(match[0])}</a>\0'

    pieces = explain.pattern.sub(gloss, text).split("\0")
    return "".join(piece if at % 2 else escape(piece) for at, piece in enumerate(pieces))


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


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"]).disable("image")
    parser.core.ruler.push("mark-linked", _mark_linked)
    return parser


_PARSER = _parser()
