"""Sites of small courses, each built once a run, however many tests and workers look at it."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from coursewright.commands.main import run


def run_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def held(lock: Path) -> Iterator[None]:
    """Whoever makes the folder goes on; all others wait until it is gone.

    Raises FileExistsError when that takes more than ten minutes.
    """
    for patience in range(12000, -1, -1):
        try:
            lock.mkdir()
            break
        except FileExistsError:
            if not patience:
                raise
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.rmdir()


class Sites:
    """Sites by what they are built of; a test that changes one copies it first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def of(self, course: Path, *options: str) -> Path:
        """The site that `coursewright build` with these options makes of a copy of the course."""
        place = self._folder / _key(course, options)
        with held(place.with_suffix(".building")):
            if not (place / "site").exists():
                shutil.copytree(course, place / "course", ignore=shutil.ignore_patterns(".coursewright"))
                command = ["build", "--course", place / "course", "--site", place / "site", *options]
                assert run([str(part) for part in command]) == 0
        return place / "site"


def _key(course: Path, options: tuple[str, ...]) -> str:
    digest = sha256(repr(options).encode())
    for file in sorted(course.rglob("*")):
        if file.is_file() and ".coursewright" not in file.parts:
            path, content = file.relative_to(course).as_posix(), file.read_bytes()
            digest.update(f"{path}:{len(content)}:".encode() + content)
    return digest.hexdigest()[:16]
