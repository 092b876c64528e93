"""Markdown is judged by the field it stands in: blocks, one line, or none at all."""

from pathlib import Path

import pytest

from trees import ENGLISH, GUIDE, SECTION, brief, changed, problems_of

LINE = "text: Name the layers"
PLAIN = "title: A spade"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("a **bold** word", "**bold**"),
        ("two ** stars", "** stars"),
        ("run `code` here", "`code`"),
        ("see [it](section:soil/layers)", "[it](section:soil/layers)"),
        ("see [it](foo.md)", "[it](foo.md)"),
        ("'![it](document:head)'", "![it](document:head)"),
        ("'# Heading'", "#"),
    ],
)
def test_marks_in_a_title_are_told_for_they_are_shown(tmp_path: Path, marked: str, found: str) -> None:
    (problem,) = problems_of(tmp_path, changed(SECTION, PLAIN, f"title: {marked}"))
    assert (problem.code, problem.values["found"]) == ("CW0506", found)


@pytest.mark.parametrize("text", ["2 * 3 * 4", "a_b_c", "[1] and (2)", "C# and F#", "> 90", "a * b"])
def test_signs_that_only_look_like_marks_are_a_title(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, changed(SECTION, PLAIN, f'title: "{text}"')) == []


def test_html_in_a_title_is_told(tmp_path: Path) -> None:
    assert brief(problems_of(tmp_path, changed(SECTION, PLAIN, "title: A <b>spade</b>"))) == [
        f"CW0504 {SECTION}:14:16"
    ]


@pytest.mark.parametrize("heading", ["# Name", "## Name"])
def test_a_line_holds_no_heading(tmp_path: Path, heading: str) -> None:
    assert brief(problems_of(tmp_path, changed(SECTION, LINE, f'text: "{heading}"'))) == [
        f"CW0506 {SECTION}:6:12"
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("**bold**, `code` and [a link](section:soil/layers)", []),
        ("- 5 degrees", []),
        ("1. first", []),
        ("[x](foo.md)", ["CW0501"]),
        ("[x](term:nope)", ["CW0301"]),
        ("![x](a.png)", ["CW0503"]),
        ("Look **here。**there", ["CW0505"]),
        ("<b>bold</b>", ["CW0504"]),
    ],
)
def test_a_line_takes_what_stands_within_a_line(tmp_path: Path, text: str, codes: list[str]) -> None:
    problems = problems_of(tmp_path, changed(SECTION, LINE, f'text: "{text}"'))
    assert [problem.code for problem in problems] == codes


def test_a_link_in_a_title_refers_to_nothing(tmp_path: Path) -> None:
    """It is shown as it is written, so there is nothing that could lead nowhere."""
    problems = problems_of(tmp_path, changed(GUIDE, "title: Begin", 'title: "[x](term:nope)"'))
    assert [problem.code for problem in problems] == ["CW0506"]


@pytest.mark.parametrize(
    "text", ["Using Box<T>", "a < b > c", "List<String> and Vec<u8>", "costs 5 $ or 6 $"]
)
def test_signs_of_a_program_or_of_money_are_no_slip(tmp_path: Path, text: str) -> None:
    for old, key in ((PLAIN, "title"), (LINE, "text")):
        assert problems_of(tmp_path, changed(SECTION, old, f'{key}: "{text}"')) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("<b>bold</b>", "`<b>`"),
        ("2<sup>128</sup>", "2¹²⁸"),
        ("H<sub>2</sub>O", "H₂"),
        ("**口令*", "**口令**"),
        ("*口令**", "**口令**"),
        ("** 口令 **很长", "**口令**"),
        ("看**这里。**那里", "**这里**。"),
    ],
)
def test_a_hint_shows_what_to_write(tmp_path: Path, text: str, hint: str) -> None:
    (problem,) = problems_of(tmp_path, changed(SECTION, LINE, f'text: "{text}"'))
    assert hint in problem.hints(ENGLISH)[0]


