"""Tables with anybody's headers: what is read, what is told, and where."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from importing import codes, drafts, table

from coursewright.exchange.columns import OTHERS, OWN
from coursewright.exchange.formats import read
from trees import CHINESE, ROOT

HEAD = ("题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析")


def one(*row: str, head: tuple[str, ...] = HEAD) -> dict[str, Any]:
    (found,) = drafts("a.csv", table(head, row))
    return found


def texts(item: dict[str, Any]) -> list[str]:
    return [option["text"] for option in item["options"]]


def keys(item: dict[str, Any]) -> list[str]:
    return [option["text"] for option in item["options"] if option.get("key")]


def test_texts_stay_texts() -> None:
    item = one("单选", "哪一个？", "007", "1-2", "=1+1", "+86", "Ａ", "编号是文字")
    assert texts(item) == ["007", "1-2", "=1+1", "+86"]
    assert keys(item) == ["007"]
    assert item["unexplained"] is True


@pytest.mark.parametrize("answer", ["ABD", "A,B,D", "A、Ｂ、D", "abd", "1,2,4", "A B D", "A；B;D", "124"])
def test_answers_in_any_spelling(answer: str) -> None:
    assert keys(one("多选题", "哪些？", "甲", "乙", "丙", "丁", answer, "x")) == ["甲", "乙", "丁"]


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("√", True),
        ("对", True),
        ("正确", True),
        ("T", True),
        ("A", True),
        ("TRUE", True),
        ("×", False),
        ("错误", False),
        ("B", False),
        ("False", False),
        ("错", False),
        ("0", False),
    ],
)
def test_true_or_false_in_any_spelling(answer: str, right: bool) -> None:
    assert one("判断", "是吗？", "", "", "", "", answer, "x")["answer"] is right


def test_true_or_false_as_a_choice_of_two() -> None:
    assert one("判断题", "是吗？", "错", "对", "", "", "A", "x")["answer"] is False


def test_a_letter_is_that_of_its_column() -> None:
    raw = table(HEAD, ("单选", "缺选项", "甲", "", "丙", "", "C", "x"))
    (item,) = drafts("a.csv", raw)
    assert (texts(item), keys(item)) == (["甲", "丙"], ["丙"])
    assert codes("a.csv", raw) == ["CW1013 2:2"]


def test_an_answer_that_is_the_text_of_an_option() -> None:
    assert keys(one("单选", "哪一个？", "甲", "乙", "", "", "乙", "x")) == ["乙"]


def test_an_answer_of_several_texts() -> None:
    assert keys(one("多选题", "哪些？", "甲", "乙", "丙", "", "乙、丙", "x")) == ["乙", "丙"]


@pytest.mark.parametrize(
    ("type", "options", "answer"),
    [
        ("单选题", "2345", "3"),
        ("多选题", "2143", "1,3"),
        ("", "2345", "3"),
        ("排序题", "2143", "1234"),
        ("多选题", ("1.2", "甲", "乙", "丙"), "1.2"),
    ],
)
def test_a_number_that_may_be_a_place_or_a_text_is_asked_for_as_a_letter(
    type: str, options: Sequence[str], answer: str
) -> None:
    assert codes("a.csv", table(HEAD, (type, "几个？", *options, answer, "x"))) == ["CW1071 2:7"]
    text = "\n".join(f"{letter}. {said}" for letter, said in zip("ABCD", options, strict=True))
    raw = f"1. 几个？[{type or '单选题'}]\n{text}\n答案：{answer}\n解析：x"
    assert "CW1071 6:1" in codes("a.txt", raw.encode())
    own = table((*HEAD, "其他设置"), (type, "几个？", *options, answer, "x", ""))
    assert "CW1071 2:7" in codes("a.csv", own)


@pytest.mark.parametrize(
    ("options", "answer", "right"),
    [
        ("1234", "3", ["3"]),
        (("12", "13", "14", "15"), "13", ["13"]),
        ("5678", "3", ["7"]),
        ("5678", "7", ["7"]),
    ],
)
def test_a_number_that_can_be_only_one_of_the_two_is_that(
    options: Sequence[str], answer: str, right: list[str]
) -> None:
    assert keys(one("单选题", "几个？", *options, answer, "x")) == right


def test_headers_are_known_in_a_row_further_down_and_whatever_stands_around() -> None:
    raw = table(
        ("请勿修改表头",),
        ("序号", " 题 型（必填）", "题干\n（必填）", "正确答案", "A", "Ｂ", "答案解析"),
        (),
        ("1", "【单选题】", "q", "b", "x", "y", "e"),
        ("", "", "", "", "", "", " "),
    )
    (item,) = drafts("a.csv", raw)
    assert (item["type"], texts(item), keys(item)) == ("single-choice", ["x", "y"], ["y"])


@pytest.mark.parametrize(
    ("row", "type"),
    [
        (("", "q", "a", "b", "", "", "A", "x"), "single-choice"),
        (("", "q", "a", "b", "c", "", "AC", "x"), "multiple-choice"),
        (("", "q", "", "", "", "", "对", "x"), "true-false"),
        (("", "q __ r", "", "", "", "", "s", "x"), "fill-in"),
        (("", "q", "", "", "", "", "because", "x"), "short-answer"),
    ],
)
def test_a_type_that_is_not_said_is_told_by_the_answer(row: tuple[str, ...], type: str) -> None:
    assert one(*row)["type"] == type


def test_gaps_with_alternatives() -> None:
    item = one("填空题", "一__二（ ）三____", "", "", "", "", "甲;乙|丙", "x")
    assert item["stem"] == "一___二（ ）三___"
    assert [blank["accept"] for blank in item["blanks"]] == [["甲", "乙"], ["丙"]]
    assert one("填空题", "一（　）二", "", "", "", "", "甲", "x")["stem"] == "一___二"


def test_a_number_with_its_tolerance_and_unit() -> None:
    item = one("计算题", "多少？", "25", "", "", "", "1,050 ± 0.5 万元", "x")
    assert item["answer"] == {"value": 1050, "tolerance": 0.5, "unit": "万元", "mistakes": [{"value": 25}]}
    assert one("计算题", "为何？", "", "", "", "", "见教材", "x")["type"] == "short-answer"


def test_an_order() -> None:
    item = one("排序题", "次序？", "甲", "乙", "丙", "丁", "DBAC", "x")
    assert [step["text"] for step in item["steps"]] == ["丁", "乙", "甲", "丙"]


def test_pairs_and_categories() -> None:
    item = one("连线题", "配对", "甲", "乙", "丙", "", "A: 一\nB：二", "x")
    assert [(pair["text"], pair["match"]) for pair in item["pairs"]] == [("甲", "一"), ("乙", "二")]
    assert item["others"] == [{"text": "丙"}]
    item = one("归类题", "归类", "甲", "乙", "丙", "", "AC: 一\nB: 二\n: 三", "x")
    found = [(each["text"], [one["text"] for one in each.get("examples", ())]) for each in item["categories"]]
    assert found == [("一", ["甲", "丙"]), ("二", ["乙"]), ("三", [])]


def test_texts_are_markdown_where_there_are_further_settings() -> None:
    raw = table(HEAD, ("单选", "**q**", "*a*", "b", "", "", "A", "e"))
    assert drafts("a.csv", raw)[0]["stem"] == r"\*\*q\*\*"
    own = table((*HEAD, "其他设置"), ("单选", "**q**", "*a*", "b", "", "", "A", "e"))
    assert drafts("a.csv", own)[0]["stem"] == "**q**"


def test_signs_of_markdown_are_signs() -> None:
    item = one("单选", "3*4*5 <b> [a](b) _x_", "# a", "- b", "1. c", "a_b", "A", "e\nf")
    assert item["stem"] == r"3\*4\*5 \<b\> [a\](b) \_x\_"
    assert texts(item) == [r"\# a", r"\- b", r"1\. c", "a_b"]
    assert item["explanation"] == "e\n\nf"


@pytest.mark.parametrize(
    ("type", "answer", "found"),
    [
        ("单选题", "AA", ["CW1031 2:7"]),
        ("", "AA", ["CW1031 2:7"]),
        ("多选题", "ABDA", ["CW1031 2:7"]),
        ("多选题", "1,1", ["CW1031 2:7"]),
        ("排序题", "ABCDA", ["CW1031 2:7"]),
        ("匹配题", "A: 一\nB: 二\nA: 三", ["CW1031 2:7"]),
        ("归类题", "AB: 一\nCDA: 二", ["CW1031 2:7"]),
    ],
)
def test_an_answer_that_names_a_letter_twice_is_told(type: str, answer: str, found: list[str]) -> None:
    raw = table(HEAD, (type, "q", "甲", "乙", "丙", "丁", answer, "x"))
    assert [each for each in codes("a.csv", raw) if "CW1013" not in each] == found


@pytest.mark.parametrize("answer", ["1e16", "-1e400", "50 ± 1e400", "9" * 500, "1.23456789012346E+19 cm"])
def test_a_number_that_no_source_can_say_is_told(answer: str) -> None:
    raw = table(HEAD, ("计算题", "q", "1e17", "", "", "", answer, "x"))
    assert codes("a.csv", raw) == ["CW1032 2:7", "CW1032 2:3"]


@pytest.mark.parametrize(("answer", "value"), [("1e-05", 1e-05), ("1.5E+3", 1500), ("2 eV", 2)])
def test_a_number_with_a_power_of_ten(answer: str, value: float) -> None:
    assert one("计算题", "q", "", "", "", "", answer, "x")["answer"]["value"] == value


def test_letters_before_the_texts_of_options_are_none_of_them() -> None:
    assert texts(one("单选题", "q", "A.一", "B、二", "", "", "A", "e")) == ["一", "二"]
    assert texts(one("单选题", "q", "A.一", "二", "", "", "A", "e")) == ["A.一", "二"], "another may mean it"


def test_an_answer_in_the_stem_is_taken_out_where_it_has_its_own_cell_too() -> None:
    assert one("单选题", "属于“4P”的是（A）。", "一", "二", "", "", "A", "e")["stem"] == "属于“4P”的是（ ）。"
    assert codes("a.csv", table(HEAD, ("单选题", "含维生素（A）的是？", "一", "二", "", "", "B", "e"))) == [
        "CW1037 2:2"
    ]


@pytest.mark.parametrize(
    "name", ["选项{at}", "{letter}选项", "选项（{letter}）", "选项 {letter}", "Option {at}", "{letter}"]
)
def test_options_by_any_header(name: str) -> None:
    heads = tuple(name.format(at=at, letter=letter) for at, letter in enumerate("ABCD", 1))
    item = one(*("单选题", "q"), *"甲乙丙丁", *("C", "e"), head=("题型", "题干", *heads, "答案", "解析"))
    assert (texts(item), keys(item)) == ([*"甲乙丙丁"], ["丙"])


@pytest.mark.parametrize("name", ["选项{at}的解析", "{letter}选项的理由", "{letter}解析", "why {letter}"])
def test_rationales_by_any_header(name: str) -> None:
    heads = tuple(name.format(at=at, letter=letter) for at, letter in enumerate("AB", 1))
    item = one("q", "甲", "乙", "r", "s", "A", "e", head=("题干", "A", "B", *heads, "答案", "解析"))
    assert [option["rationale"] for option in item["options"]] == ["r", "s"]


@pytest.mark.parametrize(
    "cell",
    [
        "A.甲\nB.乙\nC.丙",
        "A、甲\n\nＢ、乙\n(C)丙",
        "甲\n乙\n丙",
        "A.甲 B.乙 C.丙",
        "甲|乙|丙",
        "| 甲 ｜乙|丙 |",
        "A.甲|B.乙|C.丙",
        "A、甲 | B、乙 | C、丙",
        "A.甲；B.乙；C.丙",
    ],
)
def test_options_in_one_cell(cell: str) -> None:
    item = one("单选题", "q", cell, "C", "e", head=("题型", "题干", "选项", "答案", "解析"))
    assert (texts(item), keys(item)) == (["甲", "乙", "丙"], ["丙"])


def test_an_option_in_a_cell_of_all_has_further_lines() -> None:
    item = one("单选题", "q", "A.甲\n还是甲\nB.乙", "B", "e", head=("题型", "题干", "选项", "答案", "解析"))
    assert texts(item) == ["甲\n\n还是甲", "乙"]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("A.甲|乙\nB.丙", ["甲\\|乙", "丙"]),
        ("A.甲|乙 B.丙", ["甲\\|乙", "丙"]),
        ("甲|乙\n丙", ["甲\\|乙", "丙"]),
        ("A股\nB股", ["A股", "B股"]),
    ],
)
def test_bars_and_letters_in_options_of_a_cell_are_text(cell: str, found: list[str]) -> None:
    item = one("单选题", "q", cell, "B", "e", head=("题型", "题干", "选项", "答案", "解析"))
    assert texts(item) == found


@pytest.mark.parametrize("cell", ["甲；乙；丙", "A 甲 B 乙", "甲", "甲|"])
@pytest.mark.parametrize("answer", ["A", "B"])
def test_a_cell_of_one_option_is_told(cell: str, answer: str) -> None:
    head = ("题型", "题干", "选项", "答案", "解析")
    assert codes("a.csv", table(head, ("单选题", "q", cell, answer, "e"))) == ["CW1085 2:3"]
    assert codes("a.csv", table(head, ("简答题", "q", cell, answer, "e"))) == []


def test_what_stands_below_no_header_is_told() -> None:
    row = ("单选题", "q", "甲", "乙", "", "", "A", "e")
    raw = table(HEAD, row, (*row, "", "批注", "更多"), (*row, "", "另一条"))
    assert codes("a.csv", raw) == ["CW1014 3:10", "CW1014 3:11"]
    assert codes("a.csv", table((*HEAD, "", "颜色"), (*row, "批注", "红"))) == ["CW1014 2:9", "CW1014 1:10"]


def test_a_cell_of_options_loses_none() -> None:
    for cell in ("\n".join(map(str, range(1, 13))), "\n".join(f"{each}.{each}" for each in "ABCDEFGHIJKL")):
        item = one("单选题", "q", cell, "B", "e", head=("题型", "题干", "选项", "答案", "解析"))
        assert len(texts(item)) == 12


@pytest.mark.parametrize(
    ("folder", "is_all"), [("content", True), ("generator/coursewright/starter/en/content", False)]
)
def test_the_guide_lists_every_header(folder: str, is_all: bool) -> None:
    guide = (ROOT / folder / "guides/exchange.yml").read_text("utf-8")
    lines = [line.split("|")[2] for line in guide.split("\n") if line.count("|") == 3]
    listed = [{*re.findall("`([^`]*)`", line)} for line in lines]
    for field in {**OWN, **OTHERS}:
        names = {*OWN.get(field, ()), *OTHERS.get(field, "").split()}
        assert (found := {name for name in names if is_all or name.isascii()}) in listed or not found


def test_an_answer_of_several_letters_hints_at_the_other_type() -> None:
    raw = table(HEAD, ("单选题", "q", "甲", "乙", "", "", "AB", "e"))
    (problem,) = read("a.csv", raw, None, CHINESE).problems
    assert "如果有几个选项都对，题型是：多选题" in problem.hints(CHINESE)


def test_a_numbered_line_of_an_explanation_hints_at_its_indent() -> None:
    raw = "1. q\nA. 甲\nB. 乙\n答案：A\n解析：分两步：\n1. 先看\n2. 再问".encode()
    problem = next(each for each in read("a.txt", raw, None, CHINESE).problems if each.code == "CW1007")
    assert "以题号开头的行是新的一题；“先看”若属于上一题，就在行首缩进两格" in problem.hints(CHINESE)


@pytest.mark.parametrize(
    ("answer", "found"),
    [("A，因为甲对", "CW1009 2:7"), ("", "CW1010 2:7"), ("戊", "CW1009 2:7"), ("丁、戊", "CW1009 2:7")],
)
def test_an_answer_of_options_that_says_nothing_is_told_itself(answer: str, found: str) -> None:
    assert codes("a.csv", table(HEAD, ("", "q", "甲", "乙", "丙", "丁", answer, "x"))) == [found]
    options = "".join(f"{letter}.{text}\n" for letter, text in zip("ABCD", "甲乙丙丁", strict=True))
    line = f"答案：{answer}\n" if answer else ""
    place = "6:1" if answer else "1:1"
    text = f"1、q\n{options}{line}解析：x\n"
    assert codes("a.txt", text.encode()) == [f"{found.split(maxsplit=1)[0]} {place}"]


def test_a_type_that_is_not_said_is_told_by_the_texts_of_the_answer() -> None:
    assert one("", "q", "甲", "乙", "丙", "", "乙", "x")["type"] == "single-choice"
    assert one("", "q", "甲", "乙", "丙", "", "乙、丙", "x")["type"] == "multiple-choice"
