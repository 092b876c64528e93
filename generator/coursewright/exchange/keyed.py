"""A table of answers that somebody keyed in → what it says of each candidate; a row a candidate.

Columns: the candidate's number (考号), the form (卷别), and a column a question under its number on the form:
`1`, `第1题`, `Q1`; `4.2`, `4(2)` for the second gap of question 4; `9分` for points that a marker gave.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from ..diagnostics import Place, Problem
from ..model.filled import Filled, Label, Written
from ..words import Words
from .columns import MOST_LOOKED_AT
from .encoding import table
from .roster import narrow
from .sheet import EMPTY, Cell, Sheet, Unreadable
from .spot import Spot
from .workbook import sheets

HEADERS = {
    "number": "考号 准考证号 考生号 工号 员工号 学号 number candidatenumber candidate staffnumber",
    "name": "姓名 考生姓名 name",
    "form": "卷别 试卷 卷 卷型 a/b卷 form",
    "session": "场次 考试场次 考试 session",
    "began": "开始时间 开考时间 began start",
    "ended": "交卷时间 提交时间 结束时间 ended submitted end",
}
"""Field → headers without spaces, in small letters."""
_FIELDS = {header: field for field, headers in HEADERS.items() for header in headers.split()}
_PASSED_OVER = {"序号", "no", "no.", "单位", "部门", "考场", "座位", "department", "room", "seat"}
_QUESTION = re.compile(
    r"(?:第|q|question)?([1-9][0-9]{0,2})题?(?:[.\-_(第]([1-9][0-9]?)\)?(?:空|题)?)?(分|得分|points?|marks?)?"
)
MOST_TOLD = 12
WORKBOOKS = (b"PK", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class _Columns:
    row: int
    fields: dict[str, int]
    labels: dict[Label, int]
    unknown: list[int]
    repeated: list[int]


def read_keyed(name: str, raw: bytes, words: Words) -> tuple[list[Filled], list[Problem]]:
    """Rows of a workbook or a file of values with commas; `name` is what problems call it."""
    try:
        found = sheets(raw) if raw.startswith(WORKBOOKS) else [table(raw)]
    except Unreadable as reason:
        code = "CW1501" if reason.code == "CW1001" else reason.code
        return [], [Problem(code, Place(name, *reason.place), reason.values)]
    reader = _Reader(name, words)
    rows = [row for sheet in found for row in reader.rows(sheet)]
    if not rows and not reader.problems:
        reader.problems.append(Problem("CW1502", Place(name)))
    return rows, reader.problems


class _Reader:
    def __init__(self, name: str, words: Words) -> None:
        self._name = name
        self._words = words
        self.problems: list[Problem] = []

    def rows(self, sheet: Sheet) -> Iterator[Filled]:
        columns = _columns(sheet) if sheet.shown else None
        if columns is None:
            if sheet.is_table or not sheet.shown:
                self.problems.append(
                    Problem("CW1503", Place(self._name), {"sheet": sheet.name or self._name})
                )
            return
        for at in columns.repeated:
            self._tell("CW1017", self._spot(sheet, columns, columns.row, at))
        for at in columns.unknown:
            self._tell("CW1504", self._spot(sheet, columns, columns.row, at))
        told = [
            at
            for at in range(columns.row + 1, len(sheet.rows))
            if any(not _cell(sheet, at, column).is_empty for column in _all(columns))
        ]
        if hidden := [at + 1 for at in told if at + 1 in sheet.hidden]:
            rows = ", ".join(map(str, hidden[:MOST_TOLD])) + " …" * (len(hidden) > MOST_TOLD)
            self.problems.append(Problem("CW1525", Place(self._name, hidden[0]), {"rows": rows}))
        for at in told:
            yield self._row(sheet, columns, at)

    def _row(self, sheet: Sheet, columns: _Columns, at: int) -> Filled:
        fields = {name: _cell(sheet, at, column) for name, column in columns.fields.items()}
        for column in _all(columns):
            if fault := _cell(sheet, at, column).fault:
                spot = self._spot(sheet, columns, at, column)
                self.problems.append(spot.problem(fault[0], self._words, **fault[1]))
        answers = {
            label: self._written(self._spot(sheet, columns, at, column))
            for label, column in columns.labels.items()
            if not _cell(sheet, at, column).is_empty
        }
        texts = {name: narrow(" ".join(cell.text.split())) for name, cell in fields.items()}
        begins = self._written(self._spot(sheet, columns, at, columns.fields["number"]))
        return Filled(at=begins, answers=answers, **texts)

    def _written(self, spot: Spot) -> Written:
        return Written(spot.text, spot.place.line, spot.place.column, spot.said(self._words))

    def _spot(self, sheet: Sheet, columns: _Columns, at: int, column: int) -> Spot:
        place = Place(self._name, at + 1, column + 1)
        header = _cell(sheet, columns.row, column).text
        return Spot(place, sheet.name, header, _cell(sheet, at, column).text)

    def _tell(self, code: str, spot: Spot) -> None:
        self.problems.append(spot.problem(code, self._words, column=spot.header))


def _cell(sheet: Sheet, row: int, column: int) -> Cell:
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else EMPTY


def _all(columns: _Columns) -> Iterable[int]:
    return (*columns.fields.values(), *columns.labels.values())


def _columns(sheet: Sheet) -> _Columns | None:
    """The first row that has a header for the number and one for a question at least."""
    found = (_read(at, row) for at, row in enumerate(sheet.rows[:MOST_LOOKED_AT]))
    return next((each for each in found if "number" in each.fields and each.labels), None)


def _read(at: int, row: Sequence[Cell]) -> _Columns:
    found = _Columns(at, {}, {}, [], [])
    for column, cell in enumerate(row):
        name = "".join(normalize("NFKC", cell.text).lower().split())
        field, label = _FIELDS.get(name), label_of(name)
        if field in found.fields or label in found.labels:
            found.repeated.append(column)
        elif field:
            found.fields[field] = column
        elif label:
            found.labels[label] = column
        elif name and name not in _PASSED_OVER:
            found.unknown.append(column)
    return found


def label_of(header: str) -> Label | None:
    """The question that a header names, in small letters and without spaces."""
    match = _QUESTION.fullmatch(header)
    return Label(match[1], match[2] or "", bool(match[3])) if match else None
