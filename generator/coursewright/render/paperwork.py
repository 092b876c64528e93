"""The documents of every role: ordered before the pages are made, delivered after them."""

from ..link.site import Site
from ..words import Words
from .documents.archive import archive
from .documents.papers import FOLDER, Paper, blank_paper, papers
from .documents.press import Press
from .documents.stationery import Stationery
from .output import OutputTree

ENDINGS = ("docx", "pdf")
ARCHIVE = f"{FOLDER}/roles.zip"


class Paperwork:
    """Prints while pages are rendered."""

    def __init__(self, site: Site, press: Press) -> None:
        self._words = Words(site.course.language)
        self._press = press
        self._papers: dict[str, tuple[Paper, str]] = {}
        if site.roles:
            stationery = Stationery(site, self._words)
            for paper in (*papers(stationery, site.roles.values()), blank_paper(stationery)):
                for ending in ENDINGS:
                    self._papers[paper.path(ending)] = (paper, ending)
                    press.order(paper.path(ending), paper.document)

    def deliver(self, tree: OutputTree) -> None:
        """Add every document to the tree, and the archive of them all."""
        files: dict[str, tuple[Paper, bytes]] = {}
        for path, content in self._press.deliver():
            paper, ending = self._papers[path]
            files[paper.name(ending)] = (paper, content)
            tree.add(f"docs/{path}", content)
        if files:
            tree.add(f"docs/{ARCHIVE}", archive(files, self._words))
