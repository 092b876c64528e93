"""Tables as an Excel workbook: texts, so that none is a formula, and counts; its only date is given."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Row = Sequence[str | int]


@dataclass(frozen=True)
class Sheet:
    """A table with its heading in the first row; the last of the `widths`, in characters, is for the rest."""

    name: str
    rows: Sequence[Row]
    widths: tuple[int, ...]


def workbook(sheets: Sequence[Sheet], title: str, author: str, created: object) -> bytes:
    """The same tables of the same moment, a datetime, give the same bytes."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"title": title, "author": author, "created": created})
    for sheet in sheets:
        _add(book, sheet)
    book.close()
    return file.getvalue()


def _add(book: "Workbook", table: Sheet) -> None:
    """Heading and first column are always in sight; on A4 all columns are on one page."""
    sheet = book.add_worksheet(table.name)
    plain_cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#8A949A"}
    head = book.add_format({**plain_cell, "bold": True, "bg_color": "#F7F5F0"})
    cell = book.add_format(plain_cell)
    for at, row in enumerate(table.rows):
        for column, said in enumerate(row):
            write = sheet.write_number if isinstance(said, int) else sheet.write_string
            write(at, column, said, cell if at and column else head)
    last = len(table.rows[0]) - 1
    for column in range(last + 1):
        sheet.set_column(column, column, table.widths[min(column, len(table.widths) - 1)])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows) - 1, last)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
