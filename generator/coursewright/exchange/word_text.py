"""A Word document (ECMA-376, .docx) ↔ lines. Numbers and letters that Word itself counts are written out."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ..press.document import Document, Look, Paragraph, Title
from ..press.word.package import word
from ..styles.tokens import engine_tokens
from .names import Names
from .package import Package
from .sheet import Unreadable
from .word_lists import Lists, W

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
MOST_LINES = 200_000


class WordText:
    """The lines of a document, those in tables too, and how many pictures it has. Raises Unreadable."""

    def __init__(self, raw: bytes) -> None:
        package = Package(raw)
        root = package.tree("word/document.xml")
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise Unreadable("CW1001")
        core = package.tree(_CORE)
        self._title = (core.findtext(_TITLE) or "").strip() if core is not None else ""
        self._lists = Lists(package)
        self.lines = [line for paragraph in body.iter(f"{W}p") for line in self._lines(paragraph)]
        self.pictures = sum(1 for _ in body.iter(f"{W}drawing", f"{W}pict"))
        if len(self.lines) > MOST_LINES:
            raise Unreadable("CW1004", {"most": f"{MOST_LINES:,}"})

    def _lines(self, paragraph: etree._Element) -> Iterator[str]:
        text = "".join(_said(each) for each in paragraph.iter())
        if text.strip() == self._title and self._lists.is_titled(paragraph):
            text = ""  # what a file is called is nothing that it asks
        head = self._lists.counted(paragraph) if text.strip() else ""
        yield from (head + text).split("\n")


def _said(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    return "\t" if element.tag == f"{W}tab" else "\n" if element.tag in (f"{W}br", f"{W}cr") else ""


def document(lines: Sequence[str], title: str, names: Names, page: str) -> bytes:
    """A document of the lines below a title; the same lines give the same bytes."""
    colours = engine_tokens()["light"]
    look = Look.of(colours)
    paragraphs = (Paragraph((line,)) for line in lines if line.strip())
    return word(
        Document(
            name="items",
            title=title,
            subject=names.title,
            author=names.owner,
            language=names.language,
            date=names.moment.date().isoformat(),
            head=((names.owner,), ""),
            page=page,
            look=look,
            blocks=(Title(title), *paragraphs),
        )
    )