@pytest.mark.parametrize("text", [r"\<b\>", r"\*\*", "`<b>` and `**`", r"5 \* 6", "&lt;b>"])
def test_what_is_escaped_is_meant(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, changed(SECTION, LINE, f"text: '{text}'")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"is $\frac{1}{2}$ here", r"$\frac{1}{2}$"),
        ("is $$x^2$$ here", "$$x^2$$"),
        (r"is \(x\) here", r"\(x\)"),
        (r"is \[x_1\] here", r"\[x_1\]"),
        ("between $5 and $6", None),
        ("`$x^2$` as code", None),
        (r"\[示例\] 交接单", None),
    ],
)
def test_a_formula_is_told_for_it_is_not_set(tmp_path: Path, text: str, found: str | None) -> None:
    problems = problems_of(tmp_path, changed(SECTION, LINE, f"text: '{text}'"))
    assert [(problem.code, problem.values["found"]) for problem in problems] == (
        [("CW0508", found)] if found else []
    )


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("【x】（section：soil/layers）", "[x](section:soil/layers)"),
        ("[x]（section:soil/layers）", "[x](section:soil/layers)"),
        ("[x](section：soil/layers)", "[x](section:soil/layers)"),
        ("[x](section:soil/layers）", "[x](section:soil/layers)"),
        ("![x]（document:head）", "![x](document:head)"),
        ("[x](section: soil/layers)", "[x](section:soil/layers)"),
        ("[x] (section:soil/layers)", "[x](section:soil/layers)"),
    ],
)
def test_a_link_with_full_width_signs_is_told_with_the_right_one(
    tmp_path: Path, text: str, proper: str
) -> None:
    problems = problems_of(tmp_path, changed(SECTION, LINE, f'text: "见{text}"'))
    assert ("CW0509", proper) in [(problem.code, problem.values.get("proper")) for problem in problems]


@pytest.mark.parametrize("text", ["见（section：x）", "【示例】（三）", "[x]( section:soil/layers )"])
def test_full_width_brackets_of_a_text_are_no_link(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, changed(SECTION, LINE, f'text: "{text}"')) == []


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("| a | b |\n| --- |\n| 1 | 2 |", 2, "another number of parts"),
        ("| a | b |\n| 1 | 2 |", 1, "no line of hyphens"),
        ("｜ a ｜ b ｜\n｜ --- ｜ --- ｜", 1, "full-width"),
        ("| a | b |\n| —— | —— |\n| 1 | 2 |", 1, "no line of hyphens"),
        ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |", 3, "more cells"),
        ("a | b\n--- | --- | ---", None, ""),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", None, ""),
        ("| a | b |\n| :-- | --: |\n| 1 |\n| x \\| y | 2 |", None, ""),
        ("a | b", None, ""),
        ("| a | b |\n| --- | --- |\n\n| 1 | 2 |", 4, "an empty line ends a table"),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| 3 | 4 |\n| 5 | 6 |", 5, "an empty line ends a table"),
        ("| a | b |\n\n| --- | --- |\n| 1 | 2 |", 3, "an empty line ends a table"),
        ("| a | b |\n\n| --- | --- |\n\n| 1 | 2 |", 3, "an empty line ends a table"),
        ("a | b\n---\n1 | 2\n3 | 4", 1, "no line of hyphens"),
        ("a | b\n---\n\n1 | 2", 1, "no line of hyphens"),
        ("甲 | 乙\n1 | 2\n3 | 4", 1, "no line of hyphens"),
        ("a | b\n--- | ---\n1 | 2", None, ""),
        ("## a | b\n\n1 | 2", None, ""),
        ("a | b\n---\n\nText", None, ""),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n\nText", None, ""),
        ("Run `a | b`\nand `c | d`", None, ""),
        ("```\n| a | b |\n| c | d |\n```", None, ""),
    ],
)
def test_a_table_that_is_none_is_told(tmp_path: Path, table: str, line: int | None, reason: str) -> None:
    body = table.replace("\n", "\n  ")
    problems = problems_of(tmp_path, {GUIDE: f"title: A\nsummary: B\naudience: hr\nbody: |\n  {body}\n"})
    assert [(problem.code, problem.place.line - 4) for problem in problems] == (
        [("CW0507", line)] if line else []
    )
    assert all(reason in problem.message(ENGLISH) for problem in problems)
