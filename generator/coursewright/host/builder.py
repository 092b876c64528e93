"""What a site builder does for us, and the builders there are."""

from pathlib import Path
from typing import Protocol

from ..press.press import Memory


class Builder(Protocol):
    """Makes a site of a staged tree."""

    name: str

    def tools(self) -> list[str]:
        """Names and versions of what it builds with: a site made by others is not mended but built."""

    def build(self, staged: Path, destination: Path) -> None:
        """Make the new folder `destination`. Raises SiteFailed with the builder's own words."""


def builder_named(name: str, templates: Memory | None = None) -> Builder:
    """The builder of this name in BUILDERS, which may remember compiled `templates`.

    Raises BuilderMissing when it is not installed.
    """
    if name == "zensical":
        from .zensical import Zensical

        return Zensical()
    from .mkdocs import MkDocs

    return MkDocs(templates)
