"""Tables for a spreadsheet as CSV (RFC 4180), safe to open: no cell is taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BORDERS = ";\t\r\n"
"""Where a cell ends for a program that has semicolons between cells, or tabs, or knows no quotation marks."""
_UNSEEN = (
    r"\s\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
"""What programs may cut off before they look whether a cell is a formula."""
_BEFORE_SIGN = re.compile(rf"(?:\A|(?<![;{_UNSEEN}]))[;{_UNSEEN}]*+(?=[-=+@＝＋－＠])")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, for Excel takes it for GBK without one."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([shielded(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue().encode(errors="replace")


def shielded(cell: str) -> str:
    """The cell with an apostrophe before whatever a spreadsheet would calculate (OWASP, CSV injection)."""
    safe = _BEFORE_SIGN.sub(_held, cell)
    return f"'{safe}" if safe.startswith(tuple(_BORDERS[1:])) else safe


def _held(before: re.Match[str]) -> str:
    """What stands before a sign that makes formulas, with an apostrophe where a cell begins."""
    run = before[0]
    begins = max(run.rfind(border) for border in _BORDERS) + 1
    return f"{run[:begins]}'{run[begins:]}" if begins or before.start() == 0 else run
