"""Files whose questions have no explanation: refused in one line, taken in one step, and saying so."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
import yaml
from importing import GIVEN, bank, imported, table

from coursewright.commands.formats import FORMATS
from coursewright.commands.main import run
from trees import EVERY_TYPE, contents, with_quiz_of, write_course

Captured = pytest.CaptureFixture[str]
HEAD = ("题干", "题型", "选项A", "选项B", "选项C", "答案")
SHEET = table(
    HEAD,
    ("先做什么？", "单选", "问好", "倒水", "", "A"),
    ("哪些要做？", "多选", "问好", "倒水", "带路", "AC"),
    ("要复点。", "判断", "", "", "", "对"),
    ("上限是____万元", "填空", "", "", "", "5"),
    ("说说经过。", "简答", "", "", "", "先问好，再带路。"),
)
GIFT = "::a::Who? {=one ~two}\n\n::b::Sun rises in the East.{T}\n\n::c::How many? {#5}\n"
QTI = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="x">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
<correctResponse><value>A</value></correctResponse></responseDeclaration>
<itemBody><choiceInteraction responseIdentifier="RESPONSE"><prompt>Which?</prompt>
<simpleChoice identifier="A">One</simpleChoice><simpleChoice identifier="B">Two</simpleChoice>
</choiceInteraction></itemBody></assessmentItem>"""
FILES = [("甲.csv", SHEET, 5), ("a.gift", GIFT.encode(), 3), ("a.xml", QTI.encode(), 1)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course")


def taken(root: Path, before: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """The items of the banks that are new."""
    new = [name for name in contents(root) if name not in before]
    return [item for name in new for item in yaml.safe_load((root / name).read_text("utf-8"))["items"]]


@pytest.mark.parametrize(("name", "raw", "count"), FILES)
def test_a_file_without_explanations_is_refused_in_one_line_and_taken_in_one_step(
    root: Path, capsys: Captured, name: str, raw: bytes, count: int
) -> None:
    before = contents(root)
    assert imported(root, name, raw, *GIVEN) == 1
    told = capsys.readouterr().err
    assert told.count("error[") == 1
    assert f"error[CW1075]: questions without an explanation: {count} of {count} (rows " in told
    assert "= hint: to take them as they are: --unexplained" in told
    assert contents(root) == before

    assert imported(root, name, raw, *GIVEN, "--unexplained") == 0
    assert "no explanation" in capsys.readouterr().out
    items = taken(root, before)
    assert len(items) == count
    assert all(item["unexplained"] is True and "explanation" not in item for item in items)
    assert run(["check", "--course", str(root)]) == 0
    said = capsys.readouterr().out
    assert said.count("CW0420") == 1
    assert f"items without rationales or an explanation, which teach less than they could: {count}\n" in said


def test_what_a_few_rows_have_forgotten_is_told_with_these_rows(root: Path, capsys: Captured) -> None:
    rows = [(f"q {at}", "单选", "a", "b", "", "A", "" if at % 3 else "e") for at in range(18)]
    assert imported(root, "a.csv", table((*HEAD, "解析"), *rows), *GIVEN) == 1
    told = capsys.readouterr().err
    assert "questions without an explanation: 12 of 18 (rows 3, 4, 6, 7, 9, 10, 12, 13, 15, 16 …)" in told
    assert "a.csv:3:7\n" in told


def test_what_has_an_explanation_keeps_it(root: Path) -> None:
    sheet = table((*HEAD, "解析"), ("q", "判断", "", "", "", "对", "e"), ("r", "判断", "", "", "", "错", ""))
    assert imported(root, "a.csv", sheet, *GIVEN, "--unexplained") == 0
    assert [item.get("explanation") for item in bank(root, "a")] == ["e", None]


def test_what_the_bank_has_without_one_needs_no_asking_again(root: Path) -> None:
    assert imported(root, "a.csv", SHEET, *GIVEN, "--unexplained") == 0
    before = contents(root)
    assert imported(root, "a.csv", SHEET, *GIVEN, "--update") == 0
    book = root.parent / "out.xlsx"
    assert run(["items", "export", str(book), "--course", str(root)]) == 0
    assert imported(root, "out.xlsx", book.read_bytes(), "--update") == 0
    assert contents(root) == before


def test_an_explanation_that_the_bank_has_is_taken_away_by_no_slip(root: Path, capsys: Captured) -> None:
    with_one = table((*HEAD, "解析"), ("q", "判断", "", "", "", "对", "e"))
    assert imported(root, "a.csv", with_one, *GIVEN) == 0
    assert imported(root, "a.csv", with_one.replace(b",e", b","), *GIVEN, "--update") == 1
    assert "CW1075" in capsys.readouterr().err
    assert bank(root, "a")[0]["explanation"] == "e"


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_our_own_tables_say_that_it_has_none(root: Path, capsys: Captured, format: str) -> None:
    assert imported(root, "a.csv", SHEET, *GIVEN, "--unexplained") == 0
    out = root.parent / f"b.{format}"
    assert run(["export", format, str(out), "--course", str(root), "--bank", "a"]) == 0
    other = write_course(root.parent / "other" / "course")
    capsys.readouterr()
    assert imported(other, out.name, out.read_bytes()) == 0, capsys.readouterr().err
    said = capsys.readouterr().out
    assert "no explanation" not in said
    assert "no rationales" not in said
    assert bank(other, "b") == bank(root, "a")


def test_a_table_without_sheets_names_none(root: Path, capsys: Captured) -> None:
    sheet = table((*HEAD, "解析", "备注"), ("q", "判断", "", "", "", "对", "", "x"))
    assert imported(root, "a.csv", sheet, *GIVEN) == 1
    said = capsys.readouterr().err
    assert "row 2, column “解析”\n" in said
    assert "row 1, column “备注”: 备注\n" in said
    assert "sheet “" not in said


@pytest.mark.parametrize("name", FORMATS)
def test_what_has_none_goes_out_without_one(tmp_path: Path, name: str) -> None:
    bare = re.sub("explanation: .*", "unexplained: true", EVERY_TYPE)
    root = write_course(tmp_path / "course", with_quiz_of("soil-top, soil-dark", bare))
    out = tmp_path / "out"
    assert run(["export", name, str(out), "--course", str(root), "--chapter", "soil", "--skip"]) == 0
    found = out.read_bytes()
    if is_zipfile(out):
        with ZipFile(out) as archive:
            found = b"".join(archive.read(each) for each in archive.namelist() if not each.endswith(".mjs"))
    assert found
    assert b"None" not in found
