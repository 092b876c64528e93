"""The documents of every role: made first, printed while the pages are rendered, delivered last."""

from collections.abc import Collection

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
        self._orders: dict[str, tuple[Paper, str]] = {}
        if not site.roles:
            return
        stationery = Stationery(site, self._words)
        for paper in (*papers(stationery, site.roles.values()), blank_paper(stationery)):
            self.papers.setdefault(paper.role.id if paper.role else "", []).append(paper)
            for ending in ENDINGS:
                self._order(paper, ending)

    def _order(self, paper: Paper, ending: str) -> None:
        if self._press:
            self._orders[paper.path(ending)] = (paper, ending)
            self._press.order(paper.path(ending), paper.document)

    def deliver(self, tree: OutputTree, pictured: Collection[str]) -> None:
        """Add every document that was printed to the tree, the pictures that pages show, and the archive of all documents."""
        for paper in (paper for each in self.papers.values() for paper in each if paper.key in pictured):
            self._order(paper, "png")
        files: dict[str, tuple[Paper, bytes]] = {}
        for path, content in self._press.deliver() if self._press else ():
            paper, ending = self._orders[path]
            if ending in ENDINGS:
                files[paper.name(ending)] = (paper, content)
            tree.add(f"docs/{path}", content)
        if files:
            tree.add(f"docs/{ARCHIVE}", archive(files, self._words))
