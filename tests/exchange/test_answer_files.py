"""Files of answers: tables, pushes and QTI reports say what was written, and damaged ones are told."""

import io
import json
import random
from collections.abc import Callable

import pytest
from importing import table
from xlsxwriter import Workbook

from coursewright.diagnostics import Problem
from coursewright.exchange.keyed import label_of, read_keyed
from coursewright.exchange.pushes import is_pushes, read_pushes
from coursewright.exchange.qti_results import read_qti_results
from coursewright.model.filled import Filled, Label
from trees import ENGLISH

Read = Callable[[bytes], tuple[list[Filled], list[Problem]]]

HEAD = ("姓名", "考号", "卷别", "第1题", "2.1", "2(2)", "３", "4分")
CSV = table(HEAD, ("张三", "００7", "A卷", "ABD", "甲", "乙", "50", "3"), ("", "", "", "", "", "", "", ""))
PUSHES = b'{"sojumpparm": "007", "form": "B", "q1": "1", "q3": "1,2", "q4_2": "x", "index": 5}\n'
QTI_3 = b"""<?xml version="1.0"?>
<assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v3p0">
<context sourcedId="007"/><testResult identifier="t" datestamp="2026-11-28T10:00:00Z"/>
<itemResult identifier="soil-top" datestamp="2026-11-28T10:00:00Z" sessionStatus="final">
<responseVariable identifier="RESPONSE" cardinality="multiple" baseType="identifier">
<candidateResponse><value>qaeg</value><value>_2b</value></candidateResponse></responseVariable>
<responseVariable identifier="duration" cardinality="single">
<candidateResponse><value>9</value></candidateResponse></responseVariable>
<outcomeVariable identifier="SCORE"><value>1</value></outcomeVariable></itemResult></assessmentResult>"""
QTI_KEBAB = QTI_3.replace(b"assessmentResult", b"qti-assessment-result").replace(
    b"itemResult", b"qti-item-result"
)


def keyed(raw: bytes) -> tuple[list[Filled], list[Problem]]:
    return read_keyed("answers", raw, ENGLISH)


def pushed(raw: bytes) -> tuple[list[Filled], list[Problem]]:
    return read_pushes("answers", raw)


def reported(raw: bytes) -> tuple[list[Filled], list[Problem]]:
    return read_qti_results("answers", raw)


def said(filled: Filled) -> dict[Label, str]:
    return {label: written.text for label, written in filled.answers.items()}


def book(*rows: tuple[object, ...], hidden: tuple[int, ...] = ()) -> bytes:
    file = io.BytesIO()
    made = Workbook(file, {"in_memory": True})
    sheet = made.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    for at in hidden:
        sheet.set_row(at, None, None, {"hidden": True})
    made.close()
    return file.getvalue()


def test_a_table_by_its_headers() -> None:
    (filled,), problems = keyed(CSV)
    assert (filled.name, filled.number, filled.form, filled.at.line) == ("张三", "007", "A卷", 2)
    assert said(filled) == {
        Label("1"): "ABD", Label("2", "1"): "甲", Label("2", "2"): "乙", Label("3"): "50",
        Label("4", is_points=True): "3",
    }  # fmt: skip
    assert {label.question: (each.line, each.column) for label, each in filled.answers.items()}["1"] == (2, 4)
    assert problems == []


def test_a_workbook_with_numbers_above_its_columns() -> None:
    (filled,), problems = keyed(book(("考号", "卷别", 1, 2, 3.1), ("007", "A", "B", 49.5, "x")))
    assert said(filled) == {Label("1"): "B", Label("2"): "49.5", Label("3", "1"): "x"}
    assert problems == []


def test_answers_in_hidden_rows_are_read_and_told() -> None:
    filled, problems = keyed(book(("考号", 1), ("007", "A"), ("008", "B"), hidden=(2,)))
    assert [each.number for each in filled] == ["007", "008"]
    assert [(problem.code, problem.place.line) for problem in problems] == [("CW1525", 3)]


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("1", Label("1")), ("q12", Label("12")), ("第3题", Label("3")), ("3-2", Label("3", "2")),
        ("9得分", Label("9", "", True)), ("9points", Label("9", "", True)), ("0", None), ("备注", None),
        ("1a", None),
    ],
)  # fmt: skip
def test_a_header_names_a_question(header: str, label: Label | None) -> None:
    assert label_of(header) == label


