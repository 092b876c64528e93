"""A form of an exam that comes back: the bank stays as it was, and nothing of it becomes practice."""

import csv
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from every_form import exported, form_course
from importing import table
from openpyxl import load_workbook

from coursewright.commands.formats import FORMATS
from coursewright.commands.main import run
from coursewright.exams.store import get
from coursewright.exchange.formats import read
from coursewright.exchange.plain import plain_item
from coursewright.model.items.bank import Bank
from coursewright.model.items.likeness import key_of, said_of
from practised import reworded
from trees import BANK, COURSE, ENGLISH, contents, write_course

Captured = pytest.CaptureFixture[str]
READ_BACK = [name for name, format in FORMATS.items() if format.is_read]
NAMELESS = ("kaoshibao", "chaoxing", "text", "word")
GIVEN = ("--objective", "soil/layers/name", "--level", "recall")
WHOLE = ("qti3", "qti21", "xlsx", "csv")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return form_course(tmp_path_factory.mktemp("forms") / "course")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A course that has none of the items."""
    bank = COURSE[BANK].replace("    use: exam\n", "")
    return write_course(tmp_path / "course", {BANK: reworded(bank)})


def form(root: Path, format: str) -> bytes:
    code, file = exported(root, format, "--skip")
    assert code == 0
    return file.read_bytes()


def imported(root: Path, format: str, raw: bytes, *options: str, given: Sequence[str] = GIVEN) -> int:
    file = root.parent / f"form-{format}{FORMATS[format].ending}"
    file.write_bytes(raw)
    return run(["import", str(file), "--course", str(root), *given, *options])


def part(raw: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(raw)) as package:
        return package.read(name)


def banked(root: Path) -> dict[str, dict[str, Any]]:
    """Every item of the banks by its id, as its file says it."""
    files = (root / "quizzes/bank").glob("*.yml")
    return {each["id"]: each for file in files for each in yaml.safe_load(file.read_text("utf-8"))["items"]}


@pytest.mark.parametrize("format", READ_BACK)
@pytest.mark.parametrize("options", [("--update",), (), ("--update", "--skip"), ("--dry-run",)])
def test_a_form_changes_nothing_in_its_own_course(
    root: Path, format: str, options: tuple[str, ...], capsys: Captured
) -> None:
    raw, before = form(root, format), contents(root)
    capsys.readouterr()
    assert imported(root, format, raw, *options) == 1
    assert imported(root, format, raw, *options, given=()) == 1
    said = capsys.readouterr().err
    assert re.findall(r"\[(CW\d+)\]", said) == ["CW1074", "CW1074"]
    assert "the form spring/A of an exam" in said
    assert contents(root) == before


@pytest.mark.parametrize("format", READ_BACK)
def test_a_form_is_for_exams_in_any_other_course(
    root: Path, format: str, other: Path, capsys: Captured
) -> None:
    before, raw = banked(other), form(root, format)
    capsys.readouterr()
    assert imported(other, format, raw) == 0
    said = capsys.readouterr()
    assert "the form spring/A of an exam, and stay reserved" in said.out + said.err
    assert "quizzes/practice" not in said.out + said.err
    fresh = {id: item for id, item in banked(other).items() if id not in before}
    assert fresh
    assert {item["use"] for item in fresh.values()} == {"exam"}
    assert run(["check", "--course", str(other)]) == 0


@pytest.mark.parametrize("format", READ_BACK)
def test_what_a_form_asks_comes_as_it_is_frozen(root: Path, format: str, other: Path) -> None:
    assert imported(other, format, form(root, format)) == 0
    session = get(root, "spring").session
    texts = {id: case.text for id, case in session.cases.items()}
    frozen = {
        id: (said_of(one.model, texts.get(one.case or "", "")), key_of(one.model))
        for id, one in session.items.items()
    }
    (path,) = {*(other / "quizzes/bank").glob("form-*.yml")}
    bank = Bank.model_validate(yaml.safe_load(path.read_text("utf-8"))).completed()
    found = [
        (item.id, (said_of(item, case.stimulus if case else ""), key_of(item)))
        for _path, item, case in bank.questions()
    ]
    if format in NAMELESS:
        assert {said for _id, said in found} <= {*frozen.values()}
    else:
        assert [frozen[id] for id, _said in found] == [said for _id, said in found]
    for item in (one for _path, one, _case in bank.questions() if format in WHOLE):
        said, was = plain_item(item), plain_item(session.items[item.id].model)
        assert said["type"] == was["type"]
        if "answer" in was:
            assert said["answer"] == was["answer"]


@pytest.mark.parametrize("format", ["moodle-xml", "gift"])
def test_categories_of_a_form_stay_categories(root: Path, format: str) -> None:
    drafts = read(f"a{FORMATS[format].ending}", form(root, format), None, ENGLISH).drafts
    (kinds,) = [draft.data for draft in drafts if draft.id == "kept-kinds"]
    assert kinds["type"] == "categorise"
    assert {each["text"]: {one["text"] for one in each["examples"]} for each in kinds["categories"]} == {
        "Living": {"Worm"},
        "Lifeless": {"Pebble", "Sand"},
    }


@pytest.mark.parametrize("format", NAMELESS)
@pytest.mark.parametrize("options", [(), ("--update",)])
def test_reserved_items_of_the_bank_become_no_practice(
    root: Path, format: str, options: tuple[str, ...], capsys: Captured
) -> None:
    """The file is no form, and nothing in it says that they are reserved."""
    file = root / "private" / f"bank{FORMATS[format].ending}"
    chosen = ["--bank", "kept", "--use", "exam", "--skip", "--course", str(root)]
    assert run(["export", format, str(file), *chosen]) == 0
    before = contents(root)
    capsys.readouterr()
    assert imported(root, format, file.read_bytes(), *options) == 1
    told = re.findall(r"\[(CW\d+)\]", capsys.readouterr().err)
    assert {*told} & {"CW0427", "CW1039"}
    assert contents(root) == before


def test_a_text_without_its_mark_is_known_by_what_it_says(root: Path, capsys: Captured) -> None:
    lines = form(root, "text").decode("utf-8-sig").split("\r\n")
    assert lines[0] == "试卷：spring/A"
    assert imported(root, "text", "\n".join(lines[1:]).encode()) == 1
    assert "“form-text-01” reads as “kept-" in capsys.readouterr().err


def test_a_workbook_is_known_without_its_column(root: Path, capsys: Captured) -> None:
    book = load_workbook(BytesIO(form(root, "xlsx")))
    sheet = book.worksheets[0]
    assert sheet.cell(1, 6).value == "form"
    sheet.delete_cols(6)
    raw = BytesIO()
    book.save(raw)
    before = contents(root)
    assert imported(root, "xlsx", raw.getvalue(), "--update") == 1
    assert "error[CW1074]" in capsys.readouterr().err
    assert contents(root) == before


def test_a_file_with_one_row_of_a_form_is_refused_whole(root: Path, capsys: Captured) -> None:
    file = root / "private/bank.csv"
    assert run(["export", "csv", str(file), "--use", "all", "--course", str(root)]) == 0
    head, *rows = csv.reader(file.read_text("utf-8-sig").splitlines(keepends=True))
    mixed = [["form", *head], *(["spring/A" if at == 3 else "", *row] for at, row in enumerate(rows))]
    assert imported(root, "csv", table(*mixed), "--update") == 1
    assert "error[CW1074]" in capsys.readouterr().err


def test_the_mark_stands_where_each_format_has_a_place(root: Path) -> None:
    assert b"<text>form:spring/A</text>" in form(root, "moodle-xml")
    assert b"[tag:form:spring/A]" in form(root, "gift")
    assert form(root, "csv").decode("utf-8-sig").split("\r\n")[0].split(",")[5] == "form"
    for format in ("kaoshibao", "chaoxing"):
        assert b"<cp:keywords>form:spring/A</cp:keywords>" in part(form(root, format), "docProps/core.xml")
    assert part(form(root, "qti3"), "imsmanifest.xml").count(b">form:spring/A<") == 12


def test_a_bank_has_no_mark(root: Path) -> None:
    for format in READ_BACK:
        file = root / "private" / f"all{FORMATS[format].ending}"
        assert run(["export", format, str(file), "--use", "all", "--skip", "--course", str(root)]) == 0
        drafts = read(file.name, file.read_bytes(), None, ENGLISH).drafts
        assert drafts
        assert {draft.form for draft in drafts} == {""}
