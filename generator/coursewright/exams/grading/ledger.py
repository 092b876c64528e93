"""The trainer's list of results, for Excel and WPS and as CSV: 007 stays 007, no cell is a formula."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...press.cells import csv_bytes
from ...words import Words
from .grading import Graded
from .standing import Parts, Standing

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | float | int
XLSX, CSV = "results.xlsx", "results.csv"
_NARROW, _WIDE = 10, 18


def ledgers(graded: Graded, words: Words) -> dict[str, bytes]:
    """Both by the names of their files; the same results give the same bytes."""
    head, rows = heading(graded, words), [*ledger(graded, words)]
    texts = [[_text(cell) for cell in row] for row in rows]
    return {XLSX: _workbook(graded, head, rows, words), CSV: csv_bytes([head, *texts])}


def heading(graded: Graded, words: Words) -> list[str]:
    session = graded.kept.session
    named = (
        words("Rank"), words("Number"), words("Name"), words("Department"), words("Room"), words("Form"),
        words("Points"), words("Out of"), words("Percent"), words("Result"),
    )  # fmt: skip
    parts = (
        *(words("{title} %").format(title=session.chapters.get(id, id)) for id in _chapters(graded)),
        *(words("{title} %").format(title=session.competencies.get(id, id)) for id in _competencies(graded)),
    )
    return [*named, *parts, words("Receipt"), words("Came from")]


def ledger(graded: Graded, words: Words) -> Iterator[list[Cell]]:
    """A row a candidate by rank, and then those of whom nothing counts."""
    chapters, competencies = _chapters(graded), _competencies(graded)
    for one in graded.standings:
        yield [
            one.rank, one.candidate, one.name, one.department, one.room, one.form,
            round(one.points, 2), one.worth, one.percent, result(one, words),
            *_shares(one.chapters, chapters), *_shares(one.competencies, competencies),
            one.receipt, one.origin,
        ]  # fmt: skip
    others = ((graded.outcome.undecided, words("nothing counts")), (graded.outcome.absent, words("absent")))
    for people, said in others:
        for person in people:
            empty: list[Cell] = [""] * (len(chapters) + len(competencies) + 2)
            yield [
                "", person.number, person.name, person.department, person.room, "",
                "", "", "", said, *empty,
            ]  # fmt: skip


def result(one: Standing, words: Words) -> str:
    if one.passed is None:
        return words("not yet marked")
    return words("passed") if one.passed else words("not passed")


def _chapters(graded: Graded) -> list[str]:
    used = {item.chapter for item in graded.kept.session.items.values()}
    return [id for id in graded.kept.session.chapters if id in used]


def _competencies(graded: Graded) -> list[str]:
    used = {id for item in graded.kept.session.items.values() for id in item.model.competencies}
    return [id for id in graded.kept.session.competencies if id in used]


def _shares(parts: Parts, ids: Sequence[str]) -> list[Cell]:
    """Percent of each; empty where the candidate's form has nothing of it."""
    return [parts[id].percent if id in parts and parts[id].worth else "" for id in ids]


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:g}"


def _workbook(graded: Graded, head: Sequence[str], rows: Sequence[Sequence[Cell]], words: Words) -> bytes:
    from datetime import datetime

    from xlsxwriter import Workbook

    session, file = graded.kept.session, io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(file, settings)
    made = datetime.fromisoformat(graded.kept.entries[0].at[: len("2000-01-01")])
    book.set_properties({"title": session.blueprint.title, "author": session.course, "created": made})
    sheet = book.add_worksheet(words("Results"))
    _fill(book, sheet, head, rows)
    book.close()
    return file.getvalue()


def _fill(book: "Workbook", sheet: "Worksheet", head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    bold = book.add_format({"bold": True, "bg_color": "#F7F5F0", "border": 1, "text_wrap": True})
    text = book.add_format({"num_format": "@"})
    for column, title in enumerate(head):
        sheet.write_string(0, column, title, bold)
        sheet.set_column(column, column, _WIDE if column in (2, 3) else _NARROW)
    for at, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(at, column, cell, text)
            else:
                sheet.write_number(at, column, cell)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, len(rows), len(head) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
