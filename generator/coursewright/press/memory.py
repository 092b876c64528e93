"""What was printed before, in a folder: one file a key, so that nothing is printed twice."""

import os
from pathlib import Path


class FolderMemory:
    """Bytes by key below `folder`. One that cannot be written remembers nothing, which only costs time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        self._used.add(key)
        try:
            return (self._folder / key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, content: bytes) -> None:
        self._used.add(key)
        beside = self._folder / f".{key}.new"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
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
