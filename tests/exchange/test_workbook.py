"""Workbooks as people make them, and as nobody should: what is in their cells, and what is refused."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from coursewright.exchange.sheet import Sheet, Unreadable
from coursewright.exchange.workbook import sheets


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_cell(value: Any, style: str = "General") -> Sheet:
    book = Workbook()
    book.active["B2"] = value
    if style != "General":
        book.active["B2"].number_format = style
    (sheet,) = sheets(saved(book))
    return sheet


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (3.0, "General", "3"),
        (7, "000", "007"),
        (0.125, "0.0%", "12.5%"),
        (0.1 + 0.2, "General", "0.3"),
        (1.5, "0.00", "1.50"),
        (1.005, "0.00", "1.01"),
        (7.5, "000", "008"),
        (0.12, "0%", "12%"),
        (0.125, '0.00"%"', "0.13%"),
        (1200, "#,##0", "1,200"),
        (-1234567.891, "#,##0.00", "-1,234,567.89"),
        (5.2, "0.0#", "5.2"),
        (0, "#,##0", "0"),
        (-0.001, "0.00", "0.00"),
        (-5, "#,##0_);(#,##0)", "(5)"),
        (1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (-12, "[Red]0.0;[Blue]-0.0", "-12.0"),
        (12, "[$¥-804]#,##0.00", "¥12.00"),
        (5, '0"万元"', "5万元"),
        (1e20, "0.00", "1e+20"),
        (12345678901234567890, "General", "1.23456789012346e+19"),
        (True, "General", "TRUE"),
        ("1-2", "@", "1-2"),
        ("007", "@", "007"),
        ("  two \n lines \u3000", "General", "  two \n lines"),
        ("\u200b", "General", ""),
    ],
)
def test_what_a_cell_says(value: Any, style: str, text: str) -> None:
    found = with_cell(value, style)
    assert (found.rows[1][1].text if text else found.rows) == (text or [])


@pytest.mark.parametrize("style", ["0.00E+00", "# ?/?", "[DBNum1]0", "0.0,", "[>5]0;0.0"])
def test_a_number_under_a_format_that_is_not_known_is_read_and_told(style: str) -> None:
    found = with_cell(12345, style).rows[1][1]
    assert (found.text, found.fault) == ("12345", ("CW1042", {"format": style, "found": "12345"}))


@pytest.mark.parametrize("value", [date(2026, 1, 2), datetime(2026, 1, 2)])
def test_a_date_is_told(value: Any) -> None:
    assert with_cell(value).rows[1][1].fault == ("CW1011", {"found": "2026-01-02"})


def test_a_text_that_begins_like_a_formula_is_a_text() -> None:
    book = Workbook()
    book.active["A1"] = "=1+1"
    book.active["A1"].data_type = "s"
    assert sheets(saved(book))[0].rows[0][0].text == "=1+1"


def test_a_formula_is_its_result() -> None:
    from xlsxwriter import Workbook as Writer

    file = BytesIO()
    book = Writer(file)
    sheet = book.add_worksheet()
    sheet.write_formula("A1", '="A"&"B"', value="AB")
    sheet.write_formula("A2", "=1/0", value="#DIV/0!")
    book.close()
    rows = sheets(file.getvalue())[0].rows
    assert rows[0][0].text == "AB"
    assert rows[1][0].fault == ("CW1043", {"found": "#DIV/0!"})


def test_an_error_of_the_spreadsheet_is_told_as_one() -> None:
    assert with_cell("#REF!").rows[1][1].fault == ("CW1043", {"found": "#REF!"})


def test_a_formula_that_nobody_calculated_is_told() -> None:
    assert with_cell("=A1&A2").rows[1][1].fault == ("CW1012", {"found": "=A1&A2"})


def test_merged_cells_say_the_same_in_every_row() -> None:
    book = Workbook()
    book.active["A1"] = "case"
    book.active["B3"] = "end"
    book.active.merge_cells("A1:A3")
    rows = sheets(saved(book))[0].rows
    assert [row[0].text for row in rows] == ["case"] * 3


def test_hidden_sheets_are_left_alone_and_hidden_rows_are_known() -> None:
    book = Workbook()
    book.active["A2"] = "x"
    book.active.row_dimensions[2].hidden = True
    secret, empty = book.create_sheet("secret"), book.create_sheet("empty")
    secret.sheet_state = empty.sheet_state = "hidden"
    secret["A1"] = "x"
    sheet, other = sheets(saved(book))
    assert sheet.hidden == {2}
    assert (other.name, other.shown, other.rows) == ("secret", False, [])


def bomb(part: str, content: bytes) -> bytes:
    """A workbook whose part has another content."""
    book, file = saved(Workbook()), BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + HEAD


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "CW1001"),
        (b"PK\x03\x04 and nothing else", "CW1001"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "CW1002"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "CW1003"),
        (bomb(SHEET, b" " * 40_000_000), "CW1004"),
        (bomb(SHEET, HEAD + b"<c/>" * 500_000 + b"</sheetData></worksheet>"), "CW1004"),
        (
            bomb(
                SHEET,
                HEAD + b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
            ),
            "CW1004",
        ),
        (
            bomb(
                SHEET,
                HEAD + b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
                b"</sheetData></worksheet>",
            ),
            "CW1004",
        ),
        (
            bomb(
                SHEET,
                HEAD + b'<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>'
                b"</sheetData></worksheet>",
            ),
            "CW1004",
        ),
        (bomb(SHEET, b"<no xml"), "CW1001"),
    ],
)
def test_what_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        sheets(raw)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a_x000D_&#10;b", "a\nb"),
        ("a_x000D_b", "a\nb"),
        ("a_x0009_b", "a\tb"),
        ("snake_x_case_x12_", "snake_x_case_x12_"),
    ],
)
def test_characters_that_are_written_by_number_are_read(written: str, text: str) -> None:
    for kind in ("inlineStr", "str"):
        said = f"<is><t>{written}</t></is>" if kind == "inlineStr" else f"<v>{written}</v>"
        row = f'<row r="1"><c r="A1" t="{kind}">{said}</c></row></sheetData></worksheet>'
        assert sheets(bomb(SHEET, HEAD + row.encode()))[0].rows[0][0].text == text


def test_a_number_that_is_none_is_told() -> None:
    cell = b'<row r="1"><c r="A1"><v>1e400</v></c></row></sheetData></worksheet>'
    assert sheets(bomb(SHEET, HEAD + cell))[0].rows[0][0].fault == ("CW1032", {})


def test_entities_are_refused() -> None:
    raw = bomb(
        SHEET,
        ENTITY + b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
    )
    with pytest.raises(Unreadable):
        sheets(raw)
