"""`items import`, `export` and `template`: files in and out of the bank of a course."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from importing import GIVEN, LEVEL, OBJECTIVE, bank, imported, table
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from coursewright.commands.main import run
from coursewright.compiler import compile_course
from trees import (
    BANK,
    CHAPTER,
    COURSE,
    EVERY_TYPE,
    ITEMS,
    QUIZ,
    SECTION,
    brief,
    contents,
    problems_at,
    with_quiz_of,
    write_course,
    write_tree,
)

Captured = pytest.CaptureFixture[str]
CASE = Path(__file__).parent.parent / "cases" / "spreadsheet" / "bank.csv"
HEAD = ("id", "type", "objective", "level", "stem", "A", "B", "answer", "explanation")
FINE = ("new-one", "single choice", OBJECTIVE, LEVEL, "q", "a", "b", "A", "e")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course")


def exported(root: Path, name: str, *options: str) -> bytes:
    file = root.parent / name
    assert run(["items", "export", str(file), "--course", str(root), *options]) == 0
    return file.read_bytes()


def errors(said: str) -> list[str]:
    """Code and place of every error that was listed."""
    lines = said.splitlines()
    return [
        f"{line[6:12]} {below.rpartition('/')[2]}"
        for line, below in pairwise(lines)
        if line.startswith("error[")
    ]


def test_a_bank_from_a_spreadsheet(root: Path, capsys: Captured) -> None:
    """Of eight rows the last has an answer without an option: nothing is written, and it is told where."""
    before = contents(root)
    assert imported(root, "a.csv", CASE.read_bytes(), *GIVEN) == 1
    said = capsys.readouterr().err
    assert errors(said) == ["CW1008 a.csv:9:7"]
    assert "row 9, column “答案”: D" in said
    assert contents(root) == before

    good = b"".join(CASE.read_bytes().splitlines(keepends=True)[:-1])
    assert imported(root, "a.csv", good, *GIVEN) == 0
    said = capsys.readouterr().err
    assert "CW1013" in said, "B is empty"
    items = bank(root, "a")
    assert [item["id"] for item in items] == [f"a-0{at}" for at in range(1, 8)]
    assert [option["text"] for option in items[0]["options"]] == ["007", "1-2", "=1+1", "+86"]
    keys = [[at for at, one in enumerate(item.get("options", ())) if one.get("key")] for item in items]
    assert keys == [[0], [0, 2], [0, 2], [0, 2], [], [], [1]]
    assert [item["answer"] for item in items[4:6]] == [False, True]

    raw = exported(root, "b.xlsx", "--bank", "a")
    assert imported(root, "b.xlsx", raw, "--update") == 0
    assert "nothing was written" in capsys.readouterr().out
    assert bank(root, "a") == items


def test_a_bank_goes_out_and_comes_back_without_a_change(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path / "course", with_quiz_of(ITEMS, EVERY_TYPE))
    before = contents(root)
    raw = exported(root, "b.xlsx")
    assert imported(root, "b.xlsx", raw, "--update") == 0
    assert contents(root) == before
    write_course(root)
    assert imported(root, "b.xlsx", raw, "--update", "--bank", "soil") == 0
    assert bank(root, "soil") == _items(EVERY_TYPE)
    capsys.readouterr()


def _items(text: str) -> list[Mapping[str, object]]:
    def trimmed(value: object) -> object:
        if isinstance(value, dict):
            return {key: trimmed(below) for key, below in value.items()}
        if isinstance(value, list):
            return [trimmed(below) for below in value]
        return value.rstrip("\n") if isinstance(value, str) else value

    items: list[Mapping[str, object]] = trimmed(yaml.safe_load(text)["items"])  # type: ignore[assignment]
    return items


COMMENTED = """\
# the bank
items:
- id: soil-top   # the first
  type: single-choice
  objective: soil/layers/name
  level: recall
  nodes: [soils/humus]
  competencies: [digging]
  stem: >
    What lies
    on top?
  options:
    # as they are found
    - text: Humus
      key: true
      rationale: 'It is made of leaves.'
    - text: Rock
      rationale: It lies below.
  explanation: Leaves fall on top.

# the second
- id: soil-dark
  type: true-false
  objective: soil/layers/name
  level: recall
  stem: Humus is dark.
  answer: true
  if_true: It is.
  if_false: Look again.
  explanation: Carbon is dark.
