"""What renderers make: files by path, in memory."""

from collections.abc import Iterator, Mapping


class OutputTree(Mapping[str, bytes]):
    """Path (with `/`, relative to the staged folder) → bytes. A path is written once."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def add(self, path: str, content: str | bytes) -> None:
        if path in self._files:
            raise ValueError(f"two renderers write {path}")
        self._files[path] = content.encode() if isinstance(content, str) else content

    def lay_over(self, path: str, content: bytes) -> None:
        """A file of the course's own takes the place of ours."""
        self._files[path] = content

    def __getitem__(self, path: str) -> bytes:
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
