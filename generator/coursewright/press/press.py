"""Documents → files. What was printed is remembered by everything that made it, so that it is printed once.

A press takes orders while pages are rendered and built: each kind of file has a
thread of its own, and Typst works without Python's lock. More threads were
slower: they take the processor from the pages.
"""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable
from platform import python_version
from typing import Protocol
from zlib import ZLIB_RUNTIME_VERSION

from .document import Document
from .packages import MAKERS

BINDER = "binder"


def printed(ending: str, document: Document) -> bytes:
    """The document as the kind of file with this ending: docx, pdf, or png for a picture of page one."""
    if ending == "docx":
        from .word.package import word  # takes long to import, and is not needed when all is remembered

        return word(document)
    from .pdf import pdf, png

    return pdf(document) if ending == "pdf" else png(document)


class Memory(Protocol):
    """Bytes by a key that can name a file; what it does not hold is made again."""

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, content: bytes) -> None: ...
    def forget_unused(self) -> None: ...


class Press:
    """Takes orders and promises their files; what is bound waits for what it is made of."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory
        self._orders: list[Future[bytes]] = []
        self._threads = {ending: ThreadPoolExecutor(1, ending) for ending in (*MAKERS, BINDER)}

    def order(self, document: Document, *endings: str) -> list[Future[bytes]]:
        """The document as each kind of file that has such an ending, see `printed`."""
        said = repr(document).encode(errors="backslashreplace")
        return [self._ordered(partial(printed, ending, document), ending, said) for ending in endings]

    def picture(self, said: bytes, make: Callable[[], bytes]) -> Future[bytes]:
        """A picture that is no document's; `said` is all that it is made of."""
        return self._ordered(make, "png", said)

    def _ordered(self, make: Callable[[], bytes], ending: str, said: bytes) -> Future[bytes]:
        key = _key(said, ending)
        found = self._memory.get(key) if self._memory else None
        if found is None:
            order = self._threads[ending].submit(self._printed, make, key)
        else:
            order = Future()
            order.set_result(found)
        self._orders.append(order)
        return order

    def bind(self, make: Callable[[], bytes]) -> Future[bytes]:
        """A file made of what was ordered; `make` may wait for it."""
        return self._threads[BINDER].submit(make)

    def close(self) -> None:
        """No more orders: once all are printed, what no order asked for is forgotten."""
        self._threads[BINDER].submit(self._tidy)
        for thread in self._threads.values():
            thread.shutdown(wait=False)

    def _printed(self, make: Callable[[], bytes], key: str) -> bytes:
        """Remembered before it is handed out: whoever tidies up waits for the orders alone."""
        content = make()
        if self._memory:
            self._memory.put(key, content)
        return content

    def _tidy(self) -> None:
        for order in self._orders:
            order.exception()
        if self._memory:
            self._memory.forget_unused()


def _key(said: bytes, ending: str) -> str:
    return f"{hashlib.sha256(_makers(ending) + said).hexdigest()}-{ending}"


@cache
def _makers(ending: str) -> bytes:
    """A digest of what makes a kind of file, Python and its compression too: another version prints anew."""
    versions = [python_version(), ZLIB_RUNTIME_VERSION, *map(version, MAKERS[ending])]
    files = (file.read_bytes() for file in sorted(_sources(resources.files(__package__)), key=str))
    return hashlib.sha256(b"\0".join(["\0".join(versions).encode(), *files])).digest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith((".py", ".typ")):
            yield entry
