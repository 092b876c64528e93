"""All pages of all files, two at a time: no more pictures are in memory than there are processes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context

from ...errors import CoursewrightError
from ...words import marked as _
from .pictures import Source
from .scanned import Scanned, Spots, scan

PROCESSES = 2
FEW = 8
"""Pages that are read sooner than another process begins."""
AT_ONCE = 4
"""Pages that a process takes at a time."""


class ReadingStopped(CoursewrightError):
    """A process that reads pages ended, which the system does where memory is short."""

    message = _("the system stopped the reading, for want of memory perhaps; nothing was written")


def scan_all(sources: Sequence[Source], spots: Spots, tell: Callable[[int], None]) -> list[Scanned]:
    """In the order of files and pages; `tell` hears how many are done."""
    pages = [(source, page) for source in sources for page in range(1, source.pages + 1)]
    found = []
    for scanned in _scan(pages, spots):
        found.append(scanned)
        tell(len(found))
    return found


def _scan(pages: Sequence[tuple[Source, int]], spots: Spots) -> Iterator[Scanned]:
    scan_one = partial(_one, spots=spots)
    if len(pages) <= FEW:
        yield from map(scan_one, pages)
        return
    context = get_context("spawn")  # a fork would copy the locks of threads that draw the progress
    try:
        with ProcessPoolExecutor(PROCESSES, context) as pool:
            yield from pool.map(scan_one, pages, chunksize=AT_ONCE)
    except BrokenProcessPool as error:
        raise ReadingStopped from error


def _one(page: tuple[Source, int], spots: Spots) -> Scanned:
    return scan(*page, spots)