"""


def test_an_item_is_replaced_in_its_place_and_comments_stay(tmp_path: Path) -> None:
    """What is the same stays as it is written, though it says more than it need."""
    text = COMMENTED.replace("  stem: Humus", "  use: practice\n  edition: 1\n  stem: Humus")
    quiz = {"quizzes/practice/soil.yml": COURSE["quizzes/practice/soil.yml"].replace(", soil-which", "")}
    root = write_course(tmp_path / "course", {BANK: text, **quiz})
    file = root.parent / "b.xlsx"
    exported(root, "b.xlsx")
    book = load_workbook(file)
    sheet = book["Items"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("option B") + 1).value = "Stone"
    sheet.cell(2, heads.index("hints") + 1).value = "Look up."
    book.save(file)
    assert imported(root, "b.xlsx", file.read_bytes(), "--update") == 0
    changed = text.replace("text: Rock", "text: Stone").replace(
        "  explanation: Leaves", "  hints:\n    - Look up.\n  explanation: Leaves"
    )
    assert (root / BANK).read_text("utf-8") == changed


def test_what_is_wrong_with_one_row_hides_nothing_of_the_others(root: Path, capsys: Captured) -> None:
    rows = (
        ("one", *FINE[1:7], "D", FINE[8]),
        ("two", *FINE[1:2], "soil/layers/nam", *FINE[3:]),
        ("three", *FINE[1:3], "hard", *FINE[4:]),
    )
    assert imported(root, "a.csv", table(HEAD, *rows)) == 1
    assert errors(capsys.readouterr().err) == [
        "CW1008 a.csv:2:8", "CW0301 a.csv:3:3", "CW0204 a.csv:4:4",
    ]  # fmt: skip
    assert not (root / "quizzes/bank/a.yml").exists()


UNSAID = ("use", "level", "objective", "hints", "nodes", "competencies")
TWO_NUMBERS = """\
  - id: soil-two
    type: fill-in
    objective: soil/layers/name
    level: recall
    stem: ___ layers, ___ worms
    blanks:
      - number: {value: 3, tolerance: 0, unit: layers, mistakes: [{value: 2, rationale: Count again.}]}
        rationale: Humus, loam and rock.
      - number: {value: 40}
        rationale: They like it wet.
    explanation: Count them.
