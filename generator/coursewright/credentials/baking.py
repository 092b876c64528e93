"""A credential in a picture (Open Badges 3.0, section 5.3): put in, and taken out of pictures of anybody.

PNG: an iTXt chunk with a keyword (W3C PNG, 11.3.3.4). SVG: an element of a namespace with an attribute.
"""

import re
import struct
import zlib
from collections.abc import Iterator

from lxml import etree

PNG = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"openbadgecredential"
NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
ELEMENT = f"{{{NAMESPACE}}}credential"
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST = 2_000_000
"""Bytes of a credential."""


def baked_png(picture: bytes, token: str) -> bytes:
    """The picture with the token behind its head."""
    head, rest = picture[: len(PNG) + 25], picture[len(PNG) + 25 :]
    return head + _chunk(b"iTXt", KEYWORD + b"\0\0\0\0\0" + token.encode()) + rest


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def of_png(picture: bytes) -> bytes:
    """What one chunk with the keyword has. Raises ValueError where there is none, or more than one."""
    found = [
        content
        for kind, content in _chunks(picture)
        if kind == b"iTXt" and content.startswith(KEYWORD + b"\0")
    ]
    if len(found) != 1:
        raise ValueError("no one credential")
    rest = found[0][len(KEYWORD) + 1 :]
    is_packed, packing, text = rest[:1], rest[1:2], rest[2:]
    _language, _translated, content = text.split(b"\0", 2)
    if is_packed == b"\0":
        return content
    if (is_packed, packing) != (b"\1", b"\0"):
        raise ValueError("packed in an unknown way")
    return _unpacked(content)


def _unpacked(content: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(content, LARGEST)
    except zlib.error as error:
        raise ValueError("damaged") from error
    if not unpacking.eof:
        raise ValueError("damaged, or too large")
    return text


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Raises ValueError for a chunk that is not whole."""
    at = len(PNG)
    while at < len(picture):
        head = picture[at : at + 8]
        if len(head) < 8:
            raise ValueError("cut off")
        size, kind = struct.unpack(">I4s", head)
        content, sum = picture[at + 8 : at + 8 + size], picture[at + 8 + size : at + 12 + size]
        if sum != struct.pack(">I", zlib.crc32(kind + content)):
            raise ValueError("damaged")
        yield kind, content
        at += 12 + size


def baked_svg(picture: bytes, token: str) -> bytes:
    """The picture with the token as its first element."""
    root = _parsed(picture)
    spaces = {**root.nsmap, "openbadges": NAMESPACE}
    attributes = {str(name): str(value) for name, value in root.attrib.items()}
    own = etree.Element(root.tag, attributes, spaces)  # type: ignore[arg-type]  # the default one has no name
    own.append(etree.Element(ELEMENT, {"verify": token}))
    own.extend(list(root))
    return bytes(etree.tostring(own, encoding="utf-8", xml_declaration=True))


def of_svg(picture: bytes) -> bytes:
    """Raises ValueError where there is no such element, or more than one, or entities could be filled in."""
    if _ENTITIES.search(picture):
        raise ValueError("entities")
    found = list(_parsed(picture).iter(ELEMENT))
    if len(found) != 1:
        raise ValueError("no one credential")
    if len(found[0]):
        raise ValueError("not only text")
    return (str(found[0].get("verify") or "") or str(found[0].text or "")).strip(" \r\n\t").encode()


def _parsed(picture: bytes) -> etree._Element:
    """As UTF-8, whatever it says; nothing is fetched. Raises ValueError."""
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        return etree.fromstring(picture, parser)
    except etree.LxmlError as error:
        raise ValueError("no SVG") from error
