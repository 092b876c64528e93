"""What somebody filled into a document: the content controls of a DOCX (ECMA-376 part 1, 17.5.2).

Elements are matched by their local names, because Word's “Strict Open XML” writes
the same ones in another namespace.
"""

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from struct import error as StructError  # noqa: N812
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from .span import date_parts

MOST_BYTES = 20 * 1024 * 1024  # of one part, unpacked

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
_HEADS = re.compile(r"word/(header|footer)[0-9]*\.xml")
_BREAK = "\x1e"  # between paragraphs; no XML contains it
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"pPr", "rPr", "sdtPr", "moveFrom", "del", "rt", "Fallback"})
"""Properties, text that tracked changes took away, readings above characters, copies for old readers."""


class NotADocument(Exception):
    """Not a Word document (.docx) that can be read, or one that is larger than any of ours."""


def controls(docx: bytes) -> list[tuple[str, str]]:
    """What the content controls hold: (tag, text) in the order of the text, then of heads and feet.

    A choice gives its stored value, a date YYYY-MM-DD, a box "true" or "false", text
    its lines; a control that shows its placeholder gives "". A tag comes as often as
    the file has it: a row copied in Word repeats those of the row it was made from.
    Raises NotADocument.
    """
    found = (
        (_value(control.find("{*}sdtPr/{*}tag")), control)
        for root in _roots(docx)
        for control in root.iter("{*}sdt")
    )
    return [(tag, _held(control)) for tag, control in found if tag]


def _roots(docx: bytes) -> list[etree._Element]:
    try:
        with ZipFile(BytesIO(docx)) as archive:
            names = archive.namelist()
            main = _main_name(archive) if "_rels/.rels" in names else "word/document.xml"
            heads = sorted({name for name in names if _HEADS.fullmatch(name)})
            return [_root(archive, name) for name in (main, *heads)]
    except _UNREADABLE as problem:
        raise NotADocument from problem


def _main_name(archive: ZipFile) -> str:
    for relation in _root(archive, "_rels/.rels").iter("{*}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    raise NotADocument


def _root(archive: ZipFile, name: str) -> etree._Element:
    if archive.getinfo(name).file_size > MOST_BYTES:
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


def _held(control: etree._Element) -> str:
    properties, content = control.find("{*}sdtPr"), control.find("{*}sdtContent")
    if properties is None or content is None or _on(properties.find("{*}showingPlcHdr")):
        return ""
    if (box := properties.find("{*}checkbox")) is not None:
        return "true" if _on(box.find("{*}checked")) else "false"
    text = "".join(_text(content)).removeprefix(_BREAK).replace(_BREAK, "\n")
    for kind in ("dropDownList", "comboBox"):
        for entry in properties.iterfind(f"{{*}}{kind}/{{*}}listItem"):
            if text == _value(entry, "displayText"):
                return _value(entry, "value")
    date = _value(properties.find("{*}date"), "fullDate")[:10]
    return date if date_parts(date) else text


def _text(node: etree._Element) -> Iterator[str]:
    for child in node:
        name = etree.QName(child).localname
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _SKIPPED:
            yield _BREAK if name == "p" else ""
            yield from _text(child)


def _value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute, in whichever namespace it is."""
    found = (
        []
        if element is None
        else [text for key, text in element.attrib.items() if etree.QName(key).localname == name]
    )
    return str(found[0]) if found else ""


def _on(element: etree._Element | None) -> bool:
    """An on-off property: present without a value means on (17.17.4)."""
    return element is not None and _value(element) not in ("0", "false", "off")
