"""The competency framework, and the matrix of what each role needs of it."""

from collections.abc import Iterator

from .matrix import PAGE as MATRIX
from .matrix import render_matrix
from .renderer import Entry, entry, group
from .rendering import Rendering

PAGE = "competencies/index.md"


def render(rendering: Rendering) -> None:
    framework = rendering.site.framework
    if framework is not None:
        rendering.page(PAGE, "competencies.html", framework.title)
        render_matrix(rendering)


def nav(rendering: Rendering) -> Iterator[Entry]:
    words = rendering.words
    if rendering.site.framework:
        yield group(words("Competencies"), PAGE, [entry(words("Competency matrix"), MATRIX)])
