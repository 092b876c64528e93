"""The parts of a DOCX that somebody handed in, as trees: bounded as a whole, whatever the file is made of."""

import posixpath
import re
from io import BytesIO
from lzma import LZMAError
from struct import error as StructError  # noqa: N812
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

MOST_BYTES = 8 * 1024 * 1024
"""Of all parts that are read, unpacked; a tree takes twenty times as much."""

_UNREADABLE = (
    BadZipFile,
    ZlibError,
    LZMAError,
    StructError,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
    etree.LxmlError,
)
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A compound file ([MS-CFB] 2.2): a document with a password, or a .doc."""
_HEADS = re.compile(r"word/(header|footer)[0-9]*\.xml")
_CUSTOM = "docProps/custom.xml"
_NOTES = re.compile(r"word/(comments|footnotes|endnotes)[0-9]*\.xml")
_KEPT = re.compile(r"customXml/[^/]+\.xml")


class NotADocument(Exception):
    """Not a Word document (.docx) that can be read, or one that is larger than any of ours.

    `is_compound` tells of a file with a password, or of a .doc.
    """

    def __init__(self, *, is_compound: bool = False) -> None:
        super().__init__()
        self.is_compound = is_compound


class Parts:
    """The text, the heads and feet, comments and notes, and what is kept beside. Raises NotADocument."""

    def __init__(self, docx: bytes) -> None:
        if docx.startswith(_ENCRYPTED):
            raise NotADocument(is_compound=True)
        self._room = MOST_BYTES
        try:
            with ZipFile(BytesIO(docx)) as archive:
                names = archive.namelist()
                main = self._main_name(archive) if "_rels/.rels" in names else "word/document.xml"
                self.body = self._root(archive, main)
                self.heads = [self._root(archive, name) for name in _found(_HEADS, names)]
                self.properties = [self._root(archive, name) for name in {_CUSTOM} & {*names}]
                self.notes = [self._root(archive, name) for name in _found(_NOTES, names)]
                self.kept = [self._root(archive, name) for name in _found(_KEPT, names)]
        except _UNREADABLE as problem:
            raise NotADocument from problem

    def _main_name(self, archive: ZipFile) -> str:
        for relation in self._root(archive, "_rels/.rels").iter("{*}Relationship"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return posixpath.normpath(relation.get("Target", "").lstrip("/"))
        raise NotADocument

    def _root(self, archive: ZipFile, name: str) -> etree._Element:
        self._room -= archive.getinfo(name).file_size
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
        root = etree.fromstring(archive.read(name), parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise NotADocument
        return root


def _found(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    return sorted({name for name in names if pattern.fullmatch(name)})
