"""The parts of a DOCX that somebody handed in, as trees: bounded as a whole, whatever the file is made of."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from .container import COMPOUND, UNREADABLE

MOST_BYTES = 8 * 1024 * 1024
"""Of all parts that are read, unpacked; a tree takes twenty times as much."""

_HEADS = re.compile(r"word/(header|footer)[0-9]*\.xml"), ("header+xml", "footer+xml")
_NOTES = (
    re.compile(r"word/(comments|footnotes|endnotes)[0-9]*\.xml"),
    ("comments+xml", "footnotes+xml", "endnotes+xml"),
)
"""Parts by their usual names, and by the end of their types whatever they are called."""
_KINDS = "[Content_Types].xml"
_CUSTOM = "docProps/custom.xml"
_KEPT = re.compile(r"customXml/[^/]+\.xml")


class NotADocument(Exception):
    """Not a Word document (.docx) that can be read, or one that is larger than any of ours.

    `is_compound` tells of a file with a password, or of a .doc.
    """

    def __init__(self, *, is_compound: bool = False) -> None:
        super().__init__()
        self.is_compound = is_compound


@dataclass(frozen=True)
class Part:
    """The tree of a part, and where its links lead: address by the id of the relationship."""

    root: etree._Element
    links: Mapping[str, str] = field(default_factory=dict)


class Parts:
    """The text, the heads and feet, comments and notes, and what is kept beside. Raises NotADocument."""

    def __init__(self, docx: bytes) -> None:
        if docx.startswith(COMPOUND):
            raise NotADocument(is_compound=True)
        try:
            with ZipFile(BytesIO(docx)) as archive:
                opened = _Opened(archive)
                self.body = opened.part(opened.main)
                self.heads = opened.parts(*_HEADS)
                self.notes = opened.parts(*_NOTES)
                self.properties = [opened.root(name) for name in opened.names if name == _CUSTOM]
                self.kept = [opened.root(name) for name in opened.names if _KEPT.fullmatch(name)]
        except UNREADABLE as problem:
            raise NotADocument from problem


def heads_in(docx: bytes) -> list[Part]:
    """The heads and feet of a document that has no text yet. Raises NotADocument."""
    try:
        with ZipFile(BytesIO(docx)) as archive:
            return _Opened(archive).parts(*_HEADS)
    except UNREADABLE as problem:
        raise NotADocument from problem


class _Opened:
    """An archive of which no more than MOST_BYTES are read."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._room = MOST_BYTES
        self.names = sorted({*archive.namelist()})

    @property
    def main(self) -> str:
        """The part with the text."""
        if "_rels/.rels" not in self.names:
            return "word/document.xml"
        for relation in self.root("_rels/.rels").iter("{*}Relationship"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return posixpath.normpath(relation.get("Target", "").lstrip("/"))
        raise NotADocument

    def parts(self, pattern: re.Pattern[str], kinds: tuple[str, ...]) -> list[Part]:
        typed = {name for name, kind in self._kinds.items() if kind.endswith(kinds)}
        return [self.part(name) for name in self.names if name in typed or pattern.fullmatch(name)]

    def part(self, name: str) -> Part:
        folder, _, file = name.rpartition("/")
        place = posixpath.join(folder, "_rels", f"{file}.rels")
        relations = [*self.root(place).iter("{*}Relationship")] if place in self.names else []
        outside = (each for each in relations if each.get("TargetMode") == "External")
        return Part(self.root(name), {each.get("Id", ""): each.get("Target", "") for each in outside})

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """Types of parts (ECMA-376 part 2, 10.1.2), by the names of those that have one of their own."""
        overrides = self.root(_KINDS).iter("{*}Override") if _KINDS in self.names else ()
        return {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in overrides}

    def root(self, name: str) -> etree._Element:
        self._room -= self._archive.getinfo(name).file_size
        if self._room < 0:
            raise NotADocument
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(self._archive.read(name), parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise NotADocument
        return root
