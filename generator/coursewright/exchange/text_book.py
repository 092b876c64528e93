"""Sheets of texts for other programs: every cell is a text, whatever it looks like."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from ..words import marked as _
from .form_mark import keyword
from .posed import Left

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32767
"""Characters of a cell (Excel's own limit)."""
TOO_LONG = _("texts of more than 32,767 characters, which is all that a cell can hold")

Rows = list[Sequence[str]]


def fitting(texts: Iterable[str]) -> None:
    """Raises Left for a text that no cell can hold."""
    if any(len(text.encode("utf-16-le")) // 2 > LONGEST for text in texts):
        raise Left(TOO_LONG)


def padded(texts: Sequence[str], most: int) -> Sequence[str]:
    return [*texts, *[""] * (most - len(texts))]


def book(sheets: Mapping[str, Rows], moment: datetime, form: str) -> bytes:
    """A workbook of sheets by their names, which is a form or none; the same rows give the same bytes."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": moment, "keywords": keyword(form)})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for name, rows in sheets.items():
        sheet: Worksheet = book.add_worksheet(name)
        sheet.set_column(0, max(len(row) for row in rows), 18, text)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for at, row in enumerate(rows):
            for column, said in enumerate(row):
                if said:
                    sheet.write_string(at, column, said, text)
    book.close()
    return file.getvalue()
