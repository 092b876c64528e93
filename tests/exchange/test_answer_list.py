"""Papers whose answers stand in a list at their end: read where each answer meets one question, else told."""

from typing import Any

import pytest
from importing import codes, drafts
from test_text_form import document

from coursewright.diagnostics import as_text
from coursewright.exchange.formats import read
from trees import ENGLISH

PAPER = """\
客户经理考试题库

一、单选题（每题2分，共4分）
1、哪一层在上面？
A.岩石
B、腐殖质
2．哪一样存水？
A. 黏土  B. 石头

二、多选题
3、哪些存水？
A. 黏土  B. 腐殖质  C. 石头

三、判断题
4、黏土存水。
5、石头存水。

四、填空题
6、上面是__，下面是__。

五、简答题
7、为什么要翻土？

"""
LAST = "6、腐殖质;表土|黏土\n7、根要松土。\n水要下去。\n"
CONTINUED = {
    "in rows": f"参考答案：\n1～3：B A AB\n4-5 √ ×\n{LAST}",
    "in rows within brackets": f"2024年考试答案\n【1—2】（BA）3：AB；4至5 对，错\n{LAST}",
    "one beside another": (
        "附：参考答案及解析\n1.B 2.A 3.A、B 4.√ 5.× 6.腐殖质;表土|黏土\n7.根要松土。\n水要下去。\n"
    ),
    "one a line": f"【答案】\n1、B\n2、A\n3、AB\n4、对\n5、错\n{LAST}",
    "in columns": f"标准答案\n1．B  3．AB  5．错误\n2．A  4．正确\n{LAST}",
    "without a sign": f"答案\n1B 2A 3AB 4√ 5×\n{LAST.replace('7、', '第7题：')}",
    "without a word": f"1-2 BA\n3.AB\n4-5 √×\n{LAST}",
    "with other signs": "参考答案 1-B 2—A，3=AB/4.√、5.×；6、腐殖质;表土|黏土\n7、根要松土。\n水要下去。\n",
    "in brackets": "答案\n(1)B (2)A\n（3）AB\n(4)√ (5)×\n(6)腐殖质;表土|黏土\n（7）根要松土。\n水要下去。\n",
    "on the line of the word alone": (
        "答案：1.B 2.A 3.AB 4.√ 5.× 6.腐殖质;表土|黏土 7.根要松土。\n水要下去。\n"
    ),
    "on the line of the word": f"答案：1-2 BA 3.AB 4-5：对错\n{LAST}",
    "with a heading on that line": (
        "参考答案：一、单选题 1-2 BA\n多选题 3.AB\n三、4-5 √×\n四、6、腐殖质;表土|黏土\n"
        "五、7、根要松土。\n水要下去。\n"
    ),
    "in a table": f"参考答案\n题号\t1\t2\t3\n答案\tB\tA\tAB\n题号 | 4 | 5\n答案 | √ | ×\n{LAST}",
    "in a table of one cell a line": f"参考答案：\n题号\n1\n2\n3\n4\n5\n答案\nB\nA\nAB\n对\n错\n{LAST}",
    "in English": f"Answer key\n1-2 BA\n3 AB\n4-5 TF\n{LAST}",
    "below headings": (
        "客户经理考试题库参考答案\n一、单选题：1-2 BA\n二、多选题（每题2分）\n3.AB\n三、判断题 4.√ 5.×\n"
        "填空题：6、腐殖质;表土|黏土\n五、简答题\n7、根要松土。\n水要下去。\n"
    ),
    "by the numbers of headings": (
        "参考答案\n一、1.B 2.A\n二、3.AB\n三、4.√ 5.×\n"
        "四、6、腐殖质;表土|黏土\n五、7、根要松土。\n水要下去。\n"
    ),
    "below headings of their own": (
        "一、单选题答案\n1-2 BA\n二、多选题答案\n3.AB\n三、判断题答案：4.√ 5.×\n四、填空题答案\n"
        "6、腐殖质;表土|黏土\n五、简答题答案\n7、根要松土。\n水要下去。\n"
    ),
}


def brief(items: list[dict[str, Any]]) -> list[Any]:
    def answer(item: dict[str, Any]) -> Any:
        if "options" in item:
            return "".join("ABC"[at] for at, option in enumerate(item["options"]) if option.get("key"))
        if "blanks" in item:
            return [blank["accept"] for blank in item["blanks"]]
        return item.get("sample", item.get("answer"))

    return [answer(item) for item in items]


