"""The worker that keeps a site on a learner's device, and the one that takes it back.

What a worker keeps is known when the site is built, so a staged tree has the one
that keeps nothing: whoever builds it without us serves no copy of anything, and
takes back what devices have of another build. `host/offline.py` puts the other in
its place.
"""

from functools import cache
from importlib import resources

from .chunks import chunks
from .code import ASSETS, DOCS
from .rendering import Rendering

WORKER = "worker.js"
"""At the root of the site, for it reaches no further than its own folder."""

ABOUT = f"{ASSETS.removeprefix(DOCS)}/offline.json"
"""How much a device would keep; nothing where it may keep nothing."""

NOTHING = b"{}\n"

_IMPORTED_BY_PAGES = ' from "../'
"""In a module for pages, which takes from other folders what no worker has."""


def render_worker(rendering: Rendering) -> None:
    rendering.tree.add(DOCS + WORKER, worker_script("leave"))
    rendering.tree.add(DOCS + ABOUT, NOTHING)


@cache
def worker_script(entry: str) -> bytes:
    """A module of `browser/offline/` with all that it imports, as one classic script: any browser takes it.

    That of `worker` wants `self.SITE` before it.
    """
    folder = resources.files("coursewright").joinpath("browser", "offline")
    modules = {
        file.name: text
        for file in folder.iterdir()
        if file.name.endswith(".mjs") and _IMPORTED_BY_PAGES not in (text := file.read_text("utf-8"))
    }
    first = f"{entry}.mjs"
    return chunks(modules, first)[first].encode()
