"""Writing folders so that a reader never sees half of one.

A file that changes is written beside its place, under a name that no other process
or thread gives, and renamed into it. Files that are already right are left alone,
so that MkDocs' live reload sees only what changed.
"""

import math
import os
import stat
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import ForeignFolder

MARKER = ".coursewright-stage"
MOST_BYTES = 256 * 1024 * 1024
"""Of a file that was staged; one that is larger was put there by somebody else."""


@dataclass(frozen=True)
class Staged:
    """Paths written and paths deleted, relative to the folder."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]


def stage_tree(tree: Mapping[str, bytes], folder: Path) -> Staged:
    """Make `folder` hold exactly the files of `tree`.

    Raises ForeignFolder for a folder with other people's files in it.
    """
    _claim(folder)
    deleted = tuple(sorted(_present(folder) - tree.keys()))
    for path in deleted:
        (folder / path).unlink()
    _drop_empty(folder)
    written = tuple(path for path, content in tree.items() if _write(folder / path, content))
    return Staged(written, deleted)


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write these files into `folder`, beside what else is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        _write(folder / path, content)


def read_stage(folder: Path) -> dict[str, bytes]:
    """The files that were staged into `folder`; none when it is not there."""
    if not (folder / MARKER).exists():
        return {}
    files = {path: folder / path for path in _present(folder)}
    return {path: file.read_bytes() for path, file in files.items() if _size(file) <= MOST_BYTES}


def _claim(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise ForeignFolder(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).touch()


def _write(path: Path, content: bytes) -> bool:
    try:
        if _size(path) == len(content) and path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return True
    beside = path.with_name(f".{os.getpid():x}-{threading.get_ident():x}.new")
    beside.write_bytes(content)
    os.replace(beside, path)
    return True


def _size(path: Path) -> float:
    """Bytes of an ordinary file; no number of them of a pipe or a device. Raises FileNotFoundError."""
    found = path.stat()
    return found.st_size if stat.S_ISREG(found.st_mode) else math.inf


def _present(folder: Path) -> set[str]:
    files = (
        Path(here, name).relative_to(folder).as_posix()
        for here, _, names in os.walk(folder)
        for name in names
    )
    return {file for file in files if file != MARKER}


def _drop_empty(folder: Path) -> None:
    for here, _, _ in os.walk(folder, topdown=False):
        if here != str(folder) and not os.listdir(here):
            os.rmdir(here)
