"""A table of candidates → who sits an exam, and where; every problem of it at its cell."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..diagnostics import Place, Problem, SourceString, errors_in
from ..model import seat as seats
from ..model.candidate import Candidate
from ..model.characters import from_windows, named, unfit
from ..words import Words
from ..words import marked as _
from .columns import MOST_LOOKED_AT, bare
from .encoding import table
from .sheet import EMPTY, Cell, Sheet, Unreadable
from .spot import Spot
from .workbook import sheets

HEADERS = {
    "name": "姓名 名字 考生姓名 学员姓名 员工姓名 name fullname candidate",
    "number": "考号 工号 准考证号 考生号 员工号 员工编号 学号 编号 number candidatenumber staffnumber id",
    "department": "单位 部门 所属单位 所在单位 所属部门 机构 department unit organisation organization",
    "room": "考场 考场号 教室 room",
    "seat": "座位 座位号 座号 seat seatnumber",
    "extra": (
        "加时 加时分钟 加时时间 加时时长 延时 延时分钟 延时时间 延时时长 延长 延长分钟 延长时间 延长时长 "
        "额外时间 额外分钟 extraminutes extratime extra additionalminutes additionaltime timeextension"
    ),
}
"""Field → headers without spaces and brackets, in small letters."""
_FIELDS = {header: name for name, headers in HEADERS.items() for header in headers.split()}
_PASSED_OVER = {"序号", "no", "no."}
NEEDED = {"name": _("name"), "number": _("number")}
"""What every candidate has, in English."""

_COMPARED = {"number", "room", "seat", "extra"}

MOST_MINUTES = 600
MOST_TOLD = 12
_NUMBER = re.compile(r"[^\W_][\w./-]{0,31}")
"""Letters and digits of any script; what Excel made of a number that is too long for it has a +."""
_DIGITS = re.compile("[0-9]+")
_WORDS = re.compile(r"[\w－．／]+")
_WORKBOOKS = (b"PK", b"\xd0\xcf\x11\xe0")


def narrow(text: str) -> str:
    """Without what only looks different: full-width letters, digits and hyphens are those of ASCII (NFKC).

    Brackets stay as wide as they were.
    """
    return _WORDS.sub(lambda word: unicodedata.normalize("NFKC", word[0]), text)


def _seen(number: str) -> str:
    """The same for numbers that people take for one: 7 and 007, a1 and A1."""
    return _DIGITS.sub(lambda digits: digits[0].lstrip("0"), number.casefold())


@dataclass
class Roster:
    """Candidates in the order of the file, and what is wrong with it."""

    candidates: list[Candidate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_roster(name: str, raw: bytes, words: Words) -> Roster:
    """The candidates of a workbook or a file of values with commas; `name` is what problems call it."""
    try:
        found = sheets(raw) if raw.startswith(_WORKBOOKS) else [table(raw)]
    except Unreadable as reason:
        code = "CW1201" if reason.code == "CW1001" else reason.code
        return Roster(problems=[Problem(code, Place(name), reason.values)])
    return _Reader(name, words).roster(found)


@dataclass(frozen=True)
class _Columns:
    """Row of the headers, from 0, and the columns by field."""

    row: int
    fields: dict[str, int]
    unknown: list[int]
    repeated: list[int]


class _Reader:
    def __init__(self, name: str, words: Words) -> None:
        self._name = name
        self._words = words
        self._roster = Roster()
        self._numbers: dict[str, list[Spot]] = {}
        self._seats: dict[tuple[str, object], list[Spot]] = {}
        self._unseated: dict[str, list[Spot]] = {}
        self._rowless: dict[str, list[Spot]] = {}
        self._rowed: dict[str, Spot] = {}

    def roster(self, found: Iterable[Sheet]) -> Roster:
        headed = [(sheet, _columns(sheet) if sheet.shown else None) for sheet in found]
        for sheet, columns in headed:
            if columns:
                self._sheet(sheet, columns)
            elif sheet.is_table or not sheet.shown:
                self._tell("CW1208", Spot(Place(self._name), sheet.name), sheet=sheet.name or self._name)
        self._tell_unseated()
        self._tell_rowless()
        self._tell_shared()
        if not self._roster.candidates and not errors_in(self._roster.problems):
            self._roster.problems.append(Problem("CW1202", Place(self._name)))
        return self._roster

    def _sheet(self, sheet: Sheet, columns: _Columns) -> None:
        self._tell_columns(sheet, columns)
        rows = [_Row(self._name, sheet, columns, at) for at in range(columns.row + 1, len(sheet.rows))]
        told = [row for row in rows if not row.is_empty]
        if hidden := [row for row in told if row.at + 1 in sheet.hidden]:
            numbers = ", ".join(str(row.at + 1) for row in hidden[:MOST_TOLD]) + " …" * (
                len(hidden) > MOST_TOLD
            )
            self._tell("CW1211", hidden[0].spot_of("name"), rows=numbers)
        for row in told:
            self._candidate(row)

    def _tell_columns(self, sheet: Sheet, columns: _Columns) -> None:
        head = _Row(self._name, sheet, columns, columns.row)
        for column in columns.repeated:
            self._tell("CW1017", head.spot(column), column=head.cell(column).text)
        for column in columns.unknown:
            self._tell("CW1207", head.spot(column), column=head.cell(column).text)

    def _candidate(self, row: "_Row") -> None:
        before = len(self._roster.problems)
        for name in row.columns.fields:
            if fault := row.field(name).fault:
                self._tell(fault[0], row.spot_of(name), **fault[1])
            elif char := unfit(row.field(name).text):
                self._tell("CW0115", row.spot_of(name), character=named(char), near=from_windows(char))
        self._tell_missing(row)
        self._tell_wrong(row)
        if not errors_in(self._roster.problems[before:]):
            texts = {name: " ".join(row.text(name).split()) for name in (*HEADERS,) if name != "extra"}
            self._roster.candidates.append(Candidate(**texts, extra=int(row.text("extra") or 0)))

    def _tell_missing(self, row: "_Row") -> None:
        for name, what in NEEDED.items():
            if row.field(name).is_empty:
                self._tell("CW1203", row.spot_of(name), what=SourceString(what))

    def _tell_wrong(self, row: "_Row") -> None:
        number, minutes = row.text("number"), row.text("extra")
        if not _NUMBER.fullmatch(number) and number and not unfit(number):
            self._tell("CW1209", row.spot_of("number"), found=number)
        elif number:
            self._numbers.setdefault(_seen(number), []).append(row.spot_of("number"))
        if minutes and not (minutes.isascii() and minutes.isdigit() and int(minutes[:9]) <= MOST_MINUTES):
            self._tell("CW1206", row.spot_of("extra"), found=minutes, most=MOST_MINUTES)
        self._seat(row, row.text("room"), row.text("seat"))

    def _seat(self, row: "_Row", room: str, seat: str) -> None:
        if not seat:
            self._unseated.setdefault(room, []).append(row.spot_of("seat" if row.has("seat") else "name"))
            return
        spot = row.spot_of("seat")
        self._seats.setdefault((room, seats.place(seat)), []).append(spot)
        if seats.spot(seat):
            self._rowed.setdefault(room, spot)
        elif seats.is_planned(seat):
            self._rowless.setdefault(room, []).append(spot)
        else:
            self._tell("CW1213", spot, seat=seat)

    def _tell_shared(self) -> None:
        """What two candidates have, at both of them."""
        for spots in self._numbers.values():
            self._tell_each(spots, lambda one, other: "CW1204" if one == other else "CW1212")
        for spots in self._seats.values():
            self._tell_each(spots, lambda _one, _other: "CW1205")

    def _tell_each(self, spots: list[Spot], code: Callable[[str, str], str]) -> None:
        """With the first of the others."""
        for at, spot in enumerate(spots if len(spots) > 1 else ()):
            other = spots[0 if at else 1]
            own, its = narrow(spot.text), narrow(other.text)
            self._tell(code(own, its), spot, found=own, other=its, row=other.place.line)

    def _tell_unseated(self) -> None:
        """A room where some have seats and others have none cannot be planned."""
        seated = {room for room, _seat in self._seats}
        for room, spots in self._unseated.items():
            for spot in spots if room in seated else ():
                self._tell("CW1210", spot)

    def _tell_rowless(self) -> None:
        """Seats by number alone make no plan of a room where others say their row."""
        for room, spots in self._rowless.items():
            for spot in spots if room in self._rowed else ():
                self._tell("CW1214", spot, seat=narrow(spot.text), other=narrow(self._rowed[room].text))

    def _tell(self, code: str, spot: Spot, **values: object) -> None:
        self._roster.problems.append(spot.problem(code, self._words, **values))


@dataclass(frozen=True)
class _Row:
    """A row of a sheet by the names of its columns; `at` counts from 0."""

    name: str
    sheet: Sheet
    columns: _Columns
    at: int

    @property
    def is_empty(self) -> bool:
        return all(self.field(name).is_empty for name in self.columns.fields)

    def has(self, name: str) -> bool:
        return name in self.columns.fields

    def field(self, name: str) -> Cell:
        return self.cell(self.columns.fields[name]) if self.has(name) else EMPTY

    def text(self, name: str) -> str:
        """Of a field; of what is compared without what only looks different."""
        text = self.field(name).text
        return narrow(text) if name in _COMPARED else text

    def cell(self, column: int, at: int | None = None) -> Cell:
        row = self.sheet.rows[self.at if at is None else at]
        return row[column] if column < len(row) else EMPTY

    def spot_of(self, name: str) -> Spot:
        return self.spot(self.columns.fields[name])

    def spot(self, column: int) -> Spot:
        place = Place(self.name, self.at + 1, column + 1)
        return Spot(place, self.sheet.name, self.cell(column, self.columns.row).text, self.cell(column).text)


def _columns(sheet: Sheet) -> _Columns | None:
    """The first row of headers that has those that are needed."""
    rows = (_read(at, row) for at, row in enumerate(sheet.rows[:MOST_LOOKED_AT]))
    return next((found for found in rows if found.fields.keys() >= {*NEEDED}), None)


def _read(at: int, row: list[Cell]) -> _Columns:
    found = _Columns(at, {}, [], [])
    for column, cell in enumerate(row):
        _place(found, column, bare(cell.text))
    return found


def _place(found: _Columns, column: int, header: str) -> None:
    name = _FIELDS.get(header)
    if name in found.fields:
        found.repeated.append(column)
    elif name:
        found.fields[name] = column
    elif header and header not in _PASSED_OVER:
        found.unknown.append(column)
