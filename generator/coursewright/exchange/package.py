"""The ZIP file that a workbook or a Word document is, bounded before anything in it is unpacked."""

import re
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from ..press.word.container import COMPOUND, UNREADABLE
from .sheet import Unreadable

MOST_BYTES = 32 * 1024 * 1024
"""Of all XML in it, unpacked."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARED = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
"""Entities, which may be many times as long as they are written. No program writes them here."""
_XML = re.compile(r".*\.(?:xml|rels|vml)", re.I)


class Package:
    """The XML of a package by the names of its parts. Raises Unreadable with the reason."""

    def __init__(self, raw: bytes) -> None:
        if raw.startswith(COMPOUND):
            raise Unreadable("CW1003" if _ENCRYPTED in raw else "CW1002")
        try:
            self._archive = ZipFile(BytesIO(raw))
            self._parts = self._unpacked(self._archive)
            self.names = self._archive.namelist()
        except UNREADABLE as problem:
            raise Unreadable("CW1001") from problem

    def _unpacked(self, archive: ZipFile) -> dict[str, bytes]:
        parts = [info for info in archive.infolist() if _XML.fullmatch(info.filename)]
        if sum(info.file_size for info in parts) > MOST_BYTES:
            raise Unreadable("CW1004", {"most": f"{MOST_BYTES // 1024 // 1024} MiB"})
        unpacked = {info.filename: archive.read(info) for info in parts}
        if any(_DECLARED.search(part) for part in unpacked.values()):
            raise Unreadable("CW1001")
        return unpacked

    def raw(self, name: str) -> bytes:
        """A part as it is, nothing where there is none."""
        return self._parts.get(name, b"")

    def begun(self, name: str, most: int) -> bytes:
        """The first bytes of any file, so many at most; none of one that is damaged or that there is not."""
        try:
            with self._archive.open(name) as file:
                return file.read(most)
        except (KeyError, *UNREADABLE):
            return b""

    def matching(self, pattern: str) -> list[bytes]:
        """The parts whose names match."""
        return [part for name, part in sorted(self._parts.items()) if re.fullmatch(pattern, name)]

    def tree(self, name: str) -> etree._Element | None:
        """A part as a tree, None where there is none. Raises Unreadable for what is no XML of its kind."""
        if name not in self._parts:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(self._parts[name], parser)
        except etree.LxmlError as problem:
            raise Unreadable("CW1001") from problem