def test_pushes_in_lines_and_in_a_list() -> None:
    (filled,), problems = pushed(PUSHES)
    assert (filled.number, filled.form) == ("007", "B")
    assert said(filled) == {Label("1"): "1", Label("3"): "1,2", Label("4", "2"): "x"}
    assert problems == []
    listed = json.dumps([json.loads(PUSHES), {"number": 8, "q1": ["1", 2]}]).encode()
    assert is_pushes(listed)
    assert [said(each)[Label("1")] for each in pushed(listed)[0]] == ["1", "1,2"]


@pytest.mark.parametrize("raw", [QTI_3, QTI_KEBAB])
def test_a_report_of_qti(raw: bytes) -> None:
    (filled,), problems = reported(raw)
    assert filled.number == "007"
    assert said(filled) == {Label("soil-top", "RESPONSE"): "qaeg\x1f_2b"}
    assert problems == []


@pytest.mark.parametrize(
    ("read", "raw", "codes"),
    [
        (keyed, b"\xff\xfe\x00", ["CW1501"]),
        (keyed, b"PK\x03\x04nothing", ["CW1501"]),
        (keyed, table(("a", "b"), ("1", "2")), ["CW1503"]),
        (keyed, b"", ["CW1502"]),
        (keyed, table(("考号", "1", "1", "备注"), ("7", "A", "B", "x")), ["CW1017", "CW1504"]),
        (pushed, b'{"q1": \n[1]\n', ["CW1505", "CW1505"]),
        (pushed, b"[" * 100_000, ["CW1505"]),
        (pushed, b"{}" * 2, ["CW1505"]),
        (reported, b"<assessmentResult>", ["CW1057"]),
        (reported, b"<assessmentTest/>", ["CW1502"]),
        (reported, b'<!DOCTYPE x [<!ENTITY a "b">]><assessmentResult/>', ["CW1057"]),
    ],
)
def test_what_cannot_be_read_is_told(read: Read, raw: bytes, codes: list[str]) -> None:
    _filled, problems = read(raw)
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("read", "raw"),
    [(keyed, CSV), (keyed, book(("考号", 1), ("007", "A"))), (pushed, PUSHES), (reported, QTI_3)],
    ids=["csv", "xlsx", "pushes", "qti"],
)
def test_no_damage_is_a_bug_of_ours(read: Read, raw: bytes) -> None:
    """A thousand files with bytes changed, cut and doubled: each is read, or told as a problem."""
    chance = random.Random(11)
    for _ in range(250):
        damaged = bytearray(raw)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        filled, problems = read(
            bytes(damaged[: chance.randint(1, len(damaged))] if chance.random() < 0.3 else damaged)
        )
        assert filled is not None
        assert all(problem.message(ENGLISH) for problem in problems)


def test_a_push_that_says_two_things_under_one_key_is_not_chosen_from() -> None:
    (filled,), problems = pushed(b'{"number": "007", "q1": "1", "Q1": "2", "q2": "1", "q2": "1"}\n')
    assert said(filled) == {Label("2"): "1"}
    assert [(each.code, each.values) for each in problems] == [("CW1535", {"found": "q1: 1; 2"})]


def test_a_push_of_two_candidates_is_nobody_s() -> None:
    filled, problems = pushed(b'{"number": "007", "number": "008", "q1": "1"}\n')
    assert (filled, [each.code for each in problems]) == ([], ["CW1505"])


def test_two_results_of_one_item_are_not_chosen_from() -> None:
    head, item, tail = QTI_3.partition(b"<itemResult")[0], *QTI_3.partition(b"<itemResult")[1:]
    item = (item + tail).removesuffix(b"</assessmentResult>")
    other = item.replace(b"_2b", b"pppp")
    (filled,), problems = reported(head + item + item + b"</assessmentResult>")
    assert said(filled) == {Label("soil-top", "RESPONSE"): "qaeg\x1f_2b"}
    assert problems == []
    (filled,), problems = reported(head + item + other + b"</assessmentResult>")
    assert said(filled) == {}
    assert [(each.code, each.values) for each in problems] == [
        ("CW1535", {"found": "soil-top: qaeg _2b; qaeg pppp"})
    ]
