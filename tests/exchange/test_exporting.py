"""Sheets and texts that go out: read by other people's software, and back by ours; what stays is named."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from exchanging import WRITERS, Write, parcel
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import drafts
from openpyxl import load_workbook

from coursewright.exchange.formats import read
from coursewright.exchange.gift import gift
from coursewright.exchange.moodle_xml import moodle_xml
from coursewright.exchange.posed import Ledger
from coursewright.exchange.qti_package import qti3, qti21
from coursewright.exchange.text_book import TOO_LONG
from coursewright.model.items.bank import Bank
from coursewright.model.medium import Medium
from pictures import png
from trees import ENGLISH, EVERY_TYPE

PLATFORMS: dict[str, Write] = {"gift": gift, "moodle-xml": moodle_xml, "qti3": qti3, "qti21": qti21}
BANK = Bank.model_validate(yaml.safe_load(EVERY_TYPE))


def exported(format: str, bank: Bank = BANK) -> tuple[bytes, Ledger]:
    sent = WRITERS[format](parcel(bank), ENGLISH)
    return sent.content, sent.ledger


def cells(raw: bytes) -> dict[str, list[list[str]]]:
    """Every sheet, read by openpyxl."""
    book = load_workbook(BytesIO(raw))
    return {
        sheet.title: [
            ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book
    }


def test_kaoshibao_has_its_headers_to_the_letter() -> None:
    found = cells(exported("kaoshibao")[0])
    assert list(found) == ["试题案例，直接导入试试", "版本号"]
    assert found["版本号"] == [["kaoshibaoExcel20221101"]]
    assert found["试题案例，直接导入试试"][1] == [
        "题干（必填）", "题型 （必填）", "选项 A", "选项 B", "选项 C", "选项 D",
        "选项E\n(勿删)", "选项F\n(勿删)", "选项G\n(勿删)", "选项H\n(勿删)",
        "正确答案\n（必填）", "解析\n（勿删）", "章节\n（勿删）", "难度",
    ]  # fmt: skip


def test_kaoshibao_has_its_answers() -> None:
    rows = cells(exported("kaoshibao")[0])["试题案例，直接导入试试"][2:]
    found = {row[0].split("\n")[-1]: (row[1], *filter(None, row[2:6]), row[10], row[13]) for row in rows}
    assert found["What lies on top?"] == ("单选题", "Humus", "Rock", "A", "易")
    assert found["Humus is dark."] == ("判断题", "对", "错", "A", "易")
    assert found["Which hold water?"][0] == "多选题"
    assert found["Which hold water?"][-2] == "AB"
    type, *steps, answer, _ = found["Which comes first?"]
    assert type == "排序题"
    order = ["Mark the bed", "Dig it", "Rake it", "Sow"]
    assert [steps["ABCD".index(letter)] for letter in answer] == order
    assert steps != order, "as it is asked, not as it is right"
    assert found["The top layer is called ___, and below it lies ___."][1:3] == ("humus;topsoil|clay", "易")
    assert found["Two spits of 25 cm are dug. How deep is the trench?"] == ("计算题", "50 cm", "适中")
    assert "Water stands on Ann's bed:" in rows[-1][0]


def test_chaoxing_has_its_headers_and_answers() -> None:
    found = cells(exported("chaoxing")[0])
    assert list(found) == ["课程题库"]
    head, first, second, *_ = found["课程题库"]
    assert head[:10] == [
        "目录",
        "题目类型",
        "大题题干",
        "正确答案",
        "答案解析",
        "难易度",
        "知识点",
        "标签",
        "选项数",
        "选项A",
    ]
    assert first[:4] == ["/A garden/Soil/Layers", "单选题", "What lies on top?", "A"]
    assert first[8:11] == ["2", "Humus", "Rock"]
    assert second[1:4] == ["判断题", "Humus is dark.", "对"]


def test_what_stays_behind_is_named() -> None:
    _, ledger = exported("kaoshibao")
    assert ledger.left == {"Matching": ["soil-pairs"], "Categories": ["soil-kinds"]}
    assert {what: len(ids) for what, ids in ledger.lost.items()} == {
        "rationales": 9, "hints": 1, "tolerances": 1, "usual mistakes": 1, "criteria": 1,
        "that they are reserved for exams": 1,
    }  # fmt: skip
    assert exported("xlsx")[1] == Ledger()


@pytest.mark.parametrize("format", ["xlsx", "csv", "kaoshibao", "chaoxing"])
def test_a_text_that_no_cell_holds_is_told(format: str) -> None:
    data = yaml.safe_load(EVERY_TYPE)
    data["items"][0]["explanation"] = "x" * 32_768
    content, ledger = exported(format, Bank.model_validate(data))
    assert ledger.left[TOO_LONG] == ["soil-top"]
    assert b"x" * 32_768 not in content


FOREIGN = ("kaoshibao", "chaoxing", "text", "word")
ENDINGS = {"text": "a.txt", "word": "a.docx"}


@pytest.mark.parametrize("format", FOREIGN)
def test_it_is_read_back(format: str) -> None:
    found = drafts(ENDINGS.get(format, "a.xlsx"), exported(format)[0])
    assert [item["type"] for item in found] == [
        "single-choice", "true-false", "multiple-choice", "true-false", "ordering", "fill-in", "numeric",
        "short-answer", "true-false", "single-choice",
    ]  # fmt: skip
    assert [option["text"] for option in found[2]["options"] if option.get("key")] == ["Clay", "Humus"]
    assert [step["text"] for step in found[4]["steps"]] == ["Mark the bed", "Dig it", "Rake it", "Sow"]
    assert found[5]["stem"] == "The top layer is called ___, and below it lies ___."
    assert [blank["accept"] for blank in found[5]["blanks"]] == [["humus", "topsoil"], ["clay"]]
    assert found[6]["answer"] == {"value": 50, "unit": "cm"}
    assert found[8]["answer"] is True
    assert all(item["explanation"] for item in found)


ODD = [
    *("-", "*", "***", "#", ">", "1.", "- -", "```\n```", "[a]: b", "\u200b", "&#8203;", "|", "~~~"),
    *("![a](picture:a.png)", "| a | b |\n| --- | --- |", "    code", "`code`", "<!-- a -->", "___"),
]
"""Texts that show nothing, or nothing that is a text."""


ENTRIES = [{"text": "b"}, {"text": "c"}]


def with_texts(text: str) -> Bank:
    """A question of every shape, in which whatever is shown is one text."""
    general = {"objective": "a/b/c", "level": "recall", "explanation": "e", "unexplained": True}
    shapes: list[dict[str, Any]] = [
        {"type": "single-choice", "stem": text, "options": [{"text": "a", "key": True}, {"text": "b"}]},
        {"type": "true-false", "stem": text, "answer": True},
        {"type": "fill-in", "stem": text, "blanks": [{"accept": ["a"]}]},
        {"type": "short-answer", "stem": text, "rubric": [{"text": "a"}], "sample": "a"},
        {"type": "short-answer", "stem": "q", "rubric": [{"text": text}], "sample": text},
        {"type": "multiple-choice", "stem": "q", "options": [{"text": text, "key": True}, *ENTRIES]},
        {"type": "ordering", "stem": "q", "steps": [*ENTRIES, {"text": text}]},
    ]
    items = [{"id": f"q-{at}", **shape, **general} for at, shape in enumerate(shapes)]
    return Bank.model_validate({"items": items})


@pytest.mark.parametrize("format", [*WRITERS, *PLATFORMS])
@settings(max_examples=20, deadline=None)
@given(text=st.sampled_from(ODD) | st.text("-*#>`~|[]()!_ \na", min_size=1, max_size=8).filter(str.strip))
def test_texts_that_show_nothing_stop_nobody(format: str, text: str) -> None:
    posed = parcel(with_texts(text), {"a.png": Medium(name="a.png", content=png(2, 2))})
    sent = {**WRITERS, **PLATFORMS}[format](posed, ENGLISH)
    left = {id for ids in sent.ledger.left.values() for id in ids}
    assert sent.count == len(posed.posed) - len(left)


@pytest.mark.parametrize("format", FOREIGN)
def test_what_shows_nothing_is_named(format: str) -> None:
    ledger = exported(format, with_texts("-"))[1]
    assert ledger.left == {"texts that show nothing": [f"q-{at}" for at in range(7)]}


def with_gaps(*accepted: list[str], **more: Any) -> Bank:
    stem = " and ".join(["___"] * len(accepted))
    item = {"id": "q", "type": "fill-in", "stem": f"Say {stem}.", "objective": "a/b/c", "level": "recall"}
    blanks = [{"accept": texts} for texts in accepted]
    return Bank.model_validate({"items": [{**item, "explanation": "e", "blanks": blanks, **more}]})


SEPARATED = "accepted texts with a semicolon or a vertical bar, which stand between answers"


@pytest.mark.parametrize("format", FOREIGN)
@pytest.mark.parametrize("text", ["甲;乙", "甲；乙", "c|d", "c｜d", ";"])
def test_an_answer_that_would_become_two_is_no_answer(format: str, text: str) -> None:
    assert exported(format, with_gaps(["a"], [text]))[1].left == {SEPARATED: ["q"]}
    raw, ledger = exported(format, with_gaps([text, "a"], ["b"]))
    assert (ledger.left, ledger.lost) == ({}, {SEPARATED: ["q"]})
    (item,) = drafts(ENDINGS.get(format, "a.xlsx"), raw)
    assert [blank["accept"] for blank in item["blanks"]] == [["a"], ["b"]]


@pytest.mark.parametrize("format", FOREIGN)
def test_that_answers_may_change_places_is_named(format: str) -> None:
    ledger = exported(format, with_gaps(["a"], ["b"], any_order=True))[1]
    assert ledger.lost == {"answers that may change places": ["q"]}
    assert exported(format, with_gaps(["a"], any_order=True))[1] == Ledger()


@pytest.mark.parametrize("format", ["xlsx", "csv", *FOREIGN])
@pytest.mark.parametrize("form", ["", "spring/A"])
def test_nothing_of_what_goes_out_is_unread(format: str, form: str) -> None:
    sent = WRITERS[format](replace(parcel(BANK), form=form), ENGLISH)
    name = "a.csv" if format == "csv" else ENDINGS.get(format, "a.xlsx")
    found = read(name, sent.content, None, ENGLISH)
    assert found.problems == []
    assert {draft.form for draft in found.drafts} == {form if format != "csv" else ""}


@pytest.mark.parametrize("format", ["xlsx", "csv", "markdown", *FOREIGN])
def test_the_same_items_are_the_same_bytes(format: str) -> None:
    assert exported(format) == exported(format)


def test_word_opens_it() -> None:
    lines = [paragraph.text for paragraph in Document(BytesIO(exported("word")[0])).paragraphs]
    assert lines[:6] == [
        "Soil", "1、What lies on top? [单选题]", "A.Humus", "B.Rock",
        "答案：A", "解析：Leaves fall on top.",
    ]  # fmt: skip


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(exported("word")[0])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120
    )
    text = (tmp_path / "a.txt").read_bytes()
    assert [item["stem"] for item in drafts("a.txt", text)][:2] == ["What lies on top?", "Humus is dark."]