READ = ["B", "A", "AB", True, False, [["腐殖质", "表土"], ["黏土"]], "根要松土。\n\n水要下去。"]
HEADED = ["CW1018 1:1"]


@pytest.mark.parametrize("name", CONTINUED)
def test_answers_of_numbers_that_count_through(name: str) -> None:
    text = PAPER + CONTINUED[name]
    assert brief(drafts("a.txt", text.encode())) == READ
    assert codes("a.txt", text.encode()) == HEADED
    assert brief(drafts("a.docx", document(text))) == READ


ANEW = """\
一、单选题
1. 哪一层在上面？
A.岩石
B.腐殖质
2. 哪一样存水？
A.黏土
B.石头
二、单项选择题
1. 哪一样最硬？
A.黏土
B.石头
三、判断题
1. 黏土存水。
2. 石头存水。
"""


@pytest.mark.parametrize(
    "answers",
    [
        "参考答案\n一、单选题：1-2 BA\n二、单项选择题：1.B\n三、判断题：1-2 √×\n",
        "参考答案\n一、1-2 BA\n二、1.B\n三、1.√ 2.×\n",
        "参考答案\n一、单选题\n1.B\n2.A\n二、单项选择题\n1.B\n三、判断题\n1.√\n2.×\n",
        "参考答案：\n1-2 BA\n1.B\n1-2 对错\n",
    ],
)
def test_answers_of_numbers_that_begin_anew_meet_below_their_headings(answers: str) -> None:
    assert brief(drafts("a.txt", (ANEW + answers).encode())) == ["B", "A", "B", True, False]


def test_headings_alone_part_a_list_whose_parts_stand_in_another_order() -> None:
    text = (
        "一、单选题\n1. 哪一层在上面？\nA.岩石\nB.腐殖质\n二、判断题\n1. 黏土存水。\n"
        "参考答案\n判断题\n1.√\n单选题\n1.B\n"
    )
    assert brief(drafts("a.txt", text.encode())) == ["B", True]


TWICE = (
    "第一章 土\n一、单选题\n1. 哪层？\nA.岩石\nB.土\n二、判断题\n1. 土黑。\n"
    "第二章 水\n一、单选题\n1. 哪样？\nA.河\nB.石头\n二、判断题\n1. 水黑。\n参考答案\n"
)
PARTS = "# One\n1. Which?\nA. a\nB. b\n# Two\n1. What?\nA. a\nB. b\nAnswers\n"


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (f"{TWICE}第一章\n一、1.B\n二、1.√\n第二章\n一、1.A\n二、1.×\n", ["B", True, "A", False]),
        (f"{TWICE}一、1.B\n二、1.√\n一、1.A\n二、1.×\n", ["B", True, "A", False]),
        (f"{PARTS}# One\n1. A\n# Two\n1. B\n", ["A", "B"]),
        (f"{PARTS}# Two\n1. B\n# One\n1. A\n", ["A", "B"]),
        (f"{PARTS}1. A\n1. B\n", ["A", "B"]),
        (
            f"{ANEW}参考答案\n三、1-2 √×\n一、单选题 1-2 BA\n二、单项选择题 1.B\n",
            ["B", "A", "B", True, False],
        ),
    ],
)
def test_parts_of_a_list_meet_by_all_that_their_headings_say(text: str, answers: list[Any]) -> None:
    assert brief(drafts("a.txt", text.encode())) == answers


def test_explanations_come_along() -> None:
    text = PAPER.partition("三、")[0] + (
        "参考答案与解析\n1.【答案】B\n【解析】落叶在上面。\n它腐烂。\n2. A。解析：细。\n"
        "3.\n【答案】AB【难度】难【解析】像海绵。\n"
    )
    items = drafts("a.txt", text.encode())
    assert brief(items) == ["B", "A", "AB"]
    assert [item["explanation"] for item in items] == ["落叶在上面。\n\n它腐烂。", "细。", "像海绵。"]
    assert items[2]["level"] == "analyse"


def test_the_same_answer_twice_is_one() -> None:
    text = "1. 哪层？（ B ）\nA.岩石\nB.土\n2. 哪样？\nA.土\nB.石头\n答案：A\n参考答案：\n1.B 2.A\n"
    items = drafts("a.txt", text.encode())
    assert brief(items) == ["B", "A"]
    assert [item["stem"] for item in items] == ["哪层？（ ）", "哪样？"]
    assert codes("a.txt", text.encode()) == []


