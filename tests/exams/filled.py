"""Answer sheets of a session as candidates fill them in, scanned and read."""

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
from coursewright.exams.scanning.account import STATUSES, Account
from coursewright.exams.scanning.deciding import Decision
from coursewright.exams.scanning.pictures import source
from coursewright.exams.scanning.printed import Printed, printings
from coursewright.exams.scanning.reading import scan_all
from coursewright.exams.scanning.sittings import sittings
from coursewright.exams.sitting import Sitting
from coursewright.exams.store import get

PENCIL = 70
"""Grey of a mark that is well made."""

SPARE = 5
"""The serial of the spare sheet."""
ROSTER = "name,number\nAnn Ash,00101\nBen Birch,00102\nCleo Cedar,00103\nDan Dogwood,00104\n"

Marks = Mapping[tuple[str, int, str, int], Sequence[str]]
"""Kind, number of the question, entry and column → values that are marked."""


@dataclass(frozen=True)
class Pile:
    """The sheets of a session's printing, page by page, as a scanner sees them while they are empty."""

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


def account(sheets: Pile, *files: Path, decisions: dict[str, Decision] | None = None) -> Account:
    spots = sheets.printed.spots
    found = scan_all([source(file) for file in files], spots, lambda _count: None)
    own = get(sheets.root, NAME).session
    return Account(own, {sheets.printed.tag: sheets.printed}, found, decisions or {})


def counted(account: Account) -> dict[str, int]:
    """Every page, with those statuses that some have."""
    found = {status: account.statuses.count(status) for status in STATUSES}
    assert sum(found.values()) == len(account.scanned)
    return {status: count for status, count in found.items() if count}


def some_marks(sheets: Pile, serial: int) -> dict[tuple[str, int, str, int], list[str]]:
    """The second bubble of each row and column, or the only one."""
    found: dict[tuple[str, int, str, int], list[str]] = {}
    for page in (1, 2):
        for bubble in sheets.bubbles(serial, page):
            found.setdefault(place_of(bubble), []).append(bubble.value)
    return {place: values[1:2] or values for place, values in found.items()}


def sat(account: Account) -> Sitting:
    (only,) = sittings(account)
    return only


def spare_marks(sheets: Pile, number: str, form: Sequence[str]) -> dict[tuple[str, int, str, int], list[str]]:
    marks = some_marks(sheets, SPARE)
    marks |= {("number", 0, "", column): [digit] for column, digit in enumerate(number)}
    return marks | {("form", 0, "", 0): [*form]}
