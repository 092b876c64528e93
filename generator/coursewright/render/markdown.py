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

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from ..link.site import Target
from ..model.kinds import PICTURE, PICTURED
from ..model.markup import OPTIONS, blocks, is_plain, phrase, reachable, words_of
from ..model.medium import Medium
from .glosses import Glosses
from .media import link_to, medium_of, said_size, shown
from .urls import ROOT, link


@dataclass
class Reading:
    """What one page knows while its texts are rendered.

    `explain` links glossary terms, `seen` are those already linked; without
    `linked` there are no links at all; `ids` are the anchors taken on the page.
    `pictured` has the keys of the documents whose picture is shown, `media` the course's own files.
    """

    page: str
    targets: Mapping[str, Target]
    explain: Glosses | None = None
    linked: bool = True
    seen: set[str] = field(default_factory=set)
    pictured: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    media: Mapping[str, Medium] = field(default_factory=dict)


def inline(text: str, reading: Reading) -> Markup:
    """One line of Markdown as phrasing HTML."""
    text = text.strip()
    if is_plain(text) and reading.explain is None:
        return Markup(shielded(escape(text)))
    return Markup(shielded(_rendered(phrase(text), reading)))


def block(text: str, reading: Reading) -> Markup:
    """Markdown as HTML blocks."""
    return Markup(shielded(_rendered(blocks(text), reading)))


def paragraphs(text: str, reading: Reading) -> Markup | None:
    """Paragraphs alone as phrasing HTML, for a legend or a label; None for a text with other blocks."""
    if is_plain(text.strip()):
        return inline(text, reading)
    tokens = blocks(text)
    if any(token.type not in ("paragraph_open", "inline", "paragraph_close") for token in tokens):
        return None
    lines = [_rendered([token], reading) for token in tokens if token.type == "inline"]
    return Markup(shielded('<br><span class="cw-p"></span>'.join(lines)))


def unmarked(text: str) -> str:
    """One line without its marks, for an attribute."""
    if is_plain(text):
        return text
    return " ".join("".join(words_of(token) for token in phrase(text)).split())


@dataclass(frozen=True)
class PageHeading:
    level: int
    text: str
    anchor: str


def parts(text: str, reading: Reading) -> list[PageHeading | Markup]:
    """Markdown cut at its headings, which the page's table of contents needs by themselves."""
    tokens = blocks(text)
    found: list[PageHeading | Markup] = []
    start = 0
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            _append(found, tokens[start:at], reading)
            words = words_of(tokens[at + 1])
            found.append(PageHeading(int(token.tag[1]), words, _anchor(words, reading)))
            start = at + 3
    _append(found, tokens[start:], reading)
    return found


def _append(found: list[PageHeading | Markup], tokens: Sequence[Token], reading: Reading) -> None:
    if tokens:
        found.append(Markup(shielded(_rendered(tokens, reading))))


def _rendered(tokens: Sequence[Token], reading: Reading) -> str:
    return str(_RENDERER.render(tokens, OPTIONS, {"reading": reading}))


def _anchor(words: str, reading: Reading) -> str:
    stem = re.sub(r"[^\w]+", "-", words.lower()).strip("-_") or "part"
    anchor, number = stem, 2
    while anchor in reading.ids:
        anchor, number = f"{stem}-{number}", number + 1
    reading.ids.add(anchor)
    return anchor


def as_heading(level: int, text: str, anchor: str = "", also: str = "", lang: str = "") -> Markup:
    """A heading for the staged page, in Markdown that nothing in `text` can break out of.

    `also` is said after it, in the language `lang` if that is another than the page's.
    """
    mark = f" {{ #{anchor} }}" if anchor else ""
    more = f' <span lang="{lang}">{_safe(also)}</span>' if lang else f" {_safe(also)}"
    return Markup(f"\n\n{'#' * level} {_safe(text)}{more if also else ''}{mark}\n\n")


def _safe(text: str) -> str:
    return "".join(
        char if char.isalnum() or char == " " or ord(char) > 127 else f"&#{ord(char)};"
        for char in " ".join(text.split())
    )


def shielded(html: str) -> str:
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
        href = str(tokens[idx].attrs["href"])
        env["attached"] = medium_of(href, env["reading"].media)
        return link_start(href, env["reading"]) if env["reading"].linked else ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        size = said_size(env["attached"]) if env["attached"] else ""
        return f"{size}</a>" if env["reading"].linked else size

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A picture, or that of a document; any other shows its words."""
        token, reading = tokens[idx], env["reading"]
        kind, _, key = str(token.attrs["src"]).partition(":")
        if medium := medium_of(str(token.attrs["src"]), reading.media):
            return shown(medium, token.content)
        if kind not in PICTURED or kind == PICTURE.name:
            return escape(token.content)
        reading.pictured.add(key)
        address = escape(ROOT + picture_path(key))
        return f'<img class="cw-picture" src="{address}" alt="{escape(token.content)}" loading="lazy">'

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return '<div class="cw-scroll" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        # The corner of a table heads nothing.
        tag = 'th scope="col"' if tokens[idx + 1].content else "td"
        return f"<{tag}{_aligned(tokens[idx])}>"

    def th_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</th>\n" if tokens[idx - 1].content else "</td>\n"

    def td_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<td{_aligned(tokens[idx])}>"


def picture_path(key: str) -> str:
    """Where the site has the picture of a document."""
    return f"pictures/{key}.png"


def link_start(href: str, reading: Reading) -> str:
    """The tag that begins a link; one that leads nowhere has no address."""
    if not reachable(href):
        return "<a>"
    if attached := medium_of(href, reading.media):
        return link_to(attached)
    return f'<a href="{escape(resolved(href, reading))}"{_leaving(href)}>'


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
        address = escape(link(reading.page, "glossary.md", id))
        title = escape(definition)
        return f'\0<a class="cw-term" href="{address}" title="{title}">{escape(match[0])}</a>\0'

    pieces = explain.pattern.sub(gloss, text).split("\0")
    return "".join(piece if at % 2 else escape(piece) for at, piece in enumerate(pieces))


_RENDERER = _Renderer()
