"""Sources that change while a course is shown."""

import time
from pathlib import Path
from stat import S_ISREG

from ..load.tree import SOURCES

PAUSE = 0.4
"""Seconds between two looks. Looking works on a network drive too, where nobody is told of changes."""

SETTLING = 0.1
"""Seconds in which nothing may change before what was changed is read."""

State = dict[Path, tuple[int, int]]
"""Size and time of the last change of every source."""


class Watch:
    """Remembers how the sources of the course at `root` were at the last look."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen = _state(root)

    def changed(self) -> list[str]:
        """Wait until a source was changed, made or removed since the last look; their paths."""
        while (now := _state(self._root)) == self._seen:
            time.sleep(PAUSE)
        while (later := _settled(self._root)) != now:
            now = later
        files = {*self._seen, *now}
        paths = sorted(file for file in files if self._seen.get(file) != now.get(file))
        self._seen = now
        return [file.relative_to(self._root).as_posix() for file in paths]


def _settled(root: Path) -> State:
    """A moment later: an editor that saves leaves a file empty, or half of it, for a moment."""
    time.sleep(SETTLING)
    return _state(root)


def _state(root: Path) -> State:
    places = [root / name for name in SOURCES]
    files = (file for place in places for file in (place, *place.rglob("*")))
    return {file: state for file in files if (state := _file_state(file))}


def _file_state(file: Path) -> tuple[int, int] | None:
    try:
        state = file.stat()
    except OSError:  # gone since it was listed
        return None
    return (state.st_mtime_ns, state.st_size) if S_ISREG(state.st_mode) else None
