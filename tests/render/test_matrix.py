"""The matrix of roles and competencies: as CSV, as a workbook, as a page."""

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]  # no stubs among the dependencies

from coursewright.compiler import RENDERERS
from coursewright.render import render_site
from coursewright.render.cells import csv_bytes
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
