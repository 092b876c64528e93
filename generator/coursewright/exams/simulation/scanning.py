"""Printed answer sheets filled in with a pencil, and what a scanner makes of them: one PDF of grey pages."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from io import BytesIO
from random import Random

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from ...press.packages import SIMPLIFIED
from ..layout import Variant
from ..page import RADIUS, Bubble
from ..scanning.printed import Printed
from .filling import Filled, Place, place_of

DPI, INCH = 150, 25.4
MM = DPI / INCH
"""Pixels."""
WHITE, PENCIL, RUBBED = 255, 70, 170
"""Grey of paper, of a mark that is well made, and of one that is faint or was rubbed out."""
COLUMNS, DIGIT = 5.4, 3.9
"""mm from column to column of a number and from its first bubble up to the cell that it is written in."""
WRITTEN, LINE, BESIDE = 4.2, 7.0, 62.0
"""Height of handwriting and from line to line in mm, and how far before a marker's bubbles a word begins."""
LEFT, RIGHT = 28.0, 12.0
"""mm at both sides of a text of one's own."""
ASKEW = 0.5
"""Degrees that a page is turned in the feeder, at most."""
QUALITY = 60


@dataclass(frozen=True)
class Sheet:
    """A candidate's, by its serial. `paler` are further values that are faint, or were rubbed out."""

    serial: int
    filled: Filled
    paler: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Pile:
    """The sheets of a printing, `made` as a PDF."""

    printed: Printed
    made: bytes
    seed: str

    def scanned(self, sheets: Iterable[Sheet]) -> bytes:
        """Every second page of a PDF is the back of the one before, so empty ones are scanned too. One sheet
        lies upside down."""
        document = pypdfium2.PdfDocument(self.made)
        try:
            pages = [
                page for at, sheet in enumerate(sheets) for page in self._pages(document, sheet, at == 2)
            ]
        finally:
            document.close()
        out = BytesIO()
        first, *others = pages
        first.save(out, "PDF", save_all=True, append_images=others, resolution=DPI, quality=QUALITY)
        return out.getvalue()

    @cached_property
    def _first(self) -> dict[int, int]:
        """Serial → its first page of the PDF; each has an even number of pages."""
        found, at = {}, 0
        for serial in self.printed.assigned:
            found[serial] = at
            count = len(self._bubbles(serial))
            at += count + count % 2
        return found

    def _bubbles(self, serial: int) -> Sequence[Sequence[Bubble]]:
        return self.printed.pages[Variant(self.printed.assigned[serial].form, False)]

    def _pages(self, document: pypdfium2.PdfDocument, sheet: Sheet, is_turned: bool) -> Iterator[Image.Image]:
        chance = Random(f"{self.seed} {sheet.serial}")  # noqa: S311  how a page lies is no secret
        for at, bubbles in enumerate(self._bubbles(sheet.serial)):
            page = document[self._first[sheet.serial] + at]
            image = page.render(scale=DPI / 72, grayscale=True).to_pil()
            _fill(image, bubbles, sheet, chance)
            angle = chance.uniform(-ASKEW, ASKEW) + 180 * is_turned
            yield image.rotate(angle, Image.Resampling.BILINEAR, fillcolor=WHITE)


def _fill(image: Image.Image, bubbles: Sequence[Bubble], sheet: Sheet, chance: Random) -> None:
    pen, marks, texts = ImageDraw.Draw(image), sheet.filled.marks, dict(sheet.filled.texts)
    for bubble in bubbles:
        place = place_of(bubble)
        if bubble.value in sheet.paler.get(place, ()):
            _mark(pen, bubble, RUBBED, chance)
        elif bubble.value in marks.get(place, ()):
            _mark(pen, bubble, PENCIL, chance)
            if place.kind == "digit":
                _digit(pen, bubble, bubbles)
        if text := texts.pop(place, ""):
            _write(pen, bubble, text)


def _mark(pen: ImageDraw.ImageDraw, bubble: Bubble, grey: int, chance: Random) -> None:
    """A little beside its middle, and not evenly round."""
    x, y = (at * MM + chance.uniform(-1, 1) for at in (bubble.x, bubble.y))
    wide, tall = (RADIUS * MM * chance.uniform(0.9, 1.02) for _side in range(2))
    pen.ellipse((x - wide, y - tall, x + wide, y + tall), fill=grey)


def _digit(pen: ImageDraw.ImageDraw, bubble: Bubble, bubbles: Sequence[Bubble]) -> None:
    """Above its column, in the cell that is there for it."""
    top = min(each.y for each in bubbles if place_of(each)[1:3] == place_of(bubble)[1:3])
    pen.text((bubble.x * MM, (top - DIGIT - 2.2) * MM), bubble.value, PENCIL, _font(), "mm")


def _write(pen: ImageDraw.ImageDraw, bubble: Bubble, text: str) -> None:
    """A word before its marker's bubbles, a text of one's own from margin to margin."""
    if bubble.entry:
        pen.text(((bubble.x - BESIDE) * MM, (bubble.y - 0.5) * MM), text, PENCIL, _font(), "lm")
        return
    width = (bubble.x - LEFT - RIGHT) * MM
    for at, line in enumerate(_lines(text, width)):
        pen.text((LEFT * MM, (bubble.y + 2 + at * LINE) * MM), line, PENCIL, _font(), "lm")


def _lines(text: str, width: float) -> Iterator[str]:
    """Broken at spaces, and in a script without spaces anywhere."""
    line = ""
    for word in re.findall(r"[!-~]+ ?|.", text):
        if line and _font().getlength(line + word.rstrip()) > width:
            yield line
            line = ""
        line += word
    yield line


@cache
def _font() -> ImageFont.FreeTypeFont:
    files = (file for file in resources.files(SIMPLIFIED).iterdir() if file.name.endswith((".otf", ".ttf")))
    with resources.as_file(next(files)) as path:
        return ImageFont.truetype(path, round(WRITTEN * MM))
