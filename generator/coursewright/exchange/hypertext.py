"""Authors' Markdown → XHTML that any program shows alike: no class of ours, no link into the course.

Raw HTML is off, so it shows as text. A link into the course shows its words, as on paper.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from ..model.kinds import PICTURE
from ..model.markup import OPTIONS, address_of, blocks, phrase, raw_address, reachable
from ..words import marked as _
from .posed import Left, Material, Note

_OUTSIDE = re.compile(r"(?:https?|mailto):", re.I)
_OPTIONS = OptionsDict({**OPTIONS, "xhtmlOut": True})  # type: ignore[typeddict-item]  # OPTIONS has them

LINKS = _("links into the course")
DOCUMENTS = _("pictures of documents")
PICTURES = _("pictures")

STIMULUS = "stimulus"
"""Class of the rule that parts the material of a case from the question below it."""

CRITERIA = "criteria"
"""Class of the table of criteria in what graders see: points, and what earns them."""


@dataclass
class Writing:
    """What one question's texts need: `address` gives a picture's by its name, `note` takes what is lost.

    `pictures` are the names of those that were shown.
    """

    note: Note
    address: Callable[[str], str] | None = None
    pictures: list[str] = field(default_factory=list)


def block(text: str, writing: Writing) -> str:
    """Markdown as XHTML blocks. Raises Left for a picture that the format cannot take along."""
    return str(_RENDERER.render(blocks(text), _OPTIONS, {"writing": writing})).strip()


def line(text: str, writing: Writing) -> str:
    """One line of Markdown as phrasing XHTML."""
    return str(_RENDERER.render(phrase(text.strip()), _OPTIONS, {"writing": writing}))


def stem(text: str, material: Material | None, writing: Writing) -> str:
    """A stem as XHTML, below the material of its case."""
    if material is None:
        return block(text, writing)
    title = f"<h4>{escape(material.title)}</h4>\n" if material.title else ""
    return f'{title}{block(material.text, writing)}\n<hr class="{STIMULUS}" />\n{block(text, writing)}'


class _Renderer(RendererHTML):
    """XHTML as markdown-it makes it, but for links and pictures."""

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        href = raw_address(tokens[idx])
        if _OUTSIDE.match(href) and reachable(href):
            return f'<a href="{escape(href)}">'
        env["writing"].note(LINKS)
        env["within"] = True
        return ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "" if env.pop("within", False) else "</a>"

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        writing: Writing = env["writing"]
        kind, _colon, name = address_of(tokens[idx]).partition(":")
        if kind != PICTURE.name:
            raise Left(DOCUMENTS)
        if writing.address is None:
            raise Left(PICTURES)
        writing.pictures.append(name)
        return f'<img src="{escape(writing.address(name))}" alt="{escape(tokens[idx].content)}" />'

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<pre><code>{escape(tokens[idx].content)}</code></pre>\n"


_RENDERER = _Renderer()
