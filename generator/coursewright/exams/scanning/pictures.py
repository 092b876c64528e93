"""Pages of what a scanner or a phone wrote: PDF, TIFF of many pages, PNG, JPEG; one at a time, in grey.

pypdfium2 draws PDF and Pillow reads the rest, page by page: OpenCV would hold a whole TIFF in memory.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from warnings import catch_warnings, simplefilter

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from ..decoding import UNREADABLE

Grey = NDArray[np.uint8]
"""Rows of pixels, from 0 for black to 255."""

LONG_SIDE = 2400
"""Pixels of what is read: A4 at 205 dpi, at which squares of codes have nine pixels a side."""
MOST_PIXELS = 150_000_000
"""A3 at 600 dpi has 70 million."""
MOST_PAGES = 20_000
FORMATS = ("PNG", "JPEG", "TIFF")
PDF = b"%PDF-"
_HEAD = 1024
"""Bytes within which a PDF says that it is one."""
_WHITE = 255


class NoPicture(Exception):
    """A file, or a page of one, that cannot be read as a picture."""


@dataclass(frozen=True)
class Source:
    """A file that was handed in; `digest` is its SHA-256."""

    file: str
    digest: str
    is_pdf: bool
    pages: int


def source(file: Path) -> Source:
    """Raises NoPicture where it is none of the formats, is damaged or has no page."""
    with file.open("rb") as stream:
        is_pdf = PDF in stream.read(_HEAD)
        stream.seek(0)
        digest = file_digest(stream, "sha256").hexdigest()
    pages = _pdf_pages(file) if is_pdf else _image_pages(file)
    if not 0 < pages <= MOST_PAGES:
        raise NoPicture(str(file))
    return Source(str(file), digest, is_pdf, pages)


def _pdf_pages(file: Path) -> int:
    try:
        document = pypdfium2.PdfDocument(file)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise NoPicture(str(file)) from error
    try:
        return len(document)
    finally:
        document.close()


@contextmanager
def _unwarned() -> Iterator[None]:
    """What Pillow says of odd metadata means nothing to whoever scanned."""
    with catch_warnings():
        simplefilter("ignore")
        yield


def _image_pages(file: Path) -> int:
    try:
        with _unwarned(), Image.open(file, formats=FORMATS) as image:
            return int(getattr(image, "n_frames", 1))
    except UNREADABLE as error:
        raise NoPicture(str(file)) from error


def picture(given: Source, at: int) -> Grey:
    """The page of a number from 1, its long side at most LONG_SIDE. Raises NoPicture."""
    try:
        with _unwarned():
            return _of_pdf(given.file, at - 1) if given.is_pdf else _of_image(given.file, at - 1)
    except (*UNREADABLE, pypdfium2.PdfiumError) as error:
        raise NoPicture(f"{given.file} {at}") from error


def _of_pdf(file: str, at: int) -> Grey:
    document = pypdfium2.PdfDocument(file)
    try:
        page = document[at]
        width, height = page.get_size()
        if not 0 < min(width, height) <= max(width, height) < 20 * min(width, height):
            raise NoPicture(file)
        scale = LONG_SIDE / max(width, height)
        bitmap = page.render(scale=scale, grayscale=True, optimize_mode="print")
        return np.ascontiguousarray(bitmap.to_numpy().reshape(bitmap.height, bitmap.width), np.uint8).copy()
    finally:
        document.close()


def _of_image(file: str, at: int) -> Grey:
    with Image.open(file, formats=FORMATS) as image:
        if at:
            image.seek(at)
        if image.width * image.height > MOST_PIXELS or min(image.size) < 1:
            raise NoPicture(file)
        image.draft("L", (LONG_SIDE, LONG_SIDE))
        grey = _grey(image)
    if max(grey.size) > LONG_SIDE:
        grey.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.BOX)
    return np.asarray(grey, np.uint8)


def _grey(image: Image.Image) -> Image.Image:
    """Sixteen bits become eight, and what is transparent is paper."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image).astype(np.int64) >> 8).clip(0, _WHITE).astype(np.uint8))
    if "A" in image.getbands() or "transparency" in image.info:
        over = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", over.size, (_WHITE,) * 4), over)
    return image.convert("L")
