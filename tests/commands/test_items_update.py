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

from coursewright.commands.main import run
from coursewright.exchange.columns import OWN, header
from coursewright.words import Words
from trees import BANK, ENGLISH, EVERY_TYPE, ITEMS, contents, with_quiz_of, write_course

BOOK = "private/b.xlsx"
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
    exported(root, f"{root.name}/{BOOK}", "--use", "all")
    return root


def opened(root: Path) -> Workbook:
    return load_workbook(root / BOOK)


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


def test_a_sheet_in_the_other_language_needs_no_ids(root: Path, capsys: Captured) -> None:
    before, book, chinese = contents(root), opened(root), Words("zh_CN")
    letters = (f"{letter}{mark}" for letter in "ABCD" for mark in ("", "?"))
    said = {header(field, ENGLISH): header(field, chinese) for field in (*OWN, *letters)}
    for cell in book["Items"][1]:
        cell.value = said[cell.value]
    book["Items"].title = "试题"
    book["试题"].delete_cols(1)
    assert updated(root, book) == 0, capsys.readouterr().err
    assert contents(root) == before


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


def test_a_bank_is_restored_from_its_own_export(tmp_path: Path, capsys: Captured) -> None:
    """The quiz asks for items that no bank has any more, until they are back."""
    root = write_course(tmp_path / "course", FILES)
    before = bank(root, "soil")
    exported(root, f"{root.name}/{BOOK}", "--use", "all")
    (root / BANK).unlink()
    raw = (root / BOOK).read_bytes()
    book = opened(root)
    book["Items"].delete_rows(2)
    capsys.readouterr()
    assert updated(root, book) == 1
    assert {each.split()[0] for each in errors(capsys.readouterr().err)} == {"CW0301"}
    assert not (root / BANK).exists()
    assert imported(root, "b.xlsx", raw, "--bank", "soil") == 0
    assert [each["id"] for each in bank(root, "soil")] == [each["id"] for each in before]
    assert run(["check", "--course", str(root)]) == 0


def sorted_by_stem(book: Workbook) -> Workbook:
    sheet = book["Items"]
    rows = sorted(sheet.iter_rows(min_row=2, values_only=True), key=lambda row: str(row[8]))
    for at, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    return book


def test_rows_of_a_case_that_were_sorted_are_one_error(root: Path, capsys: Captured) -> None:
    before = contents(root)
    book = sorted_by_stem(opened(root))
    rows = [cell.row for (cell,) in book["Items"].iter_rows(min_col=6, max_col=6) if cell.value == "soil-bed"]
    assert rows[1] - rows[0] > 1
    assert updated(root, book) == 1
    said = capsys.readouterr().err
    assert errors(said) == [f"CW1073 c.xlsx:{rows[1]}:6"]
    assert f"rows {rows[0]}, {rows[1]}" in said
    assert contents(root) == before


def test_rows_of_a_case_in_another_order_are_one_error(root: Path, capsys: Captured) -> None:
    book = opened(root)
    sheet = book["Items"]
    rows = [cell.row for (cell,) in sheet.iter_rows(min_col=6, max_col=6) if cell.value == "soil-bed"]
    first, second = ([cell.value for cell in sheet[row]] for row in rows)
    for row, values in zip(rows, (second, first), strict=True):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value
    assert updated(root, book) == 1
    assert errors(capsys.readouterr().err) == [f"CW1073 c.xlsx:{rows[1]}:6"]


REKEYED = [
    ("soil-top", "B"),
    ("soil-dark", "False"),
    ("soil-which", "AC"),
    ("soil-order", "BACD"),
    ("soil-words", "humus | clay"),
    ("soil-depth", "51 ± 1 cm"),
    ("soil-pairs", "A: Levelling\nB: Digging"),
    ("soil-pairs", "A: Digging\nC: Levelling"),
    ("soil-pairs", "A: Digging\nB: Levelling\nC: Drinking"),
    ("soil-kinds", "AB: Living\nC: Lifeless"),
    ("soil-bed-cause", "False"),
    ("soil-two", "3 | 41"),
]


@pytest.mark.parametrize(("id", "said"), REKEYED)
def test_another_answer_in_the_same_edition_is_told(
    tmp_path: Path, capsys: Captured, id: str, said: str
) -> None:
    root = write_course(tmp_path / "course", FILES)
    exported(root, f"{root.name}/{BOOK}", "--use", "all")
    book = without(root, ["more settings"])
    sheet = book["Items"]
    (row,) = (cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == id)
    answer = COLUMNS.index("answer") + 1
    sheet.cell(row, answer).value = said
    capsys.readouterr()
    assert updated(root, book) == 0
    told = capsys.readouterr().err
    assert f"warning[CW1072]: “{id}” has another answer in the same edition" in told
    assert f"c.xlsx:{row}:{answer}" in told
    assert told.count("CW1072") == 1


def test_other_words_are_no_other_answer(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path / "course", FILES)
    exported(root, f"{root.name}/{BOOK}", "--use", "all")
    book = without(root, ["more settings"])
    for row in book["Items"].iter_rows(min_row=2):
        for column in ("stem", "option A"):
            cell = row[COLUMNS.index(column)]
            if cell.value and not cell.value.isdigit():
                cell.value = cell.value.replace("soil", "earth").replace("Humus", "The humus")
    book["Items"].cell(2, COLUMNS.index("why A") + 1).value = "Light."
    capsys.readouterr()
    assert updated(root, book) == 0
    assert "CW1072" not in capsys.readouterr().err
