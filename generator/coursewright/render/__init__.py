"""`Site` → `OutputTree`: pure, every output an equal renderer."""

from collections.abc import Sequence

from ..link import Site
from ..press.press import Memory, Press
from .app import render_app
from .assets import render_assets
from .config import render_config
from .media import render_media
from .output import OutputTree
from .renderer import Renderer
from .rendering import Rendering
from .search import render_search
from .worker import render_worker
from .xapi import render_xapi


def render_site(
    site: Site, renderers: Sequence[Renderer], press: Press | None = None, compiled: Memory | None = None
) -> OutputTree:
    """Every file of the staged tree, with its documents when there is a press. Same site, same bytes.

    Navigation has what the renderers put into it, in their order. `compiled` remembers compiled templates.
    """
    rendering = Rendering(site, press, compiled)
    for renderer in renderers:
        renderer.render(rendering)
    render_assets(rendering)
    render_app(rendering)
    render_worker(rendering)
    render_media(rendering)
    render_search(rendering)
    render_xapi(rendering)
    render_config(rendering, [entry for renderer in renderers for entry in renderer.nav(rendering)])
    rendering.finish()
    return rendering.tree


__all__ = ["OutputTree", "Renderer", "render_site"]
