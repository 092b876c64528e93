"""`coursewright items` and `coursewright items audit`, on a terminal and as files."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from banks import bank, choice, many, statement
from coursewright.commands.main import run
from coursewright.commands.terminal import _
from trees import COURSE, Files, write_course

HOSTILE = "=1+1"


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def said(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str, code: int = 0) -> str:
    assert run([*arguments, "--course", str(root)]) == code
    return capsys.readouterr().out


@pytest.mark.parametrize("columns", ["80", "120", "200"])
def test_the_bank_is_listed_with_what_is_reserved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    listed = said(capsys, write_course(tmp_path), "items")
    assert all(id in listed for id in ("soil-top", "soil-dark", "soil-which", "soil-secret"))
    assert max(map(len, listed.splitlines())) <= int(columns)
    assert "Zanzibar" in listed
    coverage = next(line for line in listed.splitlines() if line.strip().startswith("soil/layers/name"))
    assert coverage.split()[1:5] == ["2", "+", "1", "1"]


def test_a_long_objective_leaves_room_for_every_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    layers, long = "content/chapters/soil/layers.yml", "tell-every-layer-of-a-soil-from-those-beside-it"
    files: Files = {
        layers: COURSE[layers].replace("  - id: name", f"  - id: {long}\n    text: Dig\n  - id: name")
    }
    *_, last = said(capsys, write_course(tmp_path, files), "items").splitlines()
    assert last.split() == ["all", "2", "+", "1", "1", "3", "+", "1"]


def test_an_objective_without_items_is_in_the_coverage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layers = "content/chapters/soil/layers.yml"
    files: Files = {
        layers: COURSE[layers].replace("  - id: name", "  - id: dig\n    text: Dig\n  - id: name")
    }
    listed = said(capsys, write_course(tmp_path, files), "items")
    assert next(line for line in listed.splitlines() if "layers/dig" in line).split()[1:] == ["0"]


def test_the_table_as_csv_holds_no_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_course(tmp_path, bank(statement("a", f'"{HOSTILE}"', holds=True)))
    said(capsys, root, "items", "--csv", str(tmp_path / "bank.csv"))
    raw = (tmp_path / "bank.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(raw, newline="")))
    assert rows[0] == ["id", "type", "objective", "level", "use", "file", "asked in", "stem"]
    assert rows[1][0] == "a"
    assert rows[1][-1] == f"'{HOSTILE}"


def test_the_workbook_has_the_table_and_the_coverage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_course(tmp_path, bank(statement("a", f'"{HOSTILE}"', holds=True)))
    said(capsys, root, "items", "--xlsx", str(tmp_path / "bank.xlsx"))
    book = load_workbook(tmp_path / "bank.xlsx")
    assert book.sheetnames == ["Items", "Coverage"]
    assert book["Items"]["A2"].value == "a"
    assert {cell.data_type for row in book["Items"].iter_rows() for cell in row} <= {"s", "n"}
    assert book["Items"]["H2"].value == HOSTILE
    table = [[cell.value for cell in row] for row in book["Coverage"].iter_rows()]
    assert table[1][-1] == 5
    assert all(isinstance(value, int | None) for row in table[1:] for value in row[1:])


@pytest.mark.parametrize("option", ["--csv", "--xlsx"])
@pytest.mark.parametrize(
    "place",
    [
        "site", "content/media", "quizzes/bank", "site_overrides", "translations", ".coursewright/stage",
        "private/sessions/2027-spring", "built/downloads", "private/../site",
    ],
)  # fmt: skip
def test_the_table_goes_into_no_folder_that_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, place: str
) -> None:
    root = write_course(tmp_path, {"built/assets/coursewright/manifest.json": "{}", "private/x": "x"})
    file = root / place / "bank.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    assert run(["items", option, str(file), "--course", str(root)]) == 2
    assert "what is for the trainer alone is not written into" in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize("name", ["bank.csv", "bank.xlsx"])
@pytest.mark.parametrize("place", [".", "private", "private/lists", "sites"])
def test_the_table_goes_anywhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, name: str
) -> None:
    """Into folders too that are not there yet: private/ is where a refusal sends people."""
    root = write_course(tmp_path)
    file = root / place / name
    said(capsys, root, "items", f"--{name[5:]}", str(file))
    assert file.stat().st_size
    assert (root / "private/.gitignore").exists() == place.startswith("private")


def test_a_chinese_course_has_its_table_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, files = write_course(tmp_path), (str(tmp_path / "bank.csv"), str(tmp_path / "bank.xlsx"))
    _.turn_to("zh_CN")
    try:
        printed = said(capsys, root, "items")
        said(capsys, root, "items", "--csv", files[0], "--xlsx", files[1])
    finally:
        _.turn_to("en")
    listed = (tmp_path / "bank.csv").read_text("utf-8-sig")
    book = load_workbook(tmp_path / "bank.xlsx")
    table = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    for text in (printed, listed, table):
        assert "单选题" in text
        assert "single-choice" not in text
    heading = [cell.value for cell in book.worksheets[1][1]]
    assert heading[1] == "记住 · 单选题 · 练习"


def test_the_audit_tells_rules_readers_and_coverage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waived = "[{rule: unsorted-numbers, reason: R}]"
    items = bank(
        choice("a", "How deep?", ["9 cm", "2 cm", "5 cm"]),
        choice("b", "How?", ["9 m", "2 m", "5 m"], waive=waived),
    )
    told = said(capsys, write_course(tmp_path, items), "items", "audit")
    assert "warning[CW0909]" in told
    assert next(
        line for line in told.splitlines() if "unsorted-numbers" in line and "CW0909 " in line
    ).split() == [
        "unsorted-numbers",
        "CW0909",
        "1",
        "1",
    ]
    assert "calls every statement right" not in told, "of three statements nothing can be said"
    assert "soil/layers/name" in told


def test_a_reader_has_all_figures_on_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    items = bank(*(choice(f"c{n}", f"Why {n}?", [f"It {n}", "No", "Yes"]) for n in range(9)))
    told = said(capsys, write_course(tmp_path, items), "items", "audit")
    readers = told[told.index("Readers who know nothing") : told.index("Coverage")].splitlines()
    assert max(map(len, readers)) <= 80
    always = [line.split() for line in readers if "! always chooses A" in line]
    assert always[-1] == ["!", "always", "chooses", "A", "9", "100", "33", "70–100"]
    assert len(always) == 3
    groups = [line.strip() for line in readers if line.startswith(" the ")]
    assert groups == ["the whole bank", "the items of the level “Recall”", "the file “more”"]
    assert "!: beats chance by more than luck explains" in readers


def test_of_a_level_and_a_file_the_best_is_shown_or_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = bank(*(statement(f"s{n}", f"S {n}.", holds=n % 2 == 0) for n in range(9)))
    root = write_course(tmp_path, items)
    few, every = (said(capsys, root, "items", "audit", *option) for option in ((), ("--all",)))
    assert [told.count("calls every statement right") for told in (few, every)] == [3, 3]
    assert [told.count("calls every statement wrong") for told in (few, every)] == [1, 3]


def test_a_small_bank_is_told_that_nothing_can_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, write_course(tmp_path), "items", "audit")
    assert "Of fewer than 5 questions nothing can be said" in told
    assert "Readers who know nothing" not in told


def test_a_level_has_its_name_in_the_readers_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_course(tmp_path, bank(*(statement(f"s{n}", f"S {n}.", holds=True) for n in range(9))))
    _.turn_to("zh_CN")
    try:
        told = said(capsys, root, "items", "audit")
    finally:
        _.turn_to("en")
    assert "“记住”层次的试题" in told
    assert "recall" not in told


def test_patterns_that_answer_alike_are_one_reader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    items = bank(*(many(f"m{n}", f"Why {n}?", [f"{w}{n}" for w in "ABCD"], (0, 2)) for n in range(8)))
    told = said(capsys, write_course(tmp_path, items), "items", "audit")
    assert "always ticks A, C " in told
    assert "always ticks A, C, E" not in told


def test_check_tells_what_the_audit_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = bank(choice("a", "How deep?", ["9 cm", "2 cm", "5 cm"]))
    told = said(capsys, write_course(tmp_path, items), "check")
    assert "warning[CW0909]" in told
    assert "Fine, with 1 warning" in told


def test_a_build_has_nothing_to_do_with_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = bank(choice("a", "How deep?", ["9 cm", "2 cm", "5 cm"]))
    root = write_course(tmp_path, items)
    assert run(["stage", str(tmp_path / "staged"), "--course", str(root)]) == 0
    assert "CW0909" not in capsys.readouterr().err
