"""The documents of every role: made first, printed while the pages are rendered and built."""

from collections.abc import Collection, Mapping
from concurrent.futures import Future

from ..link.site import Site
from ..words import Words
from .documents.archive import archive
from .documents.papers import ARCHIVE, Paper, blank_paper, papers
from .documents.press import Press
from .documents.stationery import Stationery
from .output import OutputTree

ENDINGS = ("docx", "pdf")


class Paperwork:
    """`papers` has each role's documents by its id, and the blank form by an empty one. Without a press nothing is printed."""

    def __init__(self, site: Site, press: Press | None) -> None:
        self.papers: dict[str, list[Paper]] = {}
        self._words = Words(site.course.language)
        self._press = press
        self._orders: dict[tuple[str, str], tuple[Paper, Future[bytes]]] = {}
        if not site.roles:
            return
        stationery = Stationery(site, self._words)
        for paper in (*papers(stationery, site.roles.values()), blank_paper(stationery)):
            self.papers.setdefault(paper.role.id if paper.role else "", []).append(paper)
            self._order(paper, *ENDINGS)

    def _order(self, paper: Paper, *endings: str) -> None:
        if self._press:
            for ending, content in zip(endings, self._press.order(paper.document, *endings), strict=True):
                self._orders[paper.path(ending), paper.name(ending)] = (paper, content)

    def deliver(self, tree: OutputTree, pictured: Collection[str]) -> None:
        """Promise every document to the tree, the pictures that pages show, and the archive of all documents."""
        if self._press is None or not self._orders:
            return
        documents = {name: order for (_, name), order in self._orders.items()}
        for paper in (paper for each in self.papers.values() for paper in each if paper.key in pictured):
            self._order(paper, "png")
        for (path, _), (_, content) in self._orders.items():
            tree.promise(f"docs/{path}", content)
        tree.promise(f"docs/{ARCHIVE}", self._press.bind(lambda: self._archive(documents)))
        self._press.close()

    def _archive(self, documents: Mapping[str, tuple[Paper, Future[bytes]]]) -> bytes:
        return archive({name: (paper, content.result()) for name, (paper, content) in documents.items()}, self._words)
