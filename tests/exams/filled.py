"""Answer sheets as candidates fill them in, and what scanners, copiers and phones make of them."""

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw
from scanned import MM, Grey, pages
from sessions import NAME

from coursewright.commands.main import run
from coursewright.exams.layout import Variant
from coursewright.exams.page import RADIUS, Bubble
from coursewright.exams.printing import SHEETS_FILE
from coursewright.exams.scanning.printed import Printed, printings
from coursewright.exams.store import get

PENCIL = 70
"""Grey of a mark that is well made."""

ROSTER = "name,number\nAnn Ash,00101\nBen Birch,00102\nCleo Cedar,00103\nDan Dogwood,00104\n"

Marks = Mapping[tuple[str, int, str, int], Sequence[str]]
"""Kind, number of the question, entry and column → values that are marked."""


@dataclass(frozen=True)
class Pile:
    """The sheets of a session's printing, page by page, as they come out of a scanner while they are empty."""

    root: Path
    printed: Printed
    blank: list[tuple[int, int, Grey]]
    """Serial, page, picture."""

    @property
    def serials(self) -> list[int]:
        return sorted({serial for serial, _page, _grey in self.blank})

    def variant(self, serial: int) -> Variant:
        if serial in self.printed.assigned:
            return Variant(self.printed.assigned[serial].form, False)
        return Variant(self.printed.spare[serial], True)

    def bubbles(self, serial: int, page: int) -> Sequence[Bubble]:
        return self.printed.pages[self.variant(serial)][page - 1]

    def sheet(self, serial: int, marks: Marks, pencil: int = PENCIL) -> list[Grey]:
        """The pages of a sheet, filled in."""
        return [
            filled(grey, chosen(self.bubbles(serial, page), marks), pencil)
            for own, page, grey in self.blank
            if own == serial
        ]


def pile(root: Path, spare: int = 1) -> Pile:
    """Of a course with a session: four candidates and spare sheets."""
    roster = root / "roster.csv"
    roster.write_text(ROSTER, "utf-8")
    asked = ["exam", "sheets", NAME, "--roster", str(roster), "--spare", str(spare), "--by", "Ann"]
    assert run([*asked, "--course", str(root)]) == 0
    kept = get(root, NAME)
    (printed,) = printings(kept).values()
    made = pages((kept.folder / "sheets" / SHEETS_FILE).read_bytes())
    order = [(serial, printed.assigned[serial].form, False) for serial in printed.assigned]
    order += [(serial, form, True) for serial, form in printed.spare.items()]
    blank, at = [], 0
    for serial, form, is_spare in order:
        count = len(printed.pages[Variant(form, is_spare)])
        blank += [(serial, page + 1, made[at + page]) for page in range(count)]
        at += count + count % 2
    return Pile(root, printed, blank)


def chosen(bubbles: Sequence[Bubble], marks: Marks) -> list[Bubble]:
    return [each for each in bubbles if each.value in marks.get(place_of(each), ())]


def place_of(bubble: Bubble) -> tuple[str, int, str, int]:
    return bubble.kind, bubble.number, bubble.entry, bubble.column


def filled(grey: Grey, bubbles: Sequence[Bubble], pencil: int = PENCIL, mm: float = MM) -> Grey:
    """A pencil darkens what is there, a little over the line and not evenly."""
    drawn = Image.new("L", (grey.shape[1], grey.shape[0]), 255)
    pen = ImageDraw.Draw(drawn)
    for each in bubbles:
        x, y, r = each.x * mm, each.y * mm, RADIUS * 0.97 * mm
        pen.ellipse((x - r, y - r, x + r, y + r), fill=pencil)
    chance = np.random.default_rng(len(bubbles))
    marked = np.asarray(drawn).astype(np.int16)
    grain = chance.integers(-12, 13, grey.shape, dtype=np.int16) * (marked < 255)
    return np.minimum(grey, (marked + grain).clip(0, 255)).astype(np.uint8)


def scaled(grey: Grey, dpi: int) -> Grey:
    size = round(grey.shape[1] * dpi / 200), round(grey.shape[0] * dpi / 200)
    return np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BOX))


def one_bit(grey: Grey) -> Grey:
    return np.where(grey < 128, 0, 255).astype(np.uint8)


def jpeg(grey: Grey, quality: int) -> bytes:
    made = io.BytesIO()
    Image.fromarray(grey).save(made, "JPEG", quality=quality)
    return made.getvalue()


def squeezed(grey: Grey) -> Grey:
    return np.asarray(Image.open(io.BytesIO(jpeg(grey, 20))))


def torn(grey: Grey, corner: str = "bottom-right", size: float = 24) -> Grey:
    """Without a corner, whose legs are `size` mm: what is behind is black."""
    rows, columns = np.indices(grey.shape)
    down = grey.shape[0] - 1 - rows if corner.startswith("bottom") else rows
    across = grey.shape[1] - 1 - columns if corner.endswith("right") else columns
    return np.where(down + across < size * MM, 20, grey).astype(np.uint8)


def lined(grey: Grey, x: float = 60) -> Grey:
    """A black line down the page, as a hair on the scanner's glass makes it."""
    made = grey.copy()
    made[:, int(x * MM) : int((x + 0.5) * MM)] = 0
    return made


def skewed(grey: Grey, degrees: float) -> Grey:
    return np.asarray(Image.fromarray(grey).rotate(degrees, Image.Resampling.BILINEAR, True, fillcolor=255))


def photographed(grey: Grey, seed: int = 0) -> Grey:
    """By a phone, from a side, on a dark table, with light that falls off."""
    height, width = grey.shape
    chance = np.random.default_rng(seed)
    wide, tall = round(width * 1.15), round(height * 1.12)
    shift = chance.uniform(0.0, 0.05, (4, 2)) * (width, height)
    left, top = wide * 0.05, tall * 0.04
    corners = np.array(
        [
            (left + shift[0, 0], top + shift[0, 1]),
            (left + width - shift[1, 0], top + shift[1, 1]),
            (left + width - shift[2, 0], top + height - shift[2, 1]),
            (left + shift[3, 0], top + height - shift[3, 1]),
        ]
    )
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], float)
    rows = []
    for (x, y), (u, v) in zip(corners, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    back = np.linalg.solve(np.array(rows), source.ravel())
    made = Image.fromarray(grey).transform(
        (wide, tall), Image.Transform.PERSPECTIVE, tuple(back), Image.Resampling.BILINEAR, fillcolor=60
    )
    down, across = np.mgrid[0 : 1 : tall * 1j, 0 : 1 : wide * 1j]
    light = 0.95 - 0.35 * across - 0.15 * down
    noise = chance.normal(0, 4, (tall, wide))
    return (np.asarray(made) * light + noise).clip(0, 255).astype(np.uint8)


def save(file: Path, made: Sequence[Grey]) -> Path:
    """One file of many pages, as its name says: PDF or TIFF; PNG and JPEG hold the first."""
    first, *others = map(Image.fromarray, made)
    if file.suffix in (".pdf", ".tif", ".tiff"):
        first.save(file, save_all=True, append_images=others, resolution=200)
    else:
        first.save(file)
    return file


def scan(pile: Pile, *files: Path, options: Sequence[str] = ("--by", "Ann")) -> int:
    return run(["exam", "scan", NAME, *map(str, files), *options, "--course", str(pile.root)])


def kept(pile: Pile) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((get(pile.root, NAME).folder / "scans/readings.json").read_bytes())
    return found
