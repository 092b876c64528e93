"""Files that are read as a whole: ordinary ones of a size that somebody meant."""

import os
import stat
from pathlib import Path

MIB = 1024 * 1024


class TooLarge(Exception):
    """`size` in bytes; nothing of the file was read."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size

    @property
    def mib(self) -> str:
        return f"{self.size / MIB:.1f}"


def read_ordinary(file: Path, most: int) -> bytes:
    """What is in a file of at most so many bytes. Raises TooLarge, and OSError for what is no ordinary file.

    A pipe is opened without waiting for whoever writes into it.
    """
    with open(file, "rb", opener=_unwaiting) as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(0, "not an ordinary file", str(file))
        if found.st_size > most:
            raise TooLarge(found.st_size)
        return stream.read(most + 1)


def _unwaiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
