"""Rosters: read from whatever a trainer has, and every problem told at its cell, all at once."""

from io import BytesIO

import pytest
from importing import table
from openpyxl import Workbook

from coursewright.diagnostics import as_text, in_order
from coursewright.diagnostics.codes import RULES
from coursewright.exchange.roster import Roster, read_roster
from coursewright.model.candidate import Candidate
from snapshots import assert_kept
from trees import CHINESE, ENGLISH

HEAD = ("姓名", "考号", "单位", "考场", "座位", "加时（分钟）")
ROW = ("张三", "007", "城东", "一", "3", "30")
ZHANG = Candidate("张三", "007", "城东", "一", "3", 30)


def read(raw: bytes, name: str = "a.csv") -> Roster:
    return read_roster(name, raw, ENGLISH)


def codes(raw: bytes, name: str = "a.csv") -> list[str]:
    found = in_order(read(raw, name).problems)
    return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in found]


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        table(HEAD, ROW),
        b"\xef\xbb\xbf" + table(HEAD, ROW),
        table(HEAD, ROW).decode().encode("gb18030"),
        table(("名单",), ("", ""), HEAD, ROW),
        table(HEAD, ROW).replace(b",", b";"),
        workbook(HEAD, (*ROW[:5], 30)),
        table(("Name", "Candidate number", "Department", "Room", "Seat", "Extra minutes"), ROW),
    ],
    ids=["utf-8", "utf-8 with a mark", "gb18030", "below a title", "semicolons", "workbook", "English"],
)
def test_a_candidate_is_read(raw: bytes) -> None:
    assert read(raw) == Roster([ZHANG])


@pytest.mark.parametrize(
    "header",
    [
        "加时",
        "加时（分钟）",
        "延长分钟",
        "延长时间（分）",
        "延时",
        "延时分钟",
        "额外时间",
        "extra minutes",
        "Extra time (min)",
        "Time extension",
    ],
)
def test_extra_time_has_many_names(header: str) -> None:
    assert read(table((*HEAD[:5], header), ROW)) == Roster([ZHANG])


def test_what_is_left_out_is_empty() -> None:
    assert read(table(("工号", "姓名"), ("1", "A"), ("", ""), ("2", "B"))) == Roster(
        [Candidate("A", "1"), Candidate("B", "2")]
    )


def test_a_name_is_one_line() -> None:
    assert read(table(HEAD[:2], ("张\n三  丰", "1"))).candidates == [Candidate("张 三 丰", "1")]


def test_candidates_of_all_sheets_are_read() -> None:
    book = Workbook()
    book.active.append(("name", "number"))
    book.active.append(("A", "1"))
    second = book.create_sheet("two")
    second.append(("name", "number"))
    second.append(("B", "2"))
    file = BytesIO()
    book.save(file)
    assert [each.name for each in read(file.getvalue()).candidates] == ["A", "B"]


CASES = [
    ("CW1201", b"\xff\xfe\x00", ["CW1201 1:1"]),
    ("CW1202", table(("a", "b")), ["CW1202 1:1"]),
    ("CW1203", table(HEAD[:2], ("张三", ""), ("", "2")), ["CW1203 2:2", "CW1203 3:1"]),
    ("CW1204", table(HEAD[:2], ("张三", "007"), ("李四", "007")), ["CW1204 2:2", "CW1204 3:2"]),
    ("CW1205", table(HEAD, ROW, ("李四", "8", *ROW[2:])), ["CW1205 2:5", "CW1205 3:5"]),
    (
        "CW1206",
        table(HEAD, (*ROW[:5], "半小时"), ("李四", "8", "", "", "", "601")),
        ["CW1206 2:6", "CW1206 3:6"],
    ),
    ("CW1207", table((*HEAD[:2], "备注"), ("张三", "007", "x")), ["CW1207 1:3"]),
    ("CW1209", table(HEAD[:2], ("张三", "1.2e+17"), ("李四", "=1+1")), ["CW1209 2:2", "CW1209 3:2"]),
    ("CW1210", table(HEAD, ROW, ("李四", "8", "", "一", "", "")), ["CW1210 3:5"]),
    ("CW1212", table(HEAD[:2], ("张三", "007"), ("李四", "7")), ["CW1212 2:2", "CW1212 3:2"]),
    ("CW1213", table(HEAD, (*ROW[:4], "后排左边", "")), ["CW1213 2:5"]),
    ("CW1214", table(HEAD, ROW, ("李四", "8", "", "一", "1-01", "")), ["CW1214 2:5"]),
]


@pytest.mark.parametrize(("code", "raw", "found"), CASES, ids=[code for code, *_ in CASES])
def test_a_code_stands_where_it_belongs(code: str, raw: bytes, found: list[str]) -> None:
    assert codes(raw) == found


def test_every_code_has_a_case() -> None:
    assert {code for code, *_ in CASES} | {"CW1208", "CW1211"} == {
        code for code in RULES if code.startswith("CW12")
    }


def test_the_report_of_every_code() -> None:
    made = {
        f"{words.language}/{code}.txt": as_text(in_order(read_roster("a.csv", raw, words).problems), words)
        for words in (ENGLISH, CHINESE)
        for code, raw, _ in CASES
    }
    assert_kept("exchange/roster", made)


