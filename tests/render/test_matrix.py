"""The matrix of roles and competencies: as CSV, as a workbook, as a page."""

import csv
import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from coursewright.compiler import RENDERERS
from coursewright.press.cells import csv_bytes, shielded
from coursewright.render import render_site
from trees import FRAMEWORK, changed, compiled, site_of

HOSTILE = "=cmd|' /C calc'!A0"


def hostile_matrix(tmp_path: Path) -> dict[str, bytes]:
    return dict(compiled(tmp_path, changed(FRAMEWORK, "title: Digging", f'title: "{HOSTILE}"')))


def test_the_matrix_as_csv_reads_back_with_digits_and_words(tmp_path: Path) -> None:
    raw = compiled(tmp_path)["docs/competencies/matrix.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 2
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [
        ["Competency", "Group", "Taught in", "G-01 Gardener"],
        ["Digging", "Craft", "Ch. 1", "3 alone (essential)"],
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_of_the_csv_begins_as_a_formula(sign: str) -> None:
    raw = csv_bytes([["name", f"{sign}1+1"], [f"{sign}cmd|x", "plain"]]).decode("utf-8-sig")
    assert [cell for row in csv.reader(io.StringIO(raw, newline="")) for cell in row] == [
        "name",
        f"'{sign}1+1",
        f"'{sign}cmd|x",
        "plain",
    ]


def test_a_hostile_title_is_text_in_both_files(tmp_path: Path) -> None:
    tree = hostile_matrix(tmp_path)
    assert f"'{HOSTILE}".encode() in tree["docs/competencies/matrix.csv"]
    cell = load_workbook(io.BytesIO(tree["docs/competencies/matrix.xlsx"])).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (HOSTILE, "s")
    with zipfile.ZipFile(io.BytesIO(tree["docs/competencies/matrix.xlsx"])) as book:
        assert all(
            b"<f>" not in book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")
        )


def test_the_workbook_has_the_matrix_and_its_legend(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(compiled(tmp_path)["docs/competencies/matrix.xlsx"]))
    matrix, legend = book.worksheets
    assert [cell.value for cell in matrix[2]] == ["Digging", "Craft", "Ch. 1", "3 alone (essential)"]
    assert (matrix.freeze_panes, matrix.auto_filter.ref) == ("B2", "A1:D2")
    assert [[cell.value for cell in row] for row in legend["A2:B3"]] == [
        ["1 knows", "Says it."],
        ["2 helped", "Does it with help."],
    ]
    assert (book.properties.title, book.properties.creator) == ("Gardening", "The allotment")
    assert book.properties.created == datetime(2026, 1, 31)


def test_the_workbook_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    path = "docs/competencies/matrix.xlsx"
    raw = render_site(site, RENDERERS)[path]
    assert render_site(site, RENDERERS)[path] == raw
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}


def test_the_page_says_level_and_need_in_words(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/competencies/matrix.md"].decode()
    assert '<strong>3</strong> alone<small class="cw-essential"> essential</small>' in page
    assert 'href="site:/competencies/matrix.xlsx" download' in page
    assert 'href="site:/competencies/matrix.csv" download' in page


UNSEEN = [" ", "\xa0", "\u200b", "\ufeff", "\u3000", "\u2060 ", "\x0b", "\xad", "\u202e", "\u3164", "\x00"]


@pytest.mark.parametrize("before", UNSEEN)
def test_what_cannot_be_seen_hides_no_formula(before: str) -> None:
    assert shielded(f"{before}=1+1") == f"'{before}=1+1"
    assert shielded(f"{before * 3}＋1") == f"'{before * 3}＋1"
    assert shielded(f"{before}plain") == f"{before}plain"


@pytest.mark.parametrize("border", [";", "\t", "\n", ";;"])
def test_no_cell_of_another_separator_begins_as_a_formula(border: str) -> None:
    assert shielded(f"a{border}=1+1") == f"a{border}'=1+1"
    assert shielded(f"a{border} \u200b@x;b") == f"a{border}' \u200b@x;b"


@pytest.mark.parametrize("cell", ["", "a-b", "a = b", "1+1", "50 %", "x@y.org", "a; b", "a;b=c", "（－）"])
def test_a_cell_that_nobody_takes_for_a_formula_stays(cell: str) -> None:
    assert shielded(cell) == cell


@given(st.text(alphabet=" \t\n;,=+-@＝a\u200b\xa0\ufeff'"))
def test_no_piece_of_any_cell_begins_as_a_formula(cell: str) -> None:
    safe = shielded(cell)
    for piece in re.split("[;\t\r\n]", safe):
        assert not piece.strip(" \t\n\u200b\xa0\ufeff").startswith(tuple("=+-@＝"))
    assert safe.replace("'", "") == cell.replace("'", "")
