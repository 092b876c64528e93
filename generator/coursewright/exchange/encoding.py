"""Bytes of a text file → text, in whichever of the encodings that such files come in."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from .sheet import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, Unreadable, cell

MOST_BYTES = 8 * 1024 * 1024


_GUARD = re.compile(r"(?:\A|(?<=[;\t\r\n]))'(?=[;\s]*[-=+@＝＋－＠]|[\t\r\n])")
"""An apostrophe where a spreadsheet would calculate (OWASP, CSV injection), as our own tables have it."""


def unguarded(cell: str) -> str:
    """What a cell says that was made safe to open."""
    return _GUARD.sub("", cell)


def text_of(raw: bytes) -> str:
    """UTF-8, UTF-16 with a byte order mark, or GB 18030, which GBK is part of. Raises Unreadable."""
    if len(raw) > MOST_BYTES:
        raise Unreadable("CW1004", {"most": f"{MOST_BYTES // 1024 // 1024} MiB"})
    if raw.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        return _decoded(raw, "utf-16")
    try:
        return raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError:
        return _decoded(raw, "gb18030")


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        raise Unreadable("CW1001") from problem
    if "\0" in text:
        raise Unreadable("CW1001")
    return text


def table(raw: bytes) -> Sheet:
    """A file of values with commas, semicolons or tabs between (RFC 4180) as a sheet. Raises Unreadable."""
    text = text_of(raw)
    if "\0" in text:
        raise Unreadable("CW1001")
    first = text.lstrip().split("\n", 1)[0]
    between = max(",;\t", key=first.count)
    rows: list[list[Cell]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=between):
            rows.append([cell(unguarded(value)) for value in row])
    except csv.Error as problem:
        if not str(problem).startswith("field larger"):
            raise Unreadable("CW1001") from problem
        most = f"{csv.field_size_limit():,}"
        raise Unreadable("CW1044", {"most": most}, (len(rows) + 1, 1)) from problem
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise Unreadable("CW1004", {"most": f"{MOST_ROWS:,} × {MOST_COLUMNS}"})
    return Sheet("", rows)
