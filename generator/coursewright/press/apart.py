"""Many PDFs one after another, in processes of their own: what Typst keeps of each goes with its process.

It holds on to some 50 to 100 KiB a page, which of thousands of pages is more than a machine has.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from .document import Document
from .pdf import pdf


def pdfs(documents: Iterable[Document], each: int) -> Iterator[bytes]:
    """In their order, the same bytes as of `pdf`; after so many there is a new process."""
    context = get_context("spawn")  # a fork would take over locks that threads hold
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=each) as pool:
        for document in documents:
            yield pool.submit(pdf, document).result()
