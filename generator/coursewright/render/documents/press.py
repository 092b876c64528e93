"""Documents → files. What was printed before is remembered by what went into it, so that it is printed once.

A press takes orders while pages are rendered: Typst works in a thread of its
own, without Python's lock.
"""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib import resources
from typing import Protocol

from .document import Document


def _word(document: Document) -> bytes:
    from .word import word  # takes long to import, and is not needed when all is remembered

    return word(document)


def _pdf(document: Document) -> bytes:
    from .pdf import pdf

    return pdf(document)


def _png(document: Document) -> bytes:
    from .pdf import png

    return png(document)


PRINTERS: dict[str, Callable[[Document], bytes]] = {"docx": _word, "pdf": _pdf, "png": _png}


class Memory(Protocol):
    """Bytes by a hexadecimal key; what it does not hold is made again."""

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, content: bytes) -> None: ...


class Press:
    """Orders by path; `deliver` gives each file once, in the order of the orders."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory
        self._orders: list[tuple[str, Future[bytes]]] = []
        self._threads = {ending: ThreadPoolExecutor(1, f"press-{ending}") for ending in PRINTERS}

    def order(self, path: str, document: Document) -> None:
        """Print `document` as the kind of file that `path` ends with."""
        ending = path.rsplit(".", 1)[-1]
        self._orders.append((path, self._threads[ending].submit(self._printed, ending, document)))

    def deliver(self) -> Iterator[tuple[str, bytes]]:
        for path, future in self._orders:
            yield path, future.result()
        self._orders.clear()

    def _printed(self, ending: str, document: Document) -> bytes:
        if self._memory is None:
            return PRINTERS[ending](document)
        key = hashlib.sha256(f"{_presses()}\0{ending}\0{document!r}".encode(errors="backslashreplace")).hexdigest()
        found = self._memory.get(key)
        if found is None:
            found = PRINTERS[ending](document)
            self._memory.put(key, found)
        return found


@cache
def _presses() -> str:
    """A digest of this folder: another version of it prints anew."""
    folder = resources.files("coursewright").joinpath("render", "documents")
    files = sorted((file for file in folder.iterdir() if file.name.endswith((".py", ".typ"))), key=lambda file: file.name)
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
