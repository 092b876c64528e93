"""What somebody filled into a document: the content controls of a DOCX, and what is written beside them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from zlib import crc32

from lxml import etree

from .controls import Held
from .opened import NotADocument, Part, Parts
from .strips import Reader, Strip

PAPER = "coursewright-paper"
"""The property that keeps, in short, what the heads and feet of the paper said."""

KEPT = "urn:coursewright:source"
"""The namespace of the part that keeps what a document was made of (`Document.source`)."""

_NUMBERS = re.compile("[0-9]+")


@dataclass(frozen=True)
class Filled:
    """A document that came back: strips in the order of the text, those of heads and feet, what was kept.

    `notes` are comments, footnotes and endnotes; `struck` is text that is struck through,
    `hidden` text that is not shown; `paper` is what the heads and feet of the paper said
    that it was printed on, None for our own paper.
    """

    body: tuple[Strip, ...]
    heads: tuple[Strip, ...]
    source: str
    properties: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    paper: tuple[str, ...] | None = None

    @property
    def knows_paper(self) -> bool:
        return self.paper is not None or PAPER in self.properties

    def is_paper(self, head: Strip) -> bool:
        """Whether a line of the head or the foot is the paper's own, as far as that is known."""
        return in_short(whole(head)) in self._marks

    @cached_property
    def _marks(self) -> frozenset[str]:
        return frozenset((*map(in_short, self.paper or ()), *self.properties.get(PAPER, "").split()))

    @property
    def held(self) -> Iterator[Held]:
        return (held for strip in (*self.body, *self.heads) for held in strip.held)


def filled(docx: bytes) -> Filled:
    """What a document holds. A tag comes as often as the file has it: a row copied in Word repeats those
    of the row it was made from. Raises NotADocument.
    """
    parts = Parts(docx)
    try:
        return _read(parts)
    except RecursionError:
        raise NotADocument from None


def _read(parts: Parts) -> Filled:
    reader = Reader(parts.body)
    kept = next((root for root in parts.kept if root.tag == f"{{{KEPT}}}source"), None)
    return Filled(
        reader.strips(),
        tuple(_strips(parts.heads)),
        "" if kept is None else kept.text or "",
        _properties(parts.properties),
        tuple(whole(strip) for note in parts.notes for strip in Reader(note).strips()),
        tuple(reader.struck),
        tuple(reader.hidden),
        None if kept is None else _paper(kept),
    )


def controls(docx: bytes) -> list[tuple[str, str]]:
    """(tag, text) of every control with a tag, in the order of the text, then of heads and feet.

    Raises NotADocument.
    """
    return [(held.tag, held.text) for held in filled(docx).held if held.tag]


def whole(strip: Strip) -> str:
    """The text of a strip with that of its controls behind."""
    return " ".join(filter(None, (strip.text, *(" ".join(held.text.split()) for held in strip.held))))


def numberless(text: str) -> str:
    """Page numbers are as a program last counted them."""
    return _NUMBERS.sub("0", text)


def in_short(text: str) -> str:
    """Of a line of a head, what tells it from others when it comes back; for programs that lose the rest."""
    return f"{crc32(numberless(text).encode()):08x}"


def said_by(heads: list[Part]) -> tuple[str, ...]:
    """What heads and feet say, a text a line. Raises NotADocument."""
    return tuple(map(whole, _strips(heads)))


def _strips(heads: list[Part]) -> Iterator[Strip]:
    for head in heads:
        yield from Reader(head, is_margin=True).strips()


def _paper(kept: etree._Element) -> tuple[str, ...] | None:
    paper = kept.find("{*}paper")
    return None if paper is None else tuple(line.text or "" for line in paper.iterfind("{*}line"))


def _properties(roots: list[etree._Element]) -> dict[str, str]:
    """Custom properties (22.3): texts by their names."""
    return {
        each.get("name", ""): "".join(map(str, each.itertext()))
        for root in roots
        for each in root.iter("{*}property")
    }
