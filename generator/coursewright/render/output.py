"""What renderers make: files by path, in memory; some of them still being printed."""

from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future


class OutputTree(Mapping[str, bytes]):
    """Path (with `/`, relative to the staged folder) → bytes. A path is written once.

    Reading a file that is still being printed waits for it; `pages` are those that nobody waits for.
    """

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._promised: dict[str, Future[bytes]] = {}

    def add(self, path: str, content: str | bytes) -> None:
        self._refuse_twice(path)
        self._files[path] = content.encode() if isinstance(content, str) else content

    def promise(self, path: str, content: Future[bytes]) -> None:
        """A file whose bytes come later."""
        self._refuse_twice(path)
        self._promised[path] = content

    def lay_over(self, path: str, content: bytes) -> None:
        """A file of the course's own takes the place of ours."""
        self._files[path] = content

    @property
    def pages(self) -> Mapping[str, bytes]:
        return self._files

    @property
    def promised(self) -> Collection[str]:
        """Paths of the others."""
        return self._promised.keys()

    def _refuse_twice(self, path: str) -> None:
        if path in self._files or path in self._promised:
            raise ValueError(f"two renderers write {path}")

    def __getitem__(self, path: str) -> bytes:
        return self._files[path] if path in self._files else self._promised[path].result()

    def __iter__(self) -> Iterator[str]:
        yield from self._files
        yield from self._promised

    def __len__(self) -> int:
        return len(self._files) + len(self._promised)
