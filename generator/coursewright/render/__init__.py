"""`Site` → `OutputTree`: pure, every output an equal renderer."""

from collections.abc import Callable

from ..link import Site
from .assets import render_assets
from .comparison import render_comparison
from .competencies import render_competencies
from .config import render_config
from .documents.press import Press
from .glossary import render_glossary
from .guides import render_guides
from .learning import render_learning
from .matrix import render_matrix
from .output import OutputTree
from .paperwork import Paperwork
from .quizzes import render_quizzes
from .rendering import Rendering
from .roles import render_roles
from .taxonomies import render_taxonomies
from .toolkits import render_toolkits

Renderer = Callable[[Rendering], None]

RENDERERS: tuple[Renderer, ...] = (
    render_learning,
    render_glossary,
    render_taxonomies,
    render_competencies,
    render_matrix,
    render_toolkits,
    render_quizzes,
    render_roles,
    render_comparison,
    render_guides,
    render_assets,
    render_config,
)


def render_site(site: Site, press: Press | None = None) -> OutputTree:
    """Every file of the staged tree, with the roles' documents when there is a press. The same site gives the same bytes."""
    paperwork = Paperwork(site, press)
    rendering = Rendering(site, OutputTree(), paperwork.papers)
    for renderer in RENDERERS:
        renderer(rendering)
    paperwork.deliver(rendering.tree, rendering.pictured)
    return rendering.tree


__all__ = ["OutputTree", "Press", "render_site"]
