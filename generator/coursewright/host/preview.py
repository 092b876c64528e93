"""A course on this machine as it is written: the site last built, and what hinders the next one."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Condition
from typing import NamedTuple
from urllib.parse import urlsplit

from ..compiler import compile_course
from ..model.settings import builder_of
from .build import build_site
from .builder import builder_named
from .manifest import FILE, manifest
from .workplace import shown_from


class State(NamedTuple):
    """Which build is shown, and the report of what is wrong with the sources since, if anything is."""

    build: str
    trouble: str = ""


class Preview:
    """The site in `folder`; pages ask which build they are of, and wait for the next.

    `mount` is the path below which the site will stand when it is published.
    """

    def __init__(self, root: Path, folder: Path, language: str | None, builder: str | None) -> None:
        self.folder = folder
        self.mount = ""
        self._root = root
        self._language = language
        self._builder = builder
        self._pages: dict[str, str] = {}
        self._state = State(_now())
        self._changed = Condition()

    @property
    def state(self) -> State:
        return self._state

    def build(self) -> "Built":
        """Build the site anew.

        Raises SourceProblems, SiteFailed and the like; what was shown before stays.
        """
        start = time.monotonic()
        checked, tree = compile_course(self._root, self._language, documents=True)
        place = shown_from(self._root)
        chosen = builder_named(self._builder or builder_of(checked.site.config), place.templates)
        # A page kept by a browser would hide what its author changed.
        build_site(checked.site, tree, place, self.folder, chosen, is_kept=False)
        self.mount = urlsplit(str(checked.site.config.get("site_url", ""))).path.rstrip("/")
        before, self._pages = self._pages, _pages(self.folder)
        self._show(State(_now()))
        changed = [page for page, digest in self._pages.items() if before.get(page) != digest]
        return Built(time.monotonic() - start, [*changed, *(before.keys() - self._pages.keys())])

    def fail(self, report: str) -> None:
        """Say on every open page what is wrong, and leave the site as it is."""
        self._show(State(self._state.build, report))

    def wait(self, seen: State | None, seconds: float) -> State:
        """The state, as soon as it is another than the one seen; after some seconds as it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != seen, seconds)
            return self._state

    def _show(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()


@dataclass(frozen=True)
class Built:
    """How many seconds a build took, and the addresses of the pages that it changed."""

    seconds: float
    pages: list[str]


def _now() -> str:
    """A name that no other build has, of this server or of one before it at the same address."""
    return str(time.time_ns())


def _pages(site: Path) -> dict[str, str]:
    """Address of every page of a built site → the hash of its content."""
    try:
        files: Mapping[str, str] = json.loads((site / FILE).read_text("utf-8"))
    except OSError:
        files = manifest(site)
    return {
        "/" + path.removesuffix("index.html"): digest
        for path, digest in files.items()
        if path.endswith(".html")
    }
