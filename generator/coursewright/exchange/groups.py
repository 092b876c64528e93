"""A column of a table of candidates → the group of each, by their numbers."""

from ..diagnostics import Place, Problem
from .columns import MOST_LOOKED_AT, bare
from .encoding import table
from .roster import HEADERS, narrow
from .sheet import Sheet, Unreadable
from .workbook import sheets

_NUMBERS = {*HEADERS["number"].split()}
_WORKBOOKS = (b"PK", b"\xd0\xcf\x11\xe0")


def read_groups(name: str, raw: bytes, column: str) -> dict[str, str] | Problem:
    """From a workbook or values with commas, of the first shown sheet with numbers of candidates above a
    column and the one that is asked for above another; `name` is what the problem calls the file."""
    try:
        found = sheets(raw) if raw.startswith(_WORKBOOKS) else [table(raw)]
    except Unreadable as reason:
        return Problem("CW1201" if reason.code == "CW1001" else reason.code, Place(name), reason.values)
    known: dict[str, None] = {}
    for sheet in found if found else ():
        for at, row in enumerate(sheet.rows[:MOST_LOOKED_AT] if sheet.shown else ()):
            headers = [bare(cell.text) for cell in row]
            number = next((place for place, header in enumerate(headers) if header in _NUMBERS), None)
            if number is None:
                continue
            if bare(column) in headers:
                return _groups(sheet, at, number, headers.index(bare(column)))
            known |= dict.fromkeys(cell.text for cell in row if cell.text)
    return Problem("CW1607", Place(name), {"column": column, "known": ", ".join(known)})


def _groups(sheet: Sheet, head: int, number: int, column: int) -> dict[str, str]:
    rows = (row for row in sheet.rows[head + 1 :] if len(row) > max(number, column))
    return {narrow(row[number].text): " ".join(row[column].text.split()) for row in rows if row[number].text}
