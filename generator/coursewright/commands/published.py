"""Folders into which nothing is written that is for the trainer alone: what is in them is published."""

from collections.abc import Iterator
from pathlib import Path

import click

from .terminal import _


def refuse_published(root: Path, place: Path, hint: str) -> None:
    """Raises BadParameter for a place among the sources, in a site or a staged tree, or among sessions."""
    from ..exams.store import PRIVATE

    resolved = place.resolve()
    for folder in (*_of_course(root), *_built(resolved)):
        if resolved.is_relative_to(folder.resolve()):
            said = _(
                "what is for the trainer alone is not written into {folder}; choose a place in {private}, or "
                "outside the course"
            )
            raise click.BadParameter(said.format(folder=folder, private=root / PRIVATE), param_hint=hint)


def write_apart(root: Path, file: Path, content: bytes) -> None:
    """Write what is for the trainer alone; a private/ that is made for it is one that nobody else reads."""
    from ..exams.store import PRIVATE, make_private
    from ..stage import write_files

    if file.resolve().is_relative_to((root / PRIVATE).resolve()):
        make_private(root)
    write_files({file.name: content}, file.parent)


def _of_course(root: Path) -> Iterator[Path]:
    from ..compiler import WORK
    from ..exams.store import SESSIONS
    from ..load.tree import SOURCES

    return (root / name for name in (*SOURCES, WORK, "site", SESSIONS))


def _built(place: Path) -> Iterator[Path]:
    """Sites and staged trees around a place, by what ours have in them."""
    from ..host.manifest import FILE
    from ..stage.folder import MARKER

    return (folder for folder in place.parents if (folder / FILE).is_file() or (folder / MARKER).is_file())
