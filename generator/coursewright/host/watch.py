"""Sources that change while a site is shown: the staged tree follows them."""

import time
from collections.abc import Callable
from pathlib import Path

import click

from ..compiler import compile_course
from ..diagnostics import as_text
from ..errors import SourceProblems
from ..load.tree import CONFIG, SOURCES
from ..stage import stage_tree
from ..words import words_for_reader
from .workplace import shown_from

PAUSE = 0.5
"""Seconds between two looks. Looking works on a network drive too, where nobody is told of changes."""


def restage(root: Path, language: str | None) -> bool:
    """Stage the course at `root`; whether its staged mkdocs.yml has changed. Raises SourceProblems."""
    _, tree = compile_course(root, language, documents=True)
    return CONFIG in stage_tree(tree, shown_from(root.resolve()).stage).written


def watch(root: Path, language: str | None, reconfigured: Callable[[], object]) -> None:
    """Stage the course after every change, without end; problems are said, and the last good tree stays."""
    seen = _state(root)
    while True:
        time.sleep(PAUSE)
        now = _state(root)
        if now != seen:
            seen = now
            _follow(root, language, reconfigured)


def _follow(root: Path, language: str | None, reconfigured: Callable[[], object]) -> None:
    try:
        if restage(root, language):
            reconfigured()
    except SourceProblems as error:
        click.echo(as_text(error.problems, words_for_reader(error.language)), err=True)
    except OSError as error:
        click.echo(f"{error.strerror}: {error.filename}", err=True)


def _state(root: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of the last change of every source."""
    places = [root / name for name in SOURCES]
    files = (file for place in places for file in (place, *place.rglob("*")))
    return {file: state for file in files if (state := _file_state(file))}


def _file_state(file: Path) -> tuple[int, int] | None:
    try:
        state = file.stat()
    except OSError:  # gone since it was listed
        return None
    return state.st_mtime_ns, state.st_size
