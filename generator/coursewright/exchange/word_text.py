"""A Word document (ECMA-376, .docx) ↔ lines. Numbers and letters that Word itself counts are written out."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from ..press.document import Document, Look, Paragraph, Title
from ..press.word.package import word
from ..styles.tokens import engine_tokens
from .names import Names
from .package import Package
from .sheet import Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERED = ("upperLetter", "lowerLetter")
MOST_LINES = 200_000


class WordText:
    """The lines of a document, those in tables too, and how many pictures it has. Raises Unreadable."""

    def __init__(self, raw: bytes) -> None:
        package = Package(raw)
        root = package.tree("word/document.xml")
        body = root.find(f"{_W}body") if root is not None else None
        if body is None:
            raise Unreadable("CW1001")
        self._formats = _formats(package.tree("word/numbering.xml"))
        self._counts: Counter[tuple[str, str]] = Counter()
        self.lines = [line for paragraph in body.iter(f"{_W}p") for line in self._lines(paragraph)]
        self.pictures = sum(1 for _ in body.iter(f"{_W}drawing", f"{_W}pict"))
        if len(self.lines) > MOST_LINES:
            raise Unreadable("CW1004", {"most": f"{MOST_LINES:,}"})

    def _lines(self, paragraph: etree._Element) -> Iterator[str]:
        text = "".join(_said(each) for each in paragraph.iter())
        head = self._counted(paragraph) if text.strip() else ""
        yield from (head + text).split("\n")

    def _counted(self, paragraph: etree._Element) -> str:
        """What Word shows before a paragraph of a list: letters begin anew with every number."""
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is None:
            return ""
        level = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
        key = number.get(f"{_W}val", ""), level.get(f"{_W}val", "0") if level is not None else "0"
        kind = self._formats.get(key, "")
        if kind in _LETTERED:
            self._counts["letter", ""] += 1
            return f"{chr(64 + min(26, self._counts['letter', '']))}."
        if kind in ("bullet", "none", ""):
            return ""
        self._counts["letter", ""] = 0
        self._counts[key] += 1
        return f"{self._counts[key]}、"


def _said(element: etree._Element) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    return "\t" if element.tag == f"{_W}tab" else "\n" if element.tag in (f"{_W}br", f"{_W}cr") else ""


def _formats(root: etree._Element | None) -> dict[tuple[str, str], str]:
    """How the levels of every list are counted: number and level of the list → name of its format."""
    if root is None:
        return {}
    abstract = {
        (each.get(f"{_W}abstractNumId"), level.get(f"{_W}ilvl", "0")): form.get(f"{_W}val", "")
        for each in root.iter(f"{_W}abstractNum")
        for level in each.iter(f"{_W}lvl")
        if (form := level.find(f"{_W}numFmt")) is not None
    }
    return {
        (number.get(f"{_W}numId", ""), level): form
        for number in root.iter(f"{_W}num")
        if (of := number.find(f"{_W}abstractNumId")) is not None
        for (id, level), form in abstract.items()
        if id == of.get(f"{_W}val")
    }


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
