"""What a file says that is published as it is: text of any kind, office documents, PDF, archives of them.

Pictures of text, files with a password and archives other than ZIP, tar, gzip, bzip2 and xz are not read.
"""

import re
from bz2 import BZ2File
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from gzip import GzipFile
from io import BufferedIOBase, BytesIO
from lzma import LZMAFile
from tarfile import TarError
from tarfile import open as open_tar
from zipfile import ZipFile, ZipInfo

from ..press.word.container import COMPOUND, UNREADABLE
from .readings import encoded, is_odd, readings

MOST_BYTES = 64 * 1024 * 1024
"""Of what one archive holds, unpacked; what is beyond is not read."""
DEEPEST = 6
"""Archives in archives."""

_PDF, _PNG = b"%PDF", b"\x89PNG\r\n\x1a\n"
_PACKED: dict[bytes, Callable[[BytesIO], BufferedIOBase]] = {
    b"\x1f\x8b": lambda packed: GzipFile(fileobj=packed),
    b"BZh": BZ2File,
    b"\xfd7zXZ\0": LZMAFile,
}
_TAR = slice(257, 262), b"ustar"
_ZIP_END = b"PK\x05\x06"
"""Where a ZIP file's list of contents ends (APPNOTE 4.3.16), whatever stands before the first file."""
_ENCODINGS = "utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"
_WORDS = re.compile(r"[\t\r\n -~\u00a0-\uffff]{30,}")
"""A sentence among what is no text."""
_WIDE = re.compile(rb"[\0\x30\x4e-\x9f\xff]{12,}")
"""Every second byte of one in UTF-16: of Chinese, its signs and ASCII."""


def texts_in(content: bytes, depth: int = DEEPEST, *, is_file: bool = True) -> Iterator[tuple[int, str]]:
    """The texts of a file with the line of each, which is the first where there are no lines.

    Whatever a file begins as, it is read as a text, too: a browser shows it as its name tells. What is no
    file, but may be one by chance, is a text in UTF-8 alone.
    """
    yield from _plain(content, depth, is_file)
    try:
        yield from ((1, text) for text in _inside(content, depth))
    except (*UNREADABLE, TarError):
        return


def hidden_in(text: str, depth: int = DEEPEST) -> Iterator[tuple[int, str]]:
    """The texts of all that is written in base64 in a text, with the line of each."""
    for line, content in encoded(text) if depth else ():
        yield from ((line, found) for _, found in texts_in(content, depth - 1, is_file=False))


def _inside(content: bytes, depth: int) -> Iterator[str]:
    """What a program for such a file shows."""
    if content.startswith(_PDF):
        yield from _printed(content)
    elif content.startswith(_PNG):
        yield from _described(content)
    elif content.startswith(COMPOUND):
        yield from (content[at:].decode("utf-16-le", "ignore") for at in (0, 1))
    if not depth:
        return
    for name, packed in _unpacked(content):
        yield name
        yield from (text for _, text in texts_in(packed, depth - 1))


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of an archive with their names; of one packed file it is empty."""
    for begun, opened in _PACKED.items():
        if content.startswith(begun):
            yield "", opened(BytesIO(content)).read(MOST_BYTES)
    if content[_TAR[0]] == _TAR[1]:
        yield from _bundled(content)
    if _ZIP_END in content:
        yield from _zipped(content)


def _zipped(content: bytes) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    with ZipFile(BytesIO(content)) as archive:
        for info in archive.infolist():
            left -= info.file_size
            yield info.filename, _unzipped(archive, info) if left >= 0 else b""


def _unzipped(archive: ZipFile, info: ZipInfo) -> bytes:
    """A file of an archive; nothing where it has a password or is damaged: the others are read."""
    try:
        return archive.read(info)
    except UNREADABLE:
        return b""


def _bundled(content: bytes) -> Iterator[tuple[str, bytes]]:
    with open_tar(fileobj=BytesIO(content), mode="r:") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            yield member.name, file.read() if file else b""


def _printed(content: bytes) -> Iterator[str]:
    """The text of a PDF, page by page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            yield page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return


def _described(content: bytes) -> Iterator[str]:
    """What a picture says of itself in its chunks of text, packed or not (PNG 11.3.3)."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            yield from map(str, picture.text.values())  # type: ignore[attr-defined]  # of PNG alone
    except (SyntaxError, Image.DecompressionBombError):
        return


def _plain(content: bytes, depth: int, is_file: bool) -> Iterator[tuple[int, str]]:
    """The lines of a text, or the sentences among what is none."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield from _written(content.decode("utf-16", "ignore"), depth)
    elif b"\0" in content[:4096]:
        for run in _WORDS.findall(content.replace(b"\0", b"").decode("utf-8", "ignore")):
            yield from _written(run, depth)
        yield from ((1, text) for text in _wide(content))
    else:
        for text in _decoded(content) if is_file else [content.decode("utf-8", "ignore")]:
            yield from _written(text, depth)


def _wide(content: bytes) -> Iterator[str]:
    for first in (0, 1):
        for run in _WIDE.finditer(content[first::2]):
            start, end = 2 * run.start() + first, 2 * run.end() + first
            yield content[start:end].decode("utf-16-be", "ignore")
            yield content[max(start - 1, 0) : end - 1].decode("utf-16-le", "ignore")


def _written(text: str, depth: int) -> Iterator[tuple[int, str]]:
    own = text.splitlines()
    for reading in readings(text) if is_odd(text) else [text]:
        lines = reading.splitlines()
        yield from enumerate(lines, 1) if len(lines) == len(own) else [(1, reading)]
    yield from hidden_in(text, depth)


def _decoded(content: bytes) -> list[str]:
    """A text of no known encoding as each of the usual ones has it."""
    try:
        return [content.removeprefix(BOM_UTF8).decode()]
    except UnicodeDecodeError:
        return [content.decode(encoding, "ignore") for encoding in _ENCODINGS]
