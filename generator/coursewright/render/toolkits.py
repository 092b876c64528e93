"""Toolkits: sheets that print on A4."""

from .rendering import Rendering


def render_toolkits(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.toolkits:
        return
    kinds = {"checklist": words("Checklist"), "worksheet": words("Worksheet"), "procedure": words("Procedure")}
    rendering.page("toolkits/index.md", "toolkits.html", words("Toolkits"), kinds=kinds)
    for toolkit in site.toolkits.values():
        rendering.page(
            toolkit.target.page,
            "toolkit.html",
            toolkit.model.title,
            meta={"description": toolkit.model.summary, "hide": ["toc"]},
            toolkit=toolkit,
        )
