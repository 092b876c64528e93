"""Where a course is built: a folder below its own, for one build at a time.

A build has the course's folder for what can be made again to itself, so that none
takes another's half for a whole. Whoever shows a course while its author edits it
has a folder of its own for as long as it runs.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from ..compiler import DOCUMENTS, TEMPLATES, WORK
from ..load.tree import CONFIG
from ..press.memory import FolderMemory
from ..stage import lock_of, locked, taken
from ..stage.folder import MARKER

LOCK = "lock"
_MAY_NOT_WRITE = {errno.EACCES, errno.EPERM, errno.EROFS}


@dataclass(frozen=True)
class Workplace:
    """The folder `work` of a build or a server of the course at `root`."""

    root: Path
    work: Path

    @property
    def stage(self) -> Path:
        """The staged tree, with the builders' own files beside it."""
        return self.work / "stage"

    @property
    def fresh(self) -> Path:
        """A site that is being built."""
        return self.work / "site"

    @property
    def record(self) -> Path:
        """Of what the last site was built."""
        return self.work / "built.json"

    @property
    def templates(self) -> FolderMemory:
        """Compiled templates."""
        return FolderMemory(self.root / WORK / TEMPLATES)


@contextmanager
def workplace(root: Path, waiting: Callable[[], object] = lambda: None) -> Iterator[Workplace]:
    """The place for one build of the course; `waiting` is called when another build has it.

    A course that may only be read is built in a folder that is deleted afterwards.
    """
    root = root.resolve()
    if not (root / CONFIG).exists():  # no course, as whoever reads it will say
        yield Workplace(root, root / WORK)
        return
    if not _may_write(root / WORK):
        with TemporaryDirectory(prefix="coursewright-") as folder:
            yield Workplace(root, Path(folder))
        return
    with locked(root / WORK / LOCK, waiting):
        yield _cleared(Workplace(root, root / WORK))


def _cleared(place: Workplace) -> Workplace:
    """The place without pipes, devices and the like where it has files and folders of its own."""
    folders = (place.stage, place.fresh, place.root / WORK / TEMPLATES, place.root / WORK / DOCUMENTS)
    for folder in folders:
        if os.path.lexists(folder) and not folder.is_dir():
            folder.unlink()
    if place.stage.is_dir() and not (place.stage / MARKER).is_file():
        shutil.rmtree(place.stage)
    if place.record.is_dir():
        shutil.rmtree(place.record)
    elif os.path.lexists(place.record) and not place.record.is_file():
        place.record.unlink()
    return place


def _may_write(work: Path) -> bool:
    try:
        work.mkdir(exist_ok=True)
        (work / LOCK).touch()
    except OSError as error:
        if error.errno not in _MAY_NOT_WRITE:
            raise
        return False
    return True


@cache
def shown_from(root: Path) -> Workplace:
    """The place for showing the course at `root`, which this process keeps until it ends."""
    if not _may_write(root / WORK):
        return Workplace(root, Path(_temporary().name))
    for number in count(1):
        work = root / WORK / f"serve-{number}"
        work.mkdir(exist_ok=True)
        if taken(lock_of(work / LOCK)):
            break
    return _cleared(Workplace(root, work))


@cache
def _temporary() -> "TemporaryDirectory[str]":
    """Deleted when the process ends."""
    return TemporaryDirectory(prefix="coursewright-")
