"""A page on which Markdown stands."""

from collections.abc import Callable

from coursewright.link.site import Target
from coursewright.render.glosses import glosses
from coursewright.render.markdown import Reading

Renderer = Callable[[str, Reading], str]
TARGETS = {
    "section:soil/layers": Target("section", "soil/layers", "Layers", "learn/soil/layers.md"),
    "term:humus": Target("term", "humus", "humus", "glossary.md", "humus"),
    "node:soils/loam": Target("node", "soils/loam", "Loam", "taxonomies/soils.md", "loam"),
    "guide:start": Target("guide", "start", "Begin", "guides/start.md"),
}


def reading(page: str = "guides/start.md", **names: str) -> Reading:
    """`names` are glossary terms: their id → their name."""
    return Reading(page, TARGETS, glosses({name: (id, f"meaning of {id}") for id, name in names.items()}))
