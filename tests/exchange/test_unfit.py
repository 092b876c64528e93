"""Characters that no source may have: those that end a line do so, others are told where they stand."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from importing import GIVEN, drafts, imported, table
from openpyxl import Workbook

from trees import write_course

HEAD = ("题型", "题干", "选项A", "选项B", "答案", "解析")
FINE = ("单选题", "哪样？", "甲", "乙", "A", "e")
TEXT = "1、哪样？ [单选题]\nA. 甲\nB. 乙\n答案：A\n解析：e\n"
GIFT = "::q::哪样？ {=甲#e ~乙#e}\n"


def document(text: str) -> bytes:
    made, file = Document(), BytesIO()
    for line in text.split("\n"):
        element: Any = made.add_paragraph().add_run("x")._r.find(qn("w:t"))
        element.text = line
    made.save(file)
    return file.getvalue()


def book(*rows: tuple[str, ...]) -> bytes:
    made, file = Workbook(), BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(file)
    return file.getvalue()


FILES = {
    "a.csv": lambda stem: table(HEAD, (FINE[0], stem, *FINE[2:])),
    "a.xlsx": lambda stem: book(HEAD, (FINE[0], stem, *FINE[2:])),
    "a.txt": lambda stem: TEXT.replace("哪样？", stem).encode(),
    "a.docx": lambda stem: document(TEXT.replace("哪样？", stem)),
    "a.gift": lambda stem: GIFT.replace("哪样？", stem).encode(),
}


@pytest.mark.parametrize("end", ["\u2028", "\u2029"])
@pytest.mark.parametrize("name", [*FILES][:-1])
def test_what_ends_a_line_within_a_paragraph_ends_one(name: str, end: str) -> None:
    (item,) = drafts(name, FILES[name](f"说明。{end}哪样？"))
    assert item["stem"] == "说明。\n\n哪样？"


@pytest.mark.parametrize("char", ["\x85", "\u202e", "\u2067", "\x93"])
@pytest.mark.parametrize(
    ("name", "place"),
    [("a.csv", "2:2"), ("a.xlsx", "2:2"), ("a.txt", "1:4"), ("a.docx", "1:4"), ("a.gift", "1:1")],
)
def test_a_character_that_no_source_may_have_is_told_where_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, place: str, char: str
) -> None:
    root = write_course(tmp_path / "course")
    assert imported(root, name, FILES[name](f"哪{char}样？"), *GIVEN, "--unexplained") == 1
    said = capsys.readouterr().err.splitlines()
    found = [(line, below.rpartition("/")[2]) for line, below in pairwise(said) if line.startswith("error")]
    assert found == [(f"error[CW0115]: the character U+{ord(char):04X} is not allowed", f"{name}:{place}")]
