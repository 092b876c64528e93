"""A Word document (ECMA-376, .docx) ↔ lines. Numbers and letters that Word itself counts are written out."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ..press.document import Document, Look, Paragraph, Title
from ..press.word.package import word
from ..styles.tokens import engine_tokens
from .face import FORMULA, Face, Runs, read
from .lines import ended_alike
from .names import Names
from .package import Package
from .sheet import Unreadable
from .word_lists import Lists, W

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MOST_LINES = 200_000


class WordText:
    """The lines of a document, those in tables too, and how many pictures it has. Raises Unreadable.

    By the numbers of lines from 1, `bold` has whether each sign is bold, and `lost` what lost its look.
    """

    def __init__(self, raw: bytes) -> None:
        package = Package(raw)
        root = package.tree("word/document.xml")
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise Unreadable("CW1001")
        core = package.tree(_CORE)
        self._title = (core.findtext(_TITLE) or "").strip() if core is not None else ""
        self._lists = Lists(package)
        found = [line for paragraph in body.iter(f"{W}p") for line in self._lines(paragraph)]
        self.lines = ["".join(text for text, _ in runs) for runs, _ in found]
        self.bold = {number: _flags(runs) for number, (runs, _) in enumerate(found, 1)}
        self.lost = {number: lost for number, (_, lost) in enumerate(found, 1) if lost}
        self.pictures = sum(1 for _ in body.iter(f"{W}drawing", f"{W}pict"))
        if len(self.lines) > MOST_LINES:
            raise Unreadable("CW1004", {"most": f"{MOST_LINES:,}"})

    def _lines(self, paragraph: etree._Element) -> Iterator[tuple[Runs, str]]:
        """The runs of every line of a paragraph, and what lost its look."""
        lines: list[list[tuple[str, Face]]] = [[]]
        for element in paragraph.iter():
            for at, text in enumerate(_said(element).split("\n")):
                if at:
                    lines.append([])
                if text:
                    lines[-1].append((text, self._face(element, paragraph)))
        whole = "\n".join("".join(text for text, _ in line) for line in lines).strip()
        if whole == self._title and self._lists.is_titled(paragraph):
            lines = [[]]  # what a file is called is nothing that it asks
        elif whole:
            lines[0].insert(0, (self._lists.counted(paragraph), Face()))
        yield from map(read, lines)

    def _face(self, text: etree._Element, paragraph: etree._Element) -> Face:
        if text.tag == f"{_MATH}t":
            return Face(level=FORMULA)
        run = text.getparent()
        return Face() if run is None else self._lists.face(run, paragraph)


def _flags(runs: Runs) -> list[bool]:
    return [is_bold for text, is_bold in runs for _ in text]


def _said(element: etree._Element) -> str:
    if element.tag in (f"{W}t", f"{_MATH}t"):
        return ended_alike(element.text or "")
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
