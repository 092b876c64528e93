"""The competency framework."""

from .rendering import Rendering


def render_competencies(rendering: Rendering) -> None:
    framework = rendering.site.framework
    if framework is not None:
        rendering.page("competencies/index.md", "competencies.html", framework.title)
