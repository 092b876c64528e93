"""Lines that begin as lists, headings and quotations do elsewhere are told, with how Markdown has them."""

from pathlib import Path

import pytest

from trees import ENGLISH, guide, problems_of


@pytest.mark.parametrize(
    ("text", "line", "proper"),
    [
        ("·一\n·二", 1, "- 一"),
        ("要点：\n• 一\n• 二", 2, "- 一"),
        ("－三\n－四", 1, "- 三"),
        ("— 三\n— 四", 1, "- 三"),
        ("-四\n-五", 1, "- 四"),
        ("*四\n*五", 1, "- 四"),
        ("- 一\n-二\n- 三", 2, "- 二"),
        ("1. 一\n2.二", 2, "2. 二"),
        ("1.一\n2.二", 1, "1. 一"),
        ("1、第一\n2、第二", 1, "1. 第一"),
        ("1）第一\n2）第二", 1, "1. 第一"),
        ("（1）第一\n（2）第二", 1, "1. 第一"),
        ("一、第一\n二、第二", 1, "1. 第一"),
        ("（一）第一\n（二）第二", 1, "1. 第一"),
        ("①第一\n②第二", 1, "1. 第一"),
        ("##标题", 1, "## 标题"),
        ("#标题", 1, "## 标题"),
        ("＃＃ 标题", 1, "## 标题"),
        ("文字。\n\n###标题\n文字", 3, "### 标题"),
        ("》引用", 1, "> 引用"),
        ("＞ 引用\n＞ 引用", 1, "> 引用"),
    ],
)
def test_a_line_that_begins_otherwise_than_in_markdown_is_told(
    tmp_path: Path, text: str, line: int, proper: str
) -> None:
    (problem,) = problems_of(tmp_path / "a", guide(text))
    assert (problem.code, problem.severity, problem.place.line - 4) == ("CW0519", "warning", line)
    assert proper in problem.hints(ENGLISH)[0]


@pytest.mark.parametrize(
    "text",
    [
        "·一\n·二",
        "1、第一\n2、第二",
        "- 一\n-二\n- 三",
        "1. 一\n2.二",
        "##标题",
        "》引用",
        "要点：\n①一\n②二",
    ],
)
def test_who_writes_each_line_as_the_hint_says_is_told_no_more(tmp_path: Path, text: str) -> None:
    for number in range(9):
        problems = problems_of(tmp_path / str(number), guide(text))
        if not problems:
            break
        text = text.replace(str(problems[0].values["found"]), str(problems[0].values["proper"]), 1)
        text = text.replace("②", "2. ").replace("·", "- ").replace("2、", "2. ")
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        "- 一\n- 二",
        "1. 一\n2. 二",
        "## 标题\n\n> 引用",
        "一、第一\n\n二、第二",
        "温度是\n-5 到\n-3 度",
        "版本\n1.5 和\n2.5",
        "他说\n——好\n——坏",
        "见下\n1、只有一条",
        "#1 和 #2",
        r"\-四" + "\n" + r"\-五",
        "```\n-a\n-b\n```",
        "*斜*\n*斜*",
        "- 一\n  **加粗**",
        "正文\n（二〇二六年）\n（试行）",
    ],
)
def test_lines_that_may_be_meant_so_are_left_alone(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, guide(text)) == []
