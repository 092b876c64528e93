"""Tables for a spreadsheet as CSV (RFC 4180), safe to open: no cell is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, for Excel takes it for GBK without one."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([shielded(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue().encode(errors="replace")


def shielded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would calculate (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
