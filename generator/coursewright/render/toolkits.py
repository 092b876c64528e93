"""Toolkits: sheets that print on A4."""

from collections.abc import Iterator

from .renderer import Entry, entry, group
from .rendering import Rendering


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.toolkits:
        return
    kinds = {
        "checklist": words("Checklist"),
        "worksheet": words("Worksheet"),
        "procedure": words("Procedure"),
    }
    rendering.page("toolkits/index.md", "toolkits.html", words("Toolkits"), kinds=kinds)
    for toolkit in site.toolkits.values():
        rendering.page(
            toolkit.target.page,
            "toolkit.html",
            toolkit.model.title,
            meta={"description": toolkit.model.summary, "hide": ["toc"]},
            toolkit=toolkit,
        )


def nav(rendering: Rendering) -> Iterator[Entry]:
    if toolkits := rendering.site.toolkits.values():
        pages = (entry(toolkit.model.title, toolkit.target.page) for toolkit in toolkits)
        yield group(rendering.words("Toolkits"), "toolkits/index.md", pages)