TWO = "1. 哪层？\nA.岩石\nB.土\n2. 哪样？\nA.土\nB.石头\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{TWO}参考答案\n1.A\n3.B\n", ["CW1079 9:1", "CW1083 4:1"]),
        (f"{TWO}参考答案\n1.A   3.B\n2.B", ["CW1079 8:7"]),
        (f"{TWO}参考答案\n1-2 ABA\n", ["CW1081 8:1", "CW1083 1:1"]),
        (f"{TWO}参考答案\n1.A\n", ["CW1083 4:1"]),
        (f"{TWO}参考答案\n见教材\n1-2 AB\n第2页\n", ["CW1082 8:1", "CW1082 10:1"]),
        (f"{TWO}参考答案\nAB\n", ["CW1082 8:1", "CW1083 1:1"]),
        (f"{TWO}答案：B\n参考答案\n1.A 2.A\n", ["CW1084 9:5"]),
        ("1. 哪层？（ B ）\nA.岩石\nB.土\n参考答案\n1.A\n", ["CW1084 5:1"]),
        (f"{TWO}参考答案\n1.A 2.B\n2.A\n", ["CW1084 9:1"]),
        (f"{TWO}参考答案\n题号 1 2\n答案 A\n", ["CW1082 8:1", "CW1082 9:1", "CW1083 1:1"]),
        (
            f"{TWICE}第二章\n一、1.A\n二、1.×\n第一章\n一、1.B\n二、1.√\n",
            ["CW1080 18:3", "CW1080 21:3", "CW1083 7:1"],
        ),
        (
            f"{TWICE}乙卷\n一、1.A\n二、1.×\n甲卷\n一、1.B\n二、1.√\n",
            ["CW1082 16:1", "CW1082 19:1", *(f"CW1080 {line}:3" for line in (17, 18, 20, 21)), "CW1083 3:1"],
        ),
        (f"{ANEW}参考答案\n1-2 BA\n", ["CW1080 16:1", "CW1080 16:1", "CW1083 2:1"]),
        (f"{ANEW}参考答案\n单选题：1-2 BA\n", ["CW1080 16:5", "CW1083 2:1"]),
        (f"{ANEW}参考答案\n填空题：1-2 BA\n", ["CW1079 16:5", "CW1079 16:5", "CW1083 2:1"]),
    ],
)
def test_what_meets_no_question_or_several_is_told(text: str, found: list[str]) -> None:
    assert codes("a.txt", text.encode()) == found


def test_the_words_of_the_author_are_told() -> None:
    problems = read("a.txt", f"{TWO}参考答案\n1-2 ABA\n".encode(), None, ENGLISH).problems
    assert as_text(problems, ENGLISH).splitlines()[:5] == [
        "error[CW1081]: numbers 1 to 2 need 2 answers, and “ABA” are not so many",
        " --> a.txt:8:1",
        "  |",
        "8 | 1-2 ABA",
        "  | ^",
    ]


@pytest.mark.parametrize(
    ("title", "second"),
    [
        ("", "为什么？\n答案：\n因为松土。"),
        ("", "请写出正确答案\n为什么？\n答案：因为松土。"),
        ("题库及答案\n", "为什么？\n答案：因为松土。"),
        ("", "为什么？\n答案\n答案：因为松土。"),
    ],
)
def test_answers_below_their_questions_are_no_list(title: str, second: str) -> None:
    text = f"{title}1. 哪层？\nA.岩石\nB.土\n答案：B\n2. {second}\n3. 哪样？\nA.土\nB.石头\n答案：A\n"
    assert brief(drafts("a.txt", text.encode())) == ["B", "因为松土。", "A"]


@pytest.mark.parametrize("rest", ["", "2. 哪样？\nA.土\nB.石头\n答案：A\n"])
def test_points_of_an_answer_are_no_list(rest: str) -> None:
    text = f"1. 哪些对？\n答案：1.对 2.错\n{rest}"
    assert brief(drafts("a.txt", text.encode())) == ["1.对 2.错", *["A"] * bool(rest)]


def test_points_of_the_last_answer_are_no_list() -> None:
    text = f"{TWO.replace('2.', '答案：B{n}2.')}答案：A\n3. 为什么？\n答案：\n  1、松土\n  2、通水\n"
    assert brief(drafts("a.txt", text.replace("{n}", "\n").encode())) == ["B", "A", "1、松土\n\n2、通水"]
