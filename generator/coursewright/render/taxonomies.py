"""Taxonomies: the picture, the comparison, a card for every node."""

from collections.abc import Iterator

from .renderer import Entry, entry, group
from .rendering import Rendering


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.taxonomies:
        return
    kinds = {"classification": words("Classification"), "mix": words("Mix"), "process": words("Process")}
    rendering.page("taxonomies/index.md", "taxonomies.html", words("Taxonomies"), kinds=kinds)
    for taxonomy in site.taxonomies.values():
        rendering.page(
            taxonomy.target.page,
            "taxonomy.html",
            taxonomy.model.title,
            meta={"description": taxonomy.model.summary},
            taxonomy=taxonomy,
            quizzes=[quiz for quiz in site.quizzes.values() if quiz.model.taxonomy == taxonomy.id],
        )


def nav(rendering: Rendering) -> Iterator[Entry]:
    if taxonomies := rendering.site.taxonomies.values():
        pages = (entry(taxonomy.model.title, taxonomy.target.page) for taxonomy in taxonomies)
        yield group(rendering.words("Taxonomies"), "taxonomies/index.md", pages)
