"""A lock on a file or a folder, which the system takes back when a process ends, however it ends."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PAUSE = 0.1
"""Seconds between two tries. Trying, rather than waiting in the system, leaves Ctrl-C its effect."""

_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_of(path: Path) -> int:
    """The open file that a lock is taken on, made when it is missing; closing it gives the lock back."""
    return os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR | os.O_CREAT, 0o666)


def taken(file: int) -> bool:
    """Take the lock, unless another has it. On a disk that knows no locks everybody has it."""
    try:
        _take(file)
    except OSError as error:
        return error.errno not in _HELD
    return True


@contextmanager
def locked(path: Path, waiting: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Hold the lock on `path`; `waiting` is called once if another has it, and then it is waited for."""
    file = lock_of(path)
    try:
        if not taken(file):
            waiting()
            while not taken(file):
                time.sleep(PAUSE)
        yield
    finally:
        os.close(file)
