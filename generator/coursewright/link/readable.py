"""What a file says that is published as it is: text of any kind, office documents, PDF, archives of them.

Pictures of text, files with a password and archives other than ZIP, gzip and tar are not read.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from gzip import GzipFile
from io import BytesIO
from zipfile import ZipFile

from ..press.word.container import COMPOUND, UNREADABLE

MOST_BYTES = 64 * 1024 * 1024
"""Of what one archive holds, unpacked; what is beyond is not read."""
DEEPEST = 3
"""Archives in archives."""

_GZIP, _ZIP, _PDF = b"\x1f\x8b", b"PK\x03\x04", b"%PDF"
_TAR = slice(257, 262), b"ustar"
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
"""As JSON and scripts write any character."""


def texts_in(content: bytes, depth: int = DEEPEST) -> Iterator[tuple[int, str]]:
    """The texts of a file with the line of each, which is the first where there are no lines."""
    try:
        yield from _texts_in(content, depth)
    except UNREADABLE:
        return


def _texts_in(content: bytes, depth: int) -> Iterator[tuple[int, str]]:
    if content.startswith(_ZIP):
        yield from _zipped(content, depth) if depth else ()
    elif content.startswith(_GZIP):
        yield from texts_in(GzipFile(fileobj=BytesIO(content)).read(MOST_BYTES), depth - 1) if depth else ()
    elif content.startswith(_PDF):
        yield from ((1, text) for text in _printed(content))
    elif content.startswith(COMPOUND):
        yield from ((1, content[at:].decode("utf-16-le", "ignore")) for at in (0, 1))
    elif content[_TAR[0]] == _TAR[1]:
        yield from _written(content.replace(b"\0", b""))
    elif content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" not in content[:4096]:
        yield from _written(content)


def _zipped(content: bytes, depth: int) -> Iterator[tuple[int, str]]:
    left = MOST_BYTES
    with ZipFile(BytesIO(content)) as archive:
        for info in archive.infolist():
            yield 1, info.filename
            left -= info.file_size
            if left >= 0:
                yield from ((1, text) for _, text in texts_in(archive.read(info), depth - 1))


def _printed(content: bytes) -> Iterator[str]:
    """The text of a PDF, page by page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            yield page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return


def _written(content: bytes) -> Iterator[tuple[int, str]]:
    """The lines of a text, and what stands between its tags."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), _decoded(content))
    yield from enumerate(text.splitlines(), 1)
    if "<" in text:
        yield 1, _TAG.sub("", text)


def _decoded(content: bytes) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "ignore")
    try:
        return content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError:
        return content.decode("gb18030", "ignore")
