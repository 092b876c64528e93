"""Pictures and attachments of the course: staged as they are, shown with their size, linked with theirs."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from ..model.kinds import ATTACHMENT, PICTURE
from ..model.medium import Medium
from .urls import ROOT

if TYPE_CHECKING:
    from .rendering import Rendering

MEDIA = "media/"
"""Where the site has them."""


def render_media(rendering: "Rendering") -> None:
    for name, medium in rendering.site.media.items():
        rendering.tree.add(f"docs/{MEDIA}{name}", medium.content)


def medium_of(address: str, media: Mapping[str, Medium]) -> Medium | None:
    """The file that an address shows or links to: `picture:plan.png`, `attachment:form.xlsx`."""
    kind, _, name = address.partition(":")
    return media.get(unquote(name)) if kind in (PICTURE.name, ATTACHMENT.name) else None


def shown(medium: Medium, words: str) -> str:
    """A picture, which holds its place before it is there."""
    size = f' width="{medium.width}" height="{medium.height}"' if medium.width and medium.height else ""
    return f'<img class="cw-shown" src="{_address(medium)}" alt="{escape(words)}"{size} loading="lazy">'


def link_to(medium: Medium) -> str:
    """The tag that begins a link to an attachment."""
    return f'<a href="{_address(medium)}" download>'


def said_size(medium: Medium) -> str:
    """What stands behind the words of such a link: its kind and how long it takes."""
    size = len(medium.content)
    amount = f"{size / 1048576:.1f} MB" if size >= 1048576 else f"{max(1, round(size / 1024))} KB"
    return f' <span class="cw-m">({escape(medium.ending.upper())}, {amount})</span>'


def _address(medium: Medium) -> str:
    return escape(f"{ROOT}{MEDIA}{quote(medium.name)}")
