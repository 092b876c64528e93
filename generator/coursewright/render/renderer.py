"""What a renderer is: a module that adds its files to the tree, and has its place in the navigation."""

from collections.abc import Iterable
from html import escape
from typing import Any, Protocol

from .rendering import Rendering

Entry = dict[str, Any]
"""Title → a staged page, or a list of pages and further entries."""


class Renderer(Protocol):
    """Two members, so that whoever lists the renderers need not know what they render."""

    def render(self, rendering: Rendering, /) -> None: ...

    def nav(self, rendering: Rendering, /) -> Iterable[Entry]: ...


def entry(title: str, page: str) -> Entry:
    """One page; Material shows titles as they come, so they are escaped here."""
    return {escape(title): page}


def group(title: str, index: str, entries: Iterable[Entry]) -> Entry:
    """Pages below an index page."""
    return {escape(title): [index, *entries]}
