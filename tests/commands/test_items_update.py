"""`items import --update`: what a file has no place for stays as it is in the bank."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import bank, imported, table
from openpyxl import Workbook, load_workbook
from test_items_commands import TWO_NUMBERS, Captured, errors, exported

from trees import BANK, EVERY_TYPE, ITEMS, contents, with_quiz_of, write_course

FILES = with_quiz_of(ITEMS, EVERY_TYPE + TWO_NUMBERS)
COLUMNS = (
    *("id", "type", "objective", "level", "use", "case id", "case title", "case text", "stem"),
    *(name for letter in "ABCD" for name in (f"option {letter}", f"why {letter}")),
    *("answer", "why", "hints", "explanation", "nodes", "competencies", "more settings"),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course with items of every type, beside it their workbook."""
    root = write_course(tmp_path_factory.mktemp("update") / "course", FILES)
    exported(root, "b.xlsx", "--use", "all")
    return root


def opened(root: Path) -> Workbook:
    return load_workbook(root.parent / "b.xlsx")


def heads(book: Workbook) -> list[Any]:
    return [cell.value for cell in book["Items"][1]]


def updated(root: Path, book: Workbook) -> int:
    file = BytesIO()
    book.save(file)
    return imported(root, "c.xlsx", file.getvalue(), "--update")


def without(root: Path, columns: Sequence[str]) -> Workbook:
    book = opened(root)
    for name in columns:
        book["Items"].delete_cols(heads(book).index(name) + 1)
    return book


def test_the_columns_are_those_of_the_workbook(root: Path) -> None:
    assert (*heads(opened(root)),) == COLUMNS


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_that_is_deleted_changes_nothing(root: Path, column: str, capsys: Captured) -> None:
    before = contents(root)
    code = updated(root, without(root, [column]))
    said = capsys.readouterr()
    assert contents(root) == before
    assert code == (column == "stem"), said.err
    assert [each.split()[0] for each in errors(said.err)] == (["CW1005"] if column == "stem" else [])


@settings(max_examples=25, deadline=None)
@given(
    columns=st.sets(st.sampled_from([each for each in COLUMNS if each != "stem"]), min_size=2, max_size=20)
)
def test_several_columns_that_are_deleted_change_nothing(root: Path, columns: set[str]) -> None:
    before = contents(root)
    updated(root, without(root, sorted(columns)))
    assert contents(root) == before


@pytest.mark.parametrize("id", ["soil-bed-cause", "soil-bed-cure", "soil-top", "soil-pairs"])
def test_a_row_that_says_what_the_bank_does_needs_no_id(root: Path, id: str) -> None:
    before = contents(root)
    book = opened(root)
    (cell,) = (cell for (cell,) in book["Items"].iter_rows(max_col=1) if cell.value == id)
    cell.value = None
    assert updated(root, book) == 0
    assert contents(root) == before


def test_a_question_of_a_case_without_an_id_is_known_by_its_place(root: Path) -> None:
    before = contents(root)
    book = opened(root)
    sheet = book["Items"]
    (row,) = (cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == "soil-bed-cure")
    sheet.cell(row, 1).value = None
    sheet.cell(row, COLUMNS.index("stem") + 1).value = "What helps best?"
    assert updated(root, book) == 0
    text = (root / BANK).read_text("utf-8")
    assert text == before[BANK].decode().replace("What helps?", "What helps best?")
    (root / BANK).write_bytes(before[BANK])


FOREIGN = ("stem", "A", "B", "answer", "explanation")
ROW = ("Which *layer*?", "Humus", "Rock", "A", "Leaves fall.")
GIVEN = ("--objective", "soil/layers/name", "--level", "recall", "--bank", "a")


def test_what_a_trainer_wrote_of_an_imported_item_stays(tmp_path: Path) -> None:
    """The row of another program has no id; it is given the same as when it first came in."""
    root = write_course(tmp_path / "course")
    assert imported(root, "a.csv", table(FOREIGN, ROW), *GIVEN) == 0
    file = root / "quizzes/bank/a.yml"
    said = file.read_text("utf-8").replace("text: Humus", "text: Humus\n        rationale: It is light.")
    said = said.replace("text: Rock", "text: Rock\n        rationale: It is heavy.")
    file.write_text(said.replace("    unexplained: true\n", "    hints: [Look up.]\n"), "utf-8")
    corrected = ("Which layer is it?", *ROW[1:4])
    assert imported(root, "a.csv", table(FOREIGN[:4], corrected), "--update", *GIVEN) == 0
    (item,) = bank(root, "a")
    assert (item["stem"], item["explanation"], item["hints"]) == (corrected[0], ROW[4], ["Look up."])
    assert [option["rationale"] for option in item["options"]] == ["It is light.", "It is heavy."]
    assert "unexplained" not in item


def test_our_sheet_without_ids_adds_nothing_that_was_changed(root: Path, capsys: Captured) -> None:
    before = contents(root)
    book = without(root, ["id"])
    book["Items"].cell(2, COLUMNS.index("stem")).value = "Another?"
    assert updated(root, book) == 1
    assert [each.split()[0] for each in errors(capsys.readouterr().err)] == ["CW1070"]
    assert contents(root) == before


def test_letters_that_are_not_said_are_not_guessed(root: Path, capsys: Captured) -> None:
    """Without its column an answer is that of the bank, unless the options that it names have changed."""
    book = without(root, ["answer"])
    book["Items"].cell(2, COLUMNS.index("option A") + 1).value = "Sand"
    assert updated(root, book) == 1
    assert [each.split()[0] for each in errors(capsys.readouterr().err)] == ["CW1010"]
