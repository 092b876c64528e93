"""An Excel workbook (ECMA-376, .xlsx) → sheets of texts.

A number is what its cell shows, `3` for 3.0 and `007` under the format 000, if that is known.
A formula is its stored result. A date has no text that anybody meant, so it is told.
"""

import re
import warnings
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING, Any

from . import face
from .bold import bold
from .number_format import plain, shown
from .package import Package
from .sheet import EMPTY, MOST_COLUMNS, MOST_ROWS, Cell, Sheet, Unreadable, cell
from .spot import number

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as Found
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

MOST_CELLS = 400_000
"""Of all sheets together, empty ones that have a look of their own and merged ones included."""

_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell[^>]{0,200}?ref=[\"']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")

_CONTROL = re.compile(r"_x(00[01][0-9A-Fa-f])_")
"""A character that XML cannot hold, such as _x000D_ for the end of a line (ECMA-376 part 1, 22.9.2.19).

Others nobody needs to write so, and openpyxl does not keep apart what only looks like it.
"""


def sheets(raw: bytes) -> list[Sheet]:
    """The sheets of a workbook, of those that are hidden the names. Raises Unreadable."""
    package = Package(raw)
    _bounded(package)
    pictures = sum(name.startswith("xl/media/") for name in package.names)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of every extension that it drops
            return [replace(sheet, pictures=pictures) for sheet in _sheets(raw)]
    except Unreadable:
        raise
    except Exception as problem:  # whatever openpyxl meets in a part that Excel never wrote
        raise Unreadable("CW1001") from problem


def _bounded(package: Package) -> None:
    """Raises Unreadable before openpyxl makes an object of every cell."""
    parts = package.matching(r"xl/worksheets/[^/]+\.xml")
    if not parts:
        raise Unreadable("CW1001")
    if sum(_count(part) for part in parts) > MOST_CELLS:
        raise Unreadable("CW1004", {"most": f"{MOST_CELLS:,}"})


def _count(part: bytes) -> int:
    merged = sum(
        (abs(number(right.decode()) - number(left.decode())) + 1) * (abs(int(bottom) - int(top)) + 1)
        for left, top, right, bottom in _MERGED.findall(part)
    )
    return len(_CELL.findall(part)) + merged


def _sheets(raw: bytes) -> list[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(raw), keep_links=False, rich_text=True)
    results: Workbook | None = None
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet not in shown and _has_text(sheet)]
    if any(found.data_type == "f" for sheet in shown for found in sheet._cells.values()):
        results = load_workbook(BytesIO(raw), keep_links=False, data_only=True)
    read = [_sheet(sheet, results[sheet.title] if results else None) for sheet in shown]
    return [*read, *(Sheet(name, [], shown=False) for name in hidden)]


def _has_text(sheet: "Worksheet") -> bool:
    return any(found.value is not None for found in sheet._cells.values())


def _sheet(sheet: "Worksheet", results: "Worksheet | None") -> Sheet:
    found: dict[tuple[int, int], Cell] = {}
    for place, each in sheet._cells.items():
        if not (text := _cell(each, results)).is_empty:
            found[place] = text
    merged = [area for area in sheet.merged_cells.ranges if (area.min_row, area.min_col) in found]
    for area in merged:
        first = found[area.min_row, area.min_col]
        found.update({(row, area.min_col): first for row in range(area.min_row, area.max_row + 1)})
    if any(row > MOST_ROWS or column > MOST_COLUMNS for row, column in found):
        raise Unreadable("CW1004", {"most": f"{MOST_ROWS:,} × {MOST_COLUMNS}"})
    height, width = (max((place[at] for place in found), default=0) for at in (0, 1))
    rows = [[found.get((row, at), EMPTY) for at in range(1, width + 1)] for row in range(1, height + 1)]
    hidden = frozenset(row for row, look in sheet.row_dimensions.items() if look.hidden)
    areas = tuple(sorted((area.max_row, area.coord) for area in merged))
    return Sheet(sheet.title, rows, hidden, merged=areas)


def _cell(found: "Found", results: "Worksheet | None") -> Cell:
    value: Any = found.value
    if found.data_type == "f" and results is not None:
        result = results.cell(found.row, found.column)
        if result.value is None:
            return Cell(fault=("CW1012", {"found": str(getattr(value, "text", value))}))
        value = result.value
        if result.data_type == "e":
            return Cell(fault=("CW1043", {"found": str(value)}))
    elif found.data_type == "e":
        return Cell(fault=("CW1043", {"found": str(value)}))
    if isinstance(value, list):
        return _rich([(_plain(str(run)), getattr(run, "font", found.font)) for run in value])
    said = _text(value, str(found.number_format or ""))
    return _rich([(said.text, found.font)]) if said.text and not said.fault and found.has_style else said


def _rich(runs: "list[tuple[str, Font | InlineFont]]") -> Cell:
    """A text of runs, each with a look of its own or with that of its cell."""
    read, lost = face.read((text, _face(font)) for text, font in runs)
    whole = cell("".join(text for text, _ in read))
    return replace(whole, bold=bold(read), fault=("CW1045", {"found": lost}) if lost else None)


def _face(font: "Font | InlineFont") -> face.Face:
    level = font.vertAlign if font.vertAlign in (face.RAISED, face.LOWERED) else ""
    return face.Face(bool(font.b), level, bool(font.strike))


def _text(value: Any, style: str) -> Cell:
    if value is None:
        return EMPTY
    if isinstance(value, date | datetime | time | timedelta):
        return Cell(fault=("CW1011", {"found": str(value).removesuffix(" 00:00:00")}))
    if isinstance(value, bool):
        return Cell(str(value).upper())
    if isinstance(value, float) and not isfinite(value):
        return Cell(fault=("CW1032", {}))
    if isinstance(value, int | float):
        if (text := shown(value, style)) is not None:
            return Cell(text)
        return Cell(text := plain(value), ("CW1042", {"format": style, "found": text}))
    return cell(_plain(str(value)))


def _plain(text: str) -> str:
    """A text with the characters that are written by number; lines end as in sources."""
    said = _CONTROL.sub(lambda found: chr(int(found[1], 16)), text)
    return said.replace("\r\n", "\n").replace("\r", "\n")
