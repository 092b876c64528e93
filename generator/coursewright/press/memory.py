"""What was printed before, in a folder: one file a key, so that nothing is printed twice."""

import hashlib
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 256 * 1024 * 1024
_SIZE = hashlib.sha256().digest_size


class FolderMemory:
    """Bytes by key below `folder`. One that cannot be written remembers nothing, which only costs time.

    A file begins with a checksum of its key and its content: one that was cut off,
    changed or put in another's place is not believed, but made again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        self._used.add(key)
        try:
            kept = _read(self._folder / key)
        except OSError:
            return None
        checksum, content = kept[:_SIZE], kept[_SIZE:]
        return content if checksum == _checksum(key, content) else None

    def put(self, key: str, content: bytes) -> None:
        self._used.add(key)
        beside = self._folder / f".{key}.{os.getpid():x}-{threading.get_ident():x}.new"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_checksum(key, content) + content)
            os.replace(beside, self._folder / key)
        except OSError:
            _forget(beside)

    def forget_unused(self) -> None:
        """Drop what this run did not ask for."""
        try:
            for file in self._folder.iterdir():
                if file.name not in self._used:
                    _forget(file)
        except OSError:
            return


def _read(file: Path) -> bytes:
    """What is in a file of ours: no pipe is waited for, and nothing read that is too large to be one."""
    with open(file, "rb", opener=_unwaiting) as stream:
        found = os.fstat(stream.fileno())
        return stream.read() if stat.S_ISREG(found.st_mode) and found.st_size <= MOST_BYTES else b""


def _unwaiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _forget(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def _checksum(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + content).digest()
