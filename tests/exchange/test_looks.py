"""Type that is raised, lowered or struck out in workbooks and Word documents."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from importing import codes, drafts, table
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from test_sheet_reading import FINE, HEAD, book
from test_workbook import saved

from coursewright.exchange.formats import read
from trees import ENGLISH

RUNS: list[tuple[tuple[str, ...], str, str]] = [
    (("10", "^2", "等于多少？"), "10²等于多少？", ""),
    (("H", "_2", "O 与 SO", "_4", "^2-"), "H₂O 与 SO₄²⁻", ""),
    (("x", "^n", "^+１", "是？"), "xⁿ⁺¹是？", ""),
    (("x", "^(", "^b+1)", "是？"), "x(b+1)是？", "(b+1)"),
    (("留下", "~划掉", "的 5", "^th", "。"), "留下划掉的 5th。", "划掉, th"),
    (("留下", "~ ", "的"), "留下 的", ""),
]
"""Runs that are raised (^), lowered (_) or struck out (~); what is read of them, and what is told."""


def cell(*runs: str) -> CellRichText:
    looks: dict[str, dict[str, Any]] = {
        "^": {"vertAlign": "superscript"},
        "_": {"vertAlign": "subscript"},
        "~": {"strike": True},
    }
    return CellRichText(
        [TextBlock(InlineFont(**looks[run[0]]), run[1:]) if run[0] in looks else run for run in runs]
    )


def document(*runs: str) -> bytes:
    made, file = Document(), BytesIO()
    paragraph = made.add_paragraph("1. ")
    for text in runs:
        run = paragraph.add_run(text.lstrip("^_~"))
        name = {"^": "superscript", "_": "subscript", "~": "strike"}.get(text[0])
        if name:
            setattr(run.font, name, True)
    for line in ("A. 20", "B. 100", "答案：B", "解析：e"):
        made.add_paragraph(line)
    made.save(file)
    return file.getvalue()


def told(name: str, raw: bytes) -> list[str]:
    problems = [each for each in read(name, raw, None, ENGLISH).problems if each.code == "CW1045"]
    return [str(each.values["found"]) for each in problems]


@pytest.mark.parametrize(("runs", "stem", "lost"), RUNS)
def test_raised_and_lowered_signs_are_written_so_or_told(runs: tuple[str, ...], stem: str, lost: str) -> None:
    made = book(FINE)
    made.active["B2"] = cell(*runs)
    for name, raw, place in (("a.xlsx", saved(made), "2:2"), ("a.docx", document(*runs), "1:1")):
        assert drafts(name, raw)[0]["stem"] == stem
        assert told(name, raw) == ([lost] if lost else [])
        assert codes(name, raw) == ([f"CW1045 {place}"] if lost else [])


def test_our_own_sheet_has_them_too() -> None:
    made = book([*FINE, ""], head=[*HEAD, "more settings"])
    made.active["C2"] = cell("10 m", "^2")
    (item,) = drafts("a.xlsx", saved(made))
    assert item["options"][0]["text"] == "10 m²"


def test_a_cell_that_is_struck_out_as_a_whole_is_told() -> None:
    made = book(FINE)
    for place, value in (("C2", "old"), ("D2", 12)):
        made.active[place] = value
        made.active[place].font = Font(strike=True)
    assert told("a.xlsx", saved(made)) == ["old", "12"]


def test_looks_that_come_with_a_style_and_are_taken_back() -> None:
    made, file = Document(), BytesIO()
    made.styles["Normal"].font.strike = True
    made.styles.add_style("Power", 2).font.superscript = True
    for line in ("1. q", "A. a", "B. b", "答案：A", "解析：e"):
        made.add_paragraph().add_run(line).font.strike = False
    made.paragraphs[0].add_run("2", style="Power").font.strike = False
    made.paragraphs[1].add_run("x")
    made.save(file)
    assert drafts("a.docx", file.getvalue())[0]["stem"] == "q²"
    assert codes("a.docx", file.getvalue()) == ["CW1045 2:1"]


def test_a_formula_of_word_is_read_and_told() -> None:
    from docx.oxml import parse_xml

    made, file = Document(), BytesIO()
    for line in ("1. 求 ", "A. a", "B. b", "答案：A", "解析：e"):
        made.add_paragraph(line)
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    made.paragraphs[0]._p.append(parse_xml(f'<m:oMath xmlns:m="{math}"><m:r><m:t>x2</m:t></m:r></m:oMath>'))
    made.save(file)
    assert drafts("a.docx", file.getvalue())[0]["stem"] == "求 x2"
    assert told("a.docx", file.getvalue()) == ["x2"]


def test_an_answer_with_raised_signs_is_no_other_number() -> None:
    def read_of(options: tuple[str, str], answer: str, type: str = "") -> dict[str, Any]:
        (item,) = drafts("a.csv", table(HEAD, (type, "q", *options, answer, "e")))
        return item

    chosen = read_of(("10²", "102"), "10²")
    assert [option.get("key", False) for option in chosen["options"]] == [True, False]
    assert "m²" in str(read_of(("", ""), "50 m²", "numeric"))
    assert read_of(("", ""), "10²")["type"] == "short-answer"


def strong(*lines: str) -> bytes:
    """A document of lines in which every other run is bold, parted by stars."""
    made, file = Document(), BytesIO()
    for line in lines:
        paragraph = made.add_paragraph()
        for at, text in enumerate(line.split("*")):
            paragraph.add_run(text).font.bold = at % 2 == 1 or None
    made.save(file)
    return file.getvalue()


REST = ("A. 甲", "B. 乙", "答案：A", "解析：e")


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("1. 哪一项*不*对？", "哪一项**不**对？"),
        ("1. 哪一项*不*对？（ A ）[单选题]", "哪一项**不**对？"),
        ("1. 哪些（ A ）*不*对的*是* [单选题]", "哪些（ ）**不**对的**是**"),
        ("1. 哪*些（ A ）*对？ [单选题]", "哪**些（** ）对？"),
        ("*1.* 哪*一*项*不 是*对的？", "哪**一**项**不 是**对的？"),
        ("*1. 哪一*项不对？", "**哪一**项不对？"),
        ("*1. 哪一项不对？*", "哪一项不对？"),
        ("*1. 哪一项不对？*（ A ）", "哪一项不对？"),
        ("*1.* 哪一项不对？", "哪一项不对？"),
        ("1. 不对的*不*是__*_*？", "不对的**不**是\\_\\_\\_？"),
    ],
)
def test_bold_type_of_a_word_document_is_kept(line: str, stem: str) -> None:
    (item,) = drafts(
        "a.docx", strong(line, *(each for each in REST if "（ A ）" not in line or each[0] != "答"))
    )
    assert item["stem"] == stem


def test_bold_type_of_options_and_explanations_is_kept_where_a_part_of_them_has_it() -> None:
    raw = strong(
        "1. 哪*一*项？",
        "*A.* 它*不*动  B. 它*不*动  *C. 它动*",
        "*答案：A*",
        "*解析：*它*不*动。",
        "*它动。*",
    )
    (item,) = drafts("a.docx", raw)
    assert [option["text"] for option in item["options"]] == ["它**不**动", "它**不**动", "它动"]
    assert item["explanation"] == "它**不**动。\n\n**它动。**"


def test_bold_type_stays_with_options_on_the_line_of_the_stem() -> None:
    (item,) = drafts("a.docx", strong("1. 哪*一*项？ A. 它*不*动 B. *它动了*", "答案：A", "解析：e"))
    assert item["stem"] == "哪**一**项？"
    assert [option["text"] for option in item["options"]] == ["它**不**动", "它动了"]


def test_bold_type_of_a_whole_paragraph_by_its_style_says_nothing() -> None:
    made, file = Document(), BytesIO()
    made.styles["Normal"].font.bold = True
    for line in ("1. 哪一项", *REST):
        made.add_paragraph(line)
    made.paragraphs[0].add_run("不").font.bold = False
    made.paragraphs[0].add_run("对？")
    made.save(file)
    (item,) = drafts("a.docx", file.getvalue())
    assert (item["stem"], item["options"][0]["text"]) == ("**哪一项**不**对？**", "甲")
