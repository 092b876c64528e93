"""Taxonomies: the picture, the comparison, a card for every node."""

from .rendering import Rendering


def render_taxonomies(rendering: Rendering) -> None:
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
