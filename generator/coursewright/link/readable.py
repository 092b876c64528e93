"""What a file says that is published as it is: text of any kind, office documents, PDF, archives of them.

Pictures of text, files with a password and archives other than ZIP, tar, gzip, bzip2 and xz are not read.
"""

import bz2
import gzip
import lzma
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BytesIO
from tarfile import TarError
from tarfile import open as open_tar
from zipfile import ZipFile, ZipInfo

from ..press.word.container import COMPOUND, UNREADABLE
from .readings import encoded, readings

MOST_BYTES = 64 * 1024 * 1024
"""Of what one archive holds, unpacked; what is beyond is not read."""
DEEPEST = 6
"""Archives in archives."""

_PDF, _PNG = b"%PDF", b"\x89PNG\r\n\x1a\n"
_PACKED = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}
_TAR = slice(257, 262), b"ustar"
_ZIP_END = b"PK\x05\x06"
"""Where a ZIP file's list of contents ends (APPNOTE 4.3.16): what stands before the first file may be anything."""
_ENCODINGS = "utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"
_WORDS = re.compile(r"[\t\r\n -~\u00a0-\uffff]{30,}")
"""A sentence among what is no text."""
_WIDE = re.compile(rb"[\0\x30\x4e-\x9f\xff]{12,}")
"""Every second byte of one in UTF-16: of Chinese, its signs and ASCII."""


def texts_in(content: bytes, depth: int = DEEPEST) -> Iterator[tuple[int, str]]:
    """The texts of a file with the line of each, which is the first where there are no lines."""
    try:
        yield from _texts_in(content, depth)
    except (*UNREADABLE, TarError):
        return


def _texts_in(content: bytes, depth: int) -> Iterator[tuple[int, str]]:
    if opened := next((opened for begun, opened in _PACKED.items() if content.startswith(begun)), None):
        yield from texts_in(opened(BytesIO(content)).read(MOST_BYTES), depth - 1) if depth else ()
    elif content.startswith(_PDF):
        yield from ((1, text) for text in _printed(content))
    elif content.startswith(COMPOUND):
        yield from ((1, content[at:].decode("utf-16-le", "ignore")) for at in (0, 1))
    elif content[_TAR[0]] == _TAR[1]:
        yield from _bundled(content, depth) if depth else ()
    else:
        yield from _plain(content, depth)
        yield from _described(content) if content.startswith(_PNG) else ()
        yield from _zipped(content, depth) if _ZIP_END in content and depth else ()


def _zipped(content: bytes, depth: int) -> Iterator[tuple[int, str]]:
    left = MOST_BYTES
    with ZipFile(BytesIO(content)) as archive:
        for info in archive.infolist():
            yield 1, info.filename
            left -= info.file_size
            if left >= 0:
                yield from ((1, text) for _, text in texts_in(_unzipped(archive, info), depth - 1))


def _unzipped(archive: ZipFile, info: ZipInfo) -> bytes:
    """A file of an archive; nothing where it has a password or is damaged: the others are read."""
    try:
        return archive.read(info)
    except UNREADABLE:
        return b""


def _bundled(content: bytes, depth: int) -> Iterator[tuple[int, str]]:
    with open_tar(fileobj=BytesIO(content), mode="r:") as archive:
        for member in archive:
            yield 1, member.name
            if file := archive.extractfile(member) if member.isfile() else None:
                yield from ((1, text) for _, text in texts_in(file.read(), depth - 1))


def _printed(content: bytes) -> Iterator[str]:
    """The text of a PDF, page by page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            yield page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return


def _described(content: bytes) -> Iterator[tuple[int, str]]:
    """What a picture says of itself in its chunks of text, packed or not (PNG 11.3.3)."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            yield from ((1, str(text)) for text in picture.text.values())  # type: ignore[attr-defined]
    except (SyntaxError, Image.DecompressionBombError):
        return


def _plain(content: bytes, depth: int) -> Iterator[tuple[int, str]]:
    """The lines of a text, or the sentences among what is none."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield from _written(content.decode("utf-16", "ignore"), depth)
    elif b"\0" in content[:4096]:
        for run in _WORDS.findall(content.replace(b"\0", b"").decode("utf-8", "ignore")):
            yield from _written(run, depth)
        yield from ((1, text) for text in _wide(content))
    else:
        for text in _decoded(content):
            yield from _written(text, depth)


def _wide(content: bytes) -> Iterator[str]:
    for first in (0, 1):
        for run in _WIDE.finditer(content[first::2]):
            start, end = 2 * run.start() + first, 2 * run.end() + first
            yield content[start:end].decode("utf-16-be", "ignore")
            yield content[max(start - 1, 0) : end - 1].decode("utf-16-le", "ignore")


def _written(text: str, depth: int) -> Iterator[tuple[int, str]]:
    for reading in readings(text):
        yield from enumerate(reading.splitlines(), 1)
    for line, content in encoded(text) if depth else ():
        yield from ((line, found) for _, found in texts_in(content, depth - 1))


def _decoded(content: bytes) -> list[str]:
    """A text of no known encoding as each of the usual ones has it."""
    try:
        return [content.removeprefix(BOM_UTF8).decode()]
    except UnicodeDecodeError:
        return [content.decode(encoding, "ignore") for encoding in _ENCODINGS]