def test_everything_is_told_at_once() -> None:
    rows = (
        ("", "007", "", "一", "3", "x"),
        ("李四", "007", "", "一", "3", ""),
        ("王五", "", "", "一", "", ""),
    )
    assert codes(table(HEAD, ROW, *rows)) == [
        "CW1204 2:2", "CW1205 2:5", "CW1203 3:1", "CW1204 3:2", "CW1205 3:5", "CW1206 3:6",
        "CW1204 4:2", "CW1205 4:5", "CW1203 5:2", "CW1210 5:5",
    ]  # fmt: skip


SEATED = ("name", "number", "room", "seat")


def seats(*called: str, room: str = "一") -> bytes:
    return table(SEATED, *((f"n{at}", f"{at:02}", room, seat) for at, seat in enumerate(called)))


@pytest.mark.parametrize(
    "called",
    [
        ("1-01", "1排1座", "A1", "1-1", "第1排第01座", "１－０１", "a-1"),
        ("5", "05", "5号", "座位5", "５"),
        ("左5", "左05"),
    ],
)
def test_one_place_has_one_candidate_however_it_is_called(called: tuple[str, ...]) -> None:
    assert codes(seats(*called)) == [f"CW1205 {row}:4" for row in range(2, len(called) + 2)]


def test_other_places_have_others() -> None:
    assert codes(seats("1-1", "1-2", "2-1", "C1")) == codes(seats("11", "左11", "右11")) == []
    rooms = table(SEATED, ("a", "1", "一", "1-1"), ("b", "2", "二", "1-1"))
    assert codes(rooms) == []


def test_a_room_is_one_however_wide_its_number_is() -> None:
    rooms = table(SEATED, ("a", "1", "１号（北）", "1-1"), ("b", "2", "1号（北）", "A1"))
    assert codes(rooms) == ["CW1205 2:4", "CW1205 3:4"]


@pytest.mark.parametrize("seat", ["后排左边", "窗边", "3-99", "1-2-3"])
def test_a_seat_that_nobody_can_plan_with_is_told_and_kept(seat: str) -> None:
    assert codes(seats(seat, "1-1")) == ["CW1213 2:4"]
    assert [each.seat for each in read(seats(seat)).candidates] == [seat]


def test_every_seat_that_says_no_row_is_told_where_others_do() -> None:
    assert codes(seats("7", "1-01", "8", "C5", "窗边")) == ["CW1214 2:4", "CW1214 4:4", "CW1213 6:4"]
    rooms = table(SEATED, ("a", "1", "一", "7"), ("b", "2", "二", "1-1"))
    assert codes(rooms) == []


def test_full_width_digits_are_digits() -> None:
    row = ("张三", "０７", "（城东）", "１号（北）", "３－０５", "３０")
    assert read(table(HEAD, row)).candidates == [Candidate("张三", "07", "（城东）", "1号（北）", "3-05", 30)]
    assert codes(table(HEAD[:2], ("张三", "７"), ("李四", "7"), ("王五", "007"))) == [
        "CW1204 2:2", "CW1204 3:2", "CW1212 4:2",
    ]  # fmt: skip


@pytest.mark.parametrize("numbers", [("7", "007"), ("A07", "a7"), ("1-01", "1-1")])
def test_numbers_that_look_the_same_are_told_at_both(numbers: tuple[str, str]) -> None:
    own = table(HEAD[:2], ("张三", numbers[0]), ("李四", numbers[1]), ("王五", "70"))
    assert codes(own) == ["CW1212 2:2", "CW1212 3:2"]


@pytest.mark.parametrize("char", "\u202e\u202d\u2066\u0007\ufffe")
@pytest.mark.parametrize("column", range(6))
def test_a_character_that_no_source_may_have_is_refused(char: str, column: int) -> None:
    row = [*ROW]
    row[column] = row[column][0] + char + row[column][1:]
    found = codes(table(HEAD, tuple(row)))
    assert f"CW0115 2:{column + 1}" in found
    assert read(table(HEAD, tuple(row))).candidates == []


def test_a_formula_that_nobody_worked_out_is_told() -> None:
    assert codes(workbook(("name", "number"), ("A", "=1+1"))) == ["CW1012 2:2"]


def test_a_number_that_excel_cut_is_told() -> None:
    assert codes(workbook(("name", "number"), ("A", 123456789012345678))) == ["CW1209 2:2"]
    assert codes(workbook(("name", "number"), ("A", "123456789012345678"))) == []


def test_sheets_without_candidates_and_hidden_ones_are_told() -> None:
    book = Workbook()
    book.active.append(("name", "number"))
    book.active.append(("A", "1"))
    for name, state in (("notes", "visible"), ("more", "hidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.append(("a", "b"))
        sheet.append(("c", "d"))
    file = BytesIO()
    book.save(file)
    assert codes(file.getvalue(), "a.xlsx") == ["CW1208 1:1", "CW1208 1:1"]


def test_hidden_rows_are_read_and_told() -> None:
    book = Workbook()
    for row in (("name", "number"), ("A", "1"), ("B", "2")):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    file = BytesIO()
    book.save(file)
    assert codes(file.getvalue(), "a.xlsx") == ["CW1211 3:1"]
    assert [each.name for each in read(file.getvalue()).candidates] == ["A", "B"]


def test_a_merged_room_is_that_of_all_its_rows() -> None:
    book = Workbook()
    for row in (("room", "name", "number"), ("one", "A", "1"), (None, "B", "2")):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    file = BytesIO()
    book.save(file)
    assert [each.room for each in read(file.getvalue()).candidates] == ["one", "one"]
