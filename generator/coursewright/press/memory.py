"""What was printed before, in a folder: one file a key, so that nothing is printed twice."""

import hashlib
import os
import threading
from pathlib import Path

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
            kept = (self._folder / key).read_bytes()
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
            return

    def forget_unused(self) -> None:
        """Drop what this run did not ask for."""
        try:
            for file in self._folder.iterdir():
                if file.name not in self._used:
                    file.unlink()
        except OSError:
            return


def _checksum(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + content).digest()