"""
REASONS = ("why", *(f"why {letter}" for letter in "ABCDEFGH"))


@pytest.mark.parametrize("gone", [("use",), ("hints", "nodes"), UNSAID, REASONS, ("more settings",)])
def test_what_a_file_has_no_column_for_stays_as_it_is(tmp_path: Path, gone: tuple[str, ...]) -> None:
    root = write_course(tmp_path / "course", with_quiz_of(ITEMS, EVERY_TYPE + TWO_NUMBERS))
    before = (root / BANK).read_text("utf-8")
    assert "use: exam" in before
    exported(root, "b.xlsx")
    file = root.parent / "b.xlsx"
    book = load_workbook(file)
    sheet = book["Items"]
    for column in range(sheet.max_column, 0, -1):
        if sheet.cell(1, column).value in gone:
            sheet.delete_cols(column)
    book.save(file)
    assert imported(root, "b.xlsx", file.read_bytes(), "--update") == 0
    assert (root / BANK).read_text("utf-8") == before


def test_no_slip_in_a_sheet_makes_what_is_reserved_public(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path / "course", with_quiz_of(ITEMS, EVERY_TYPE))
    before = contents(root)
    raw = table((*HEAD, "use"), ("soil-secret", *FINE[1:], ""))
    assert imported(root, "a.csv", raw, "--update") == 1
    assert errors(capsys.readouterr().err) == ["CW1039 a.csv:2:10"]
    assert contents(root) == before


def test_a_table_without_rationales_leaves_those_of_options_that_stay(root: Path) -> None:
    head = ("id", "type", "stem", "A", "B", "answer", "explanation")
    row = ("soil-top", "single choice", "What is on top?", "Humus", "Rock", "A", "Leaves fall.")
    before = {item["id"]: item for item in bank(root, "soil")}["soil-top"]
    assert imported(root, "a.csv", table(head, row), "--update") == 0
    after = {item["id"]: item for item in bank(root, "soil")}["soil-top"]
    assert after["stem"] == "What is on top?"
    assert [option["rationale"] for option in after["options"]] == [
        option["rationale"] for option in before["options"]
    ]
    assert after.keys() == before.keys()


def test_known_ids_are_refused_unless_they_are_to_be_replaced(root: Path, capsys: Captured) -> None:
    raw = table(HEAD, ("soil-top", *FINE[1:]), FINE, FINE)
    assert imported(root, "a.csv", raw) == 1
    assert errors(capsys.readouterr().err) == ["CW1016 a.csv:2:1", "CW1028 a.csv:4:1"]
    assert imported(root, "a.csv", table(HEAD, ("soil-top", *FINE[1:]), FINE), "--update") == 0
    assert [item["stem"] for item in bank(root, "soil")][:2] == ["q", "Humus is dark."]
    assert [item["id"] for item in bank(root, "a")] == ["new-one"]


def test_what_no_column_says_must_be_given(root: Path, capsys: Captured) -> None:
    raw = table(HEAD, ("new-one", "single choice", "", "", *FINE[4:]))
    assert imported(root, "a.csv", raw) == 1
    assert errors(capsys.readouterr().err) == ["CW1025 a.csv:2:3", "CW1026 a.csv:2:4"]
    assert imported(root, "a.csv", raw, *GIVEN, "--bank", "mine") == 0
    assert bank(root, "mine")[0]["objective"] == OBJECTIVE


def test_every_problem_of_the_sources_is_told_at_its_cell(root: Path, capsys: Captured) -> None:
    rows = (
        (*FINE[:2], "soil/layers/nam", *FINE[3:]),
        ("Second", *FINE[1:]),
        ("third", *FINE[1:3], "hard", *FINE[4:]),
        ("fourth", *FINE[1:5], "same", "same", *FINE[7:]),
    )
    assert imported(root, "a.csv", table(HEAD, *rows)) == 1
    assert errors(capsys.readouterr().err) == [
        "CW0301 a.csv:2:3",
        "CW0207 a.csv:3:1",
        "CW0204 a.csv:4:4",
        "CW0405 a.csv:5:7",
    ]


def test_our_sheet_is_known_without_its_further_settings(root: Path, capsys: Captured) -> None:
    """Its texts stay Markdown, and the sheets beside it are not read."""
    write_tree(root, {BANK: COURSE[BANK].replace("Humus is dark.", "All *humus* is dark.")})
    exported(root, "b.xlsx")
    file = root.parent / "b.xlsx"
    book = load_workbook(file)
    sheet = book["Items"]
    sheet.delete_cols(sheet.max_column)
    sheet.title = "Mine"
    book.save(file)
    capsys.readouterr()
    assert imported(root, "b.xlsx", file.read_bytes(), "--update") == 0
    said = capsys.readouterr()
    assert "nothing was written" in said.out
    assert said.err == ""


def test_columns_of_rationales_that_were_deleted_are_told_once(root: Path, capsys: Captured) -> None:
    exported(root, "b.xlsx")
    file = root.parent / "b.xlsx"
    book = load_workbook(file)
    sheet = book["Items"]
    for column in range(sheet.max_column, 0, -1):
        if sheet.cell(1, column).value in REASONS:
            sheet.delete_cols(column)
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 1).value = f"new-{row}"
    book.save(file)
    capsys.readouterr()
    assert imported(root, "b.xlsx", file.read_bytes(), "--bank", "new") == 0
    said = capsys.readouterr().err
    assert said.count("CW1041") == 1
    assert "why A, why B, why C, why D" in said
    assert [item.get("unexplained") for item in bank(root, "new")] == [True] * 3


@pytest.mark.parametrize(
    ("cells", "code", "said"),
    [
        (("fill-in", "a ___ b ___", "", "", "", "", "x"), "CW0415", "with | between two gaps"),
        (("categorise", "q", "a", "", "b", "", "AB: x\n: y"), "CW0414", "letters in at least two: AC: c"),
        (("single choice", "q", "a", "r", "b", "", "A"), "CW0424", "right or wrong: “why B”"),
        (("true or false", "q", "", "r", "", "", "True"), "CW0424", "right or wrong: “why A, why B”"),
        (("numeric", "q", "5", "", "", "", "4"), "CW0201", "“why A” is missing"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_told_in_its_own_words(
    root: Path, capsys: Captured, cells: tuple[str, ...], code: str, said: str
) -> None:
    head = ("id", "objective", "level", "explanation", "type", "stem", "A", "why A", "B", "why B", "answer")
    assert imported(root, "a.csv", table(head, ("a", OBJECTIVE, LEVEL, "e", *cells))) == 1
    told = capsys.readouterr().err
    assert [each.split()[0] for each in errors(told)] == [code]
    assert said in told
    assert not re.search("“blanks”|rationale:|unexplained|true: …", told)


CASE_HEAD = ("case id", "case title", "case text", *HEAD)


def test_what_a_later_row_says_of_its_case_otherwise_is_told(root: Path, capsys: Captured) -> None:
    rows = (
        ("plot", "The plot", "It is wet.", "a", *FINE[1:]),
        ("plot", "The plot", "It is dry.", "b", *FINE[1:]),
        ("plot", "", "", "c", *FINE[1:]),
    )
    assert imported(root, "a.csv", table(CASE_HEAD, *rows)) == 0
    said = capsys.readouterr().err
    assert said.count("CW1040") == 1
    assert "a.csv:3:3" in said
    (case,) = bank(root, "a")
    assert (case["title"], case["stimulus"], len(case["items"])) == ("The plot", "It is wet.", 3)


def test_what_a_case_lacks_is_told_in_its_column(root: Path, capsys: Captured) -> None:
    rows = (("plot", "", "", "a", *FINE[1:]), ("plot", "", "", "b", *FINE[1:]))
    assert imported(root, "a.csv", table(CASE_HEAD, *rows)) == 1
    assert errors(capsys.readouterr().err) == ["CW0201 a.csv:2:3"]


def test_what_is_wrong_with_the_file_is_told_before_what_is_wrong_with_the_course(
    root: Path, capsys: Captured
) -> None:
    """Nothing is written while the course has errors, and the trainer learns of both at once."""
    section = COURSE[SECTION].replace("title: Layers\n", "titel: Layers\n")
    bank = COURSE[BANK].replace("type: true-false", "type: true-fals", 1)
    write_tree(root, {SECTION: section, BANK: bank})
    before = contents(root)
    rows = (
        (*FINE[:3], "hard", *FINE[4:]),
        ("soil-top", *FINE[1:7], "D", "e"),
        ("other", *FINE[1:2], "soil/layers/what", *FINE[3:]),
    )
    assert imported(root, "z.csv", table(HEAD, *rows), "--bank", "soil") == 1
    assert errors(capsys.readouterr().err) == [
        *("CW0204 z.csv:2:4", "CW1016 z.csv:3:1", "CW1008 z.csv:3:8"),
        *("CW0201 layers.yml:1:1", "CW0203 layers.yml:1:1", "CW0204 soil.yml:17:11"),
    ]
    assert imported(root, "z.csv", table(HEAD, FINE), "--bank", "soil") == 1
    assert errors(capsys.readouterr().err) == [
        *("CW0201 layers.yml:1:1", "CW0203 layers.yml:1:1", "CW0204 soil.yml:17:11")
    ]
    assert contents(root) == before


def test_a_character_that_no_source_may_have_is_told_at_its_cell(root: Path, capsys: Captured) -> None:
    row = (*FINE[:4], "q\x07r", *FINE[5:])
    assert (
        imported(root, "a.csv", table(HEAD, FINE, ("b", *row[1:]), ("c", *FINE[1:5], "a\u202e", *FINE[6:])))
        == 1
    )
    assert errors(capsys.readouterr().err) == ["CW0115 a.csv:3:5", "CW0115 a.csv:4:6"]


def test_a_bank_that_would_be_too_large_is_refused(root: Path, capsys: Captured) -> None:
    long = "x" * 50_000
    rows = ((f"n-{at}", *FINE[1:8], long) for at in range(90))
    before = contents(root)
    assert imported(root, "a.csv", table(HEAD, *rows)) == 1
    assert errors(capsys.readouterr().err) == ["CW0107 a.yml:1:1"]
    assert contents(root) == before


@pytest.mark.parametrize("format", ["kaoshibao", "chaoxing"])
def test_chapter_and_section_by_their_titles_lead_to_an_objective(root: Path, format: str) -> None:
    raw = exported(root, "k.xlsx", "--format", format)
    assert imported(root, "k.xlsx", raw, "--level", LEVEL, "--bank", "back") == 0
    assert {item["objective"] for item in bank(root, "back")} == {OBJECTIVE}
    assert [item["id"] for item in bank(root, "back")] == ["k-01", "k-02", "k-03"]


@pytest.mark.parametrize("format", ["kaoshibao", "chaoxing"])
def test_how_hard_an_item_is_comes_back_as_its_level(tmp_path: Path, capsys: Captured, format: str) -> None:
    """Chaoxing knows three words, and has one for recall and understand."""
    text = EVERY_TYPE
    for level in ("apply", "analyse"):
        text = text.replace("level: recall", f"level: {level}", 1)
    root = write_course(tmp_path / "course", with_quiz_of(ITEMS, text))
    raw = exported(root, "k.xlsx", "--format", format, "--skip")
    capsys.readouterr()
    assert imported(root, "k.xlsx", raw, "--bank", "back") == 0
    said = capsys.readouterr()
    assert "warning" not in said.err
    assert "level" in said.out, "it is a guess"
    assert [item["level"] for item in bank(root, "back")][:5] == [
        *("apply", "analyse", "apply", "apply", "recall")
    ]


def test_a_word_for_no_level_is_told(root: Path, capsys: Captured) -> None:
    head = (*HEAD, "难度")
    raw = table(head, (*FINE[:3], "", *FINE[4:], "0.8"))
    assert imported(root, "a.csv", raw, "--level", LEVEL) == 0
    assert "not read: “0.8”" in capsys.readouterr().err
    assert bank(root, "a")[0]["level"] == LEVEL


def test_a_page_shows_items_without_rationales(root: Path) -> None:
    rows = (FINE, ("other", "true or false", *FINE[2:5], "", "", "True", "e"))
    assert imported(root, "a.csv", table(HEAD, *rows), "--bank", "a") == 0
    quiz = COURSE[QUIZ].replace("soil-top, soil-dark, soil-which", "new-one, other")
    write_tree(root, {QUIZ: quiz})
    (page,) = (
        text.decode()
        for path, text in compile_course(root)[1].items()
        if path.endswith("questions/soil.html")
    )
    assert 'id="q-new-one"' in page
    assert "None" not in page


def test_a_trial_shows_what_would_be_written(root: Path, capsys: Captured) -> None:
    before = contents(root)
    assert imported(root, "kao.csv", CASE.read_bytes().rsplit(b"\n", 2)[0], *GIVEN, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "kao-07" in said
    assert "true or false" in said
    assert "true-false" not in said
    assert "objective" in said
    assert contents(root) == before


def test_a_trial_names_a_case(root: Path, capsys: Captured) -> None:
    rows = ((*FINE, "plot", "It is dry."), ("other", *FINE[1:], "plot", ""))
    raw = table((*HEAD, "case id", "case text"), *rows)
    assert imported(root, "a.csv", raw, "--dry-run") == 0
    assert re.search(r"\bcase +plot\b", capsys.readouterr().out)


def test_a_trial_parts_what_is_new_changed_and_unchanged(root: Path, capsys: Captured) -> None:
    assert imported(root, "a.csv", table(HEAD, FINE, ("b", *FINE[1:])), "--bank", "a") == 0
    rows = (FINE, ("b", *FINE[1:4], "r", *FINE[5:]), ("c", *FINE[1:]), ("d", *FINE[1:]))
    before = contents(root)
    capsys.readouterr()
    assert imported(root, "a.csv", table(HEAD, *rows), "--update", "--dry-run") == 0
    said = capsys.readouterr().out
    assert said.endswith("new: 2\n  c\n  d\nchanged: 1\n  b\nunchanged: 1\n")
    assert contents(root) == before


def test_imported_items_are_counted_by_check(root: Path, capsys: Captured) -> None:
    assert imported(root, "a.csv", table(HEAD, FINE, ("other", *FINE[1:])), "--bank", "a") == 0
    found = [code for code in brief(problems_at(root)) if not code.startswith("CW0407")]
    assert found == ["CW0420 quizzes/bank/a.yml:13:5"]


def test_the_template_is_a_workbook_that_is_read(root: Path, capsys: Captured) -> None:
    file = root.parent / "t.xlsx"
    command = ["items", "template", str(file), "--course", str(root)]
    assert run(command) == 0
    book = load_workbook(file)
    assert book.sheetnames == ["Items", "Examples", "Explanations", "Objectives"]
    types = {row[1] for row in book["Examples"].iter_rows(min_row=2, values_only=True)}
    assert len(types) == 9
    assert any(row[5] for row in book["Examples"].iter_rows(min_row=2, values_only=True)), "a case"
    known = {row[0] for row in book["Objectives"].iter_rows(values_only=True)}
    assert {row[2] for row in book["Examples"].iter_rows(min_row=2, values_only=True)} <= known
    ids = [row[0] for row in book["Examples"].iter_rows(min_row=2, values_only=True)]
    assert ids == [f"example-{at:02}" for at in range(1, len(ids) + 1)]
    page = book["Items"].page_setup
    assert (page.orientation, page.scale, page.fitToHeight) == ("landscape", 70, None)
    assert book["Items"].print_title_rows == "$1:$1"
    assert book["Items"].print_title_cols == "$A:$A"
    assert imported(root, "t.xlsx", file.read_bytes()) == 1, "there is nothing in it yet"
    sheet = book["Items"]
    heads = [cell.value for cell in sheet[1]]
    for name, value in zip(HEAD, FINE, strict=True):
        sheet.cell(2, heads.index(name if len(name) > 1 else f"option {name}") + 1).value = value
    book.save(file)
    assert imported(root, "t.xlsx", file.read_bytes(), "--bank", "mine") == 0
    assert bank(root, "mine")[0]["id"] == "new-one"
    capsys.readouterr()
    assert run(command) == 2, "a file that is there is not replaced"


def _hide(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"


SPOILT: dict[str, Callable[[Worksheet], None]] = {
    "no stem": lambda sheet: sheet.delete_cols([cell.value for cell in sheet[1]].index("stem") + 1),
    "headers too low": lambda sheet: sheet.insert_rows(1, 12),
    "hidden": _hide,
    "empty": lambda sheet: sheet.delete_rows(2),
}


@pytest.mark.parametrize("format", [(), ("--format", "xlsx"), ("--format", "kaoshibao")])
@pytest.mark.parametrize("how", SPOILT)
def test_examples_of_the_template_are_never_read(
    root: Path, capsys: Captured, how: str, format: tuple[str, ...]
) -> None:
    file = root.parent / "t.xlsx"
    assert run(["items", "template", str(file), "--course", str(root)]) == 0
    book = load_workbook(file)
    for column, cell in enumerate(book["Items"][1], 1):
        if cell.value in HEAD:
            book["Items"].cell(2, column).value = FINE[HEAD.index(cell.value)]
    SPOILT[how](book["Items"])
    book.save(file)
    before = contents(root)
    assert imported(root, "t.xlsx", file.read_bytes(), *format) == 1
    said = capsys.readouterr().err
    assert errors(said) == ["CW1005 t.xlsx:1:1"]
    assert "Examples" not in said
    assert contents(root) == before


def _renamed(sheet: Worksheet) -> None:
    sheet.title = "Sheet2"


@pytest.mark.parametrize("how", [_renamed, lambda sheet: sheet.insert_rows(1, 3)])
def test_examples_are_known_by_what_they_say(
    root: Path, capsys: Captured, how: Callable[[Worksheet], None]
) -> None:
    book = _template(root)
    _renamed(book["Examples"])
    how(book["Sheet2"])
    before = contents(root)
    assert imported(root, "t.xlsx", saved(book)) == 1
    assert errors(capsys.readouterr().err) == ["CW1005 t.xlsx:1:1"]
    assert contents(root) == before


def test_a_row_beside_the_examples_is_told_and_not_read(root: Path, capsys: Captured) -> None:
    book = _template(root)
    sheet = book["Examples"]
    last = sheet.max_row + 1
    for column, cell in enumerate(sheet[1], 1):
        if cell.value in HEAD:
            sheet.cell(last, column).value = FINE[HEAD.index(cell.value)]
    before = contents(root)
    assert imported(root, "t.xlsx", saved(book)) == 1
    said = capsys.readouterr().err
    assert errors(said) == ["CW1005 t.xlsx:1:1"]
    assert "warning[CW1078]: rows of the sheet “Examples”" in said
    assert f"none of its examples, and are not read: {last}" in said
    assert contents(root) == before


def test_an_example_that_was_made_ones_own_is_read(root: Path) -> None:
    book = _template(root)
    sheet = book["Examples"]
    _renamed(sheet)
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("stem") + 1).value = "What is to be done first?"
    assert imported(root, "t.xlsx", saved(book), "--bank", "mine") == 0
    assert [each["id"] for each in bank(root, "mine")] == ["example-01"]


def _template(root: Path) -> Workbook:
    file = root.parent / "made.xlsx"
    assert run(["items", "template", str(file), "--course", str(root)]) == 0
    return load_workbook(file)


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_examples_of_the_template_test_the_first_chapter(tmp_path: Path) -> None:
    course = COURSE["content/course.yml"].replace("chapters: [soil]", "chapters: [soil, air]")
    assert "air" in course
    two = "objectives:\n  - id: uses\n    text: Tell their uses\n"
    files = {
        "content/course.yml": course,
        "content/chapters/air/chapter.yml": COURSE[CHAPTER].replace("wet-plot", "dry-plot"),
        "content/chapters/air/layers.yml": COURSE[SECTION],
        SECTION: COURSE[SECTION].replace("objectives:\n", two),
    }
    root = write_course(tmp_path / "course", files)
    file = tmp_path / "t.xlsx"
    assert run(["items", "template", str(file), "--course", str(root)]) == 0
    book = load_workbook(file)
    objectives = [row[2] for row in book["Examples"].iter_rows(min_row=2, values_only=True)]
    assert {*objectives} == {"soil/layers/uses", "soil/layers/name"}
    explained = dict(book["Explanations"].iter_rows(values_only=True))
    assert "replace what it says, its objective as well" in explained["Examples"]


@pytest.mark.parametrize(
    ("type", "options", "answer", "found"),
    [
        ("matching", ("x", "y"), "A: same\nB: same", ["CW0405 a.csv:2:8"]),
        ("matching", ("x", "x"), "A: one\nB: two", ["CW0405 a.csv:2:7"]),
        ("matching", ("other", "x", "x", "y"), "B: one\nC: two\nD: three", ["CW0405 a.csv:2:8"]),
        ("categorise", ("x", "y"), "A: same\nB: same", ["CW0405 a.csv:2:8"]),
        ("categorise", ("x", "y", "y"), "A: one\nBC: two", ["CW0405 a.csv:2:8"]),
        ("ordering", ("x", "y", "x"), "CBA", ["CW0405 a.csv:2:6"]),
    ],
)
def test_what_is_wrong_stands_where_it_was_written(
    root: Path, capsys: Captured, type: str, options: tuple[str, ...], answer: str, found: list[str]
) -> None:
    """A match and a category are written in the answer, an example and a step in the cell of their letter."""
    head = (*HEAD[:5], *"ABCD"[: len(options)], "answer", "explanation")
    raw = table(head, ("new-one", type, OBJECTIVE, LEVEL, "q", *options, answer, "e"))
    assert imported(root, "a.csv", raw) == 1
    assert errors(capsys.readouterr().err) == found


def test_only_what_changes_is_written_and_counted(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path / "course", with_quiz_of(ITEMS, EVERY_TYPE))
    file = root.parent / "b.xlsx"
    exported(root, "b.xlsx")
    book = load_workbook(file)
    sheet = book["Items"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("hints") + 1).value = "Look up."
    book.save(file)
    all = sheet.max_row - 1
    capsys.readouterr()
    assert imported(root, "b.xlsx", file.read_bytes(), "--update", "--dry-run") == 0
    said = capsys.readouterr().out
    assert (
        f"new: 0\nchanged: 1\n  {sheet.cell(2, 1).value}\nunchanged: {len(_items(EVERY_TYPE)) - 2}\n" in said
    )
    assert sheet.cell(3, 1).value not in said
    assert imported(root, "b.xlsx", file.read_bytes(), "--update") == 0
    said = capsys.readouterr().out
    assert "1 item\n" in said
    assert f"{all - 1} items are in the bank as the file says them, and stay as they are.\n" in said


def test_types_that_were_guessed_are_told_by_their_rows(root: Path, capsys: Captured) -> None:
    rows = (
        FINE,
        ("b", "numeric", *FINE[2:5], "", "", "Add up what stands in the table.", "e"),
        ("c", "", *FINE[2:]),
        ("d", "", *FINE[2:]),
    )
    assert imported(root, "a.csv", table(HEAD, *rows)) == 0
    said = capsys.readouterr()
    assert "warning[CW1033]: the answer of this item is no number" in said.err
    assert "a.csv:3:8" in said.err
    assert "The type of these rows is guessed, look them over: 3 (short answer)\n" in said.out
    assert "The type of these rows is guessed, look them over: 4, 5 (single choice)\n" in said.out
