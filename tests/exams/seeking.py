"""A search for texts that must be nowhere: in clear and encoded, in files and in what files are packed of."""

import base64
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote

import pypdfium2

DEEPEST = 5
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){12,}")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"x\x01", b"x\x9c", b"x\xda", b"%PDF")


@dataclass(frozen=True)
class Hit:
    """`place` is the path of a file with what leads into it, as `a.zip > b.html > base64`."""

    place: str
    secret: str


def hits(files: Mapping[str, bytes], secrets: Iterable[str]) -> list[Hit]:
    """Every secret with the first place of each file in which it stands, however it is written there."""
    written = {secret: [*_forms(secret)] for secret in secrets}
    found = []
    for path, content in files.items():
        left = dict(written)
        for place, layer in _layers(path, content, 0):
            plain, joined = layer.lower(), re.sub(rb"\s", b"", layer)
            for secret, (clear, coded) in [(each, _split(forms)) for each, forms in left.items()]:
                if any(form in plain for form in clear) or any(form in joined for form in coded):
                    found.append(Hit(place, secret))
                    del left[secret]
    return found


_Form = tuple[bool, bytes]
"""Whether upper and lower case are one in it."""


def _split(forms: Iterable[_Form]) -> tuple[list[bytes], list[bytes]]:
    forms = [*forms]
    return [form for is_clear, form in forms if is_clear], [form for is_clear, form in forms if not is_clear]


def _forms(secret: str) -> Iterator[_Form]:
    """A text as it is, escaped, in UTF-16, in hex, and in Base64 wherever it may begin in a triplet."""
    escaped = (secret, json.dumps(secret)[1:-1], html.escape(secret), quote(secret))
    for each in escaped:
        yield True, each.lower().encode()
    for name in ("utf-16-le", "utf-16-be"):
        yield True, secret.lower().encode(name)
    for raw in (secret.encode(), secret.encode("utf-16-le")):
        yield True, raw.hex().encode()
        for before in range(3):
            yield from ((False, form) for form in _within_base64(raw, before))


def _within_base64(raw: bytes, before: int) -> Iterator[bytes]:
    """Only the letters that no neighbour of the text has a part in."""
    whole = base64.b64encode(bytes(before) + raw + bytes(3))
    inner = whole[-(-before * 8 // 6) : (before + len(raw)) * 8 // 6]
    assert len(inner) > 7, f"too short to be told from chance: {raw!r}"
    yield inner
    yield inner.replace(b"+", b"-").replace(b"/", b"_")


def _layers(place: str, content: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file, and of all that is packed in it."""
    yield place, content
    if depth < DEEPEST:
        for name, inner in _unpacked(content):
            yield from _layers(f"{place} > {name}", inner, depth + 1)


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    if content.startswith(b"PK\x03\x04"):
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from ((name, archive.read(name)) for name in archive.namelist())
    elif content.startswith(b"\x1f\x8b"):
        with suppress(OSError, EOFError, zlib.error):
            yield "gzip", gzip.decompress(content)
    elif content.startswith(_PACKED[2:5]):
        with suppress(zlib.error):
            yield "zlib", zlib.decompressobj().decompress(content)
    elif content.startswith(b"%PDF"):
        yield "text", _text(content)
        yield from (("stream", found[1]) for found in _STREAM.finditer(content))
    else:
        yield from _decoded(content)


def _decoded(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What is packed and then written as letters; what is only written as letters is found as it stands."""
    for found in _BASE64.finditer(content):
        letters = found[0].replace(b"-", b"+").replace(b"_", b"/")
        raw = base64.b64decode(letters + b"=" * (-len(letters) % 4)) if len(letters) % 4 != 1 else b""
        if raw.startswith(_PACKED):
            yield "base64", raw
    for found in _HEX.finditer(content):
        if (raw := bytes.fromhex(found[0].decode())).startswith(_PACKED):
            yield "hex", raw


def _text(content: bytes) -> bytes:
    """Of the pages of a PDF, with what is attached to it; nothing where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return b""
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        attached = [
            bytes(document.get_attachment(at).get_data()) for at in range(document.count_attachments())
        ]
        return "\n".join(pages).encode() + b"\n" + b"\n".join(attached)
    finally:
        document.close()
