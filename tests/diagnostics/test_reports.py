"""What a report looks like: for a terminal, for a program, for a code host."""

import json
from pathlib import Path

import pytest

from coursewright.diagnostics import Place, Problem, as_text, errors_in, in_order
from coursewright.diagnostics.codes import RULES
from coursewright.diagnostics.reports import MOST_SHOWN, as_github, as_json
from coursewright.errors import SourceProblems
from trees import (
    BANK,
    CHAPTER,
    CHINESE,
    COURSE,
    ENGLISH,
    GUIDE,
    QUIZ,
    SECTION,
    brief,
    changed,
    problems_of,
    report,
)

C = "content/course.yml"


def text_of(*problems: Problem) -> str:
    return as_text(list(problems), ENGLISH)


def empty(source: str, column: int, width: int) -> Problem:
    return Problem("CW0205", Place("a.yml", 1, column, width, source))


def caret(source: str, column: int, width: int) -> str:
    """The caret's line without its margin."""
    return text_of(empty(source, column, width)).splitlines()[4].removeprefix("  | ")


# one of each family


def test_a_problem_of_yaml(tmp_path: Path) -> None:
    assert (
        report(tmp_path, {C: COURSE[C] + "title: again\n"})
        == """\
error[CW0113]: the key “title” stands twice in one mapping, first on line 2
 --> content/course.yml:8:1
  |
8 | title: again
  | ^^^^^
  = hint: keep one of the two
"""
    )


def test_a_problem_of_shape(tmp_path: Path) -> None:
    assert (
        report(tmp_path, changed(SECTION, "- note:", "- nota:"))
        == """\
error[CW0212]: this block has no known kind
  --> content/chapters/soil/layers.yml:17:5
   |
17 |   - nota:
   |     ^
   = hint: did you mean “note”?
   = hint: start it with one of: text, scene, note, tool, figure, check
"""
    )


def test_a_word_that_is_not_on_the_list(tmp_path: Path) -> None:
    assert (
        report(tmp_path, changed(SECTION, "kind: key", "kind: keys"))
        == """\
error[CW0204]: “keys” is not one of the allowed values
  --> content/chapters/soil/layers.yml:18:13
   |
18 |       kind: keys
   |             ^^^^
   = hint: did you mean “key”?
   = hint: allowed: term, source, caution or key
"""
    )


def test_an_item_of_no_known_type_is_shown_at_its_type(tmp_path: Path) -> None:
    assert (
        report(tmp_path, changed(BANK, "type: true-false", "type: truefalse"))
        == """\
error[CW0204]: “truefalse” is not one of the allowed values
  --> quizzes/bank/soil.yml:17:11
   |
17 |     type: truefalse
   |           ^^^^^^^^^
   = hint: did you mean “true-false”?
   = hint: allowed: single-choice, multiple-choice, true-false
"""
    )


def test_an_item_without_a_type(tmp_path: Path) -> None:
    assert (
        report(tmp_path, changed(BANK, "    type: true-false\n", ""))
        == """\
error[CW0201]: “type” is missing
  --> quizzes/bank/soil.yml:16:5
   |
16 |   - id: soil-dark
   |     ^
   = hint: it is needed: single-choice, multiple-choice, true-false
"""
    )


def test_a_problem_of_reference(tmp_path: Path) -> None:
    assert (
        report(tmp_path, changed(QUIZ, "soil-dark", "soil-drak"))
        == """\
error[CW0301]: there is no item “soil-drak”
 --> quizzes/practice/soil.yml:6:19
  |
6 | items: [soil-top, soil-drak, soil-which]
  |                   ^^^^^^^^^
  = hint: did you mean “soil-dark”?
"""
    )


def test_a_rule_of_content(tmp_path: Path) -> None:
    assert (
        report(tmp_path, changed(BANK, "        key: true\n", ""))
        == """\
error[CW0401]: a single-choice item needs exactly one key, this one has 0
 --> quizzes/bank/soil.yml:9:5
  |
9 |     options:
  |     ^^^^^^^
  = hint: write “key: true” under the one right option
"""
    )


def test_problems_of_markdown_stand_at_their_own_lines(tmp_path: Path) -> None:
    files = changed(
        SECTION,
        "text: Ann digs.",
        "text: |\n        A [x](foo.md).\n\n        # Big\n\n        ![p](a.png) <b>b</b>\n",
    )
    assert (
        report(tmp_path, files)
        == """\
error[CW0501]: this link leads nowhere: foo.md
  --> content/chapters/soil/layers.yml:17:15
   |
17 |         A [x](foo.md).
   |               ^^^^^^
   = hint: link to “section:chapter/section”, “term:id” and the like, to https:// or to mailto:

error[CW0502]: headings in a text start at ##
  --> content/chapters/soil/layers.yml:19:9
   |
19 |         # Big
   |         ^^^^^
   = hint: the page's title is the only heading of the first level

error[CW0503]: this picture cannot be shown
  --> content/chapters/soil/layers.yml:21:14
   |
21 |         ![p](a.png) <b>b</b>
   |              ^^^^^
   = hint: a text can show the first page of a role's document, “document:role-id”; \
for diagrams use a “figure” block

warning[CW0504]: HTML is shown as text, not obeyed: <b>
  --> content/chapters/soil/layers.yml:21:21
   |
21 |         ![p](a.png) <b>b</b>
   |                     ^^^
   = hint: use Markdown; put an angle bracket that is meant between backticks
"""
    )


@pytest.mark.parametrize("heading", ["# Big", "Big\n===", "> # Big", "- # Big", "#\tBig", "#"])
def test_a_heading_of_the_first_level_is_told_however_it_is_written(tmp_path: Path, heading: str) -> None:
    body = "  " + heading.replace("\n", "\n  ")
    assert [
        problem.code
        for problem in problems_of(
            tmp_path, {GUIDE: f"title: A\nsummary: B\naudience: hr\nbody: |\n{body}\n"}
        )
    ] == ["CW0502"]


def test_a_problem_of_the_project(tmp_path: Path) -> None:
    assert (
        report(
            tmp_path, {"site_overrides/tokens.yml": 'light:\n  primry: "#000000"\n  text: blue\ndrak: {}\n'}
        )
        == """\
error[CW0603]: unknown colour token “primry”
 --> site_overrides/tokens.yml:2:3
  |
2 |   primry: "#000000"
  |   ^^^^^^
  = hint: did you mean “primary”?

error[CW0604]: “blue” is not a colour
 --> site_overrides/tokens.yml:3:9
  |
3 |   text: blue
  |         ^^^^
  = hint: write it as "#1B5A78", in quotation marks

error[CW0603]: unknown colour token “drak”
 --> site_overrides/tokens.yml:4:1
  |
4 | drak: {}
  | ^^^^
  = hint: did you mean “dark”?
"""
    )


@pytest.mark.parametrize(
    "text", ["- a\n", "~\n", "hello\n", "light:\n", "light: blue\n", "light: [a]\n", "{}\n"]
)
def test_tokens_of_any_shape_are_told_or_taken(tmp_path: Path, text: str) -> None:
    from trees import compiled

    try:
        compiled(tmp_path, {"site_overrides/tokens.yml": text})
    except SourceProblems as error:
        found = as_text(error.problems, ENGLISH)
        assert "unknown colour token “light”" not in found, "the key is right, its value is not"
        assert "site_overrides/tokens.yml:1:" in found
    else:
        assert text in ("{}\n", "~\n", "light:\n")


# several at once


def test_three_broken_files_are_all_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        **changed(C, "owner", "ownr"),
        **changed(SECTION, "- note", "- nota"),
        CHAPTER: b"\xff",
        **changed(QUIZ, "cut: 70", "cut: 170"),
    }
    assert brief(problems_of(tmp_path, files)) == [
        "CW0103 content/chapters/soil/chapter.yml:1:1",
        "CW0212 content/chapters/soil/layers.yml:17:5",
        "CW0201 content/course.yml:1:1",
        "CW0203 content/course.yml:6:1",
        "CW0210 quizzes/practice/soil.yml:5:6",
    ]


def test_a_broken_file_does_not_make_its_readers_wrong(tmp_path: Path) -> None:
    for file in (
        "content/glossary.yml",
        "content/cast.yml",
        "content/competencies.yml",
        "content/taxonomies/soils.yml",
        SECTION,
        CHAPTER,
        BANK,
        "content/roles/families.yml",
        GUIDE,
        C,
    ):
        assert brief(problems_of(tmp_path / file, {file: "a: ["}))[1:] == [], file


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (changed(C, "chapters: [soil]", "chapters: [soli]"), "CW0116"),
        (changed(CHAPTER, "sections: [layers]", "sections: [layer]"), "CW0116"),
        (changed(C, "chapters: [soil]", "chapters: [soil, soil]"), "CW0305"),
        (changed(CHAPTER, "sections: [layers]", "sections: [layers, layers]"), "CW0305"),
    ],
)
def test_one_slip_in_a_list_is_not_told_all_over_the_course(
    tmp_path: Path, files: dict[str, str], code: str
) -> None:
    assert {problem.code for problem in problems_of(tmp_path, files)} - {"CW0304"} == {code}


def test_problems_are_in_the_order_of_files_and_lines_each_once() -> None:
    b2, b1, a9 = (Problem("CW0205", Place(file, line)) for file, line in (("b", 2), ("b", 1), ("a", 9)))
    assert in_order([b2, b1, a9, b2]) == [a9, b1, b2]


def test_the_text_report_stops_at_a_readable_length() -> None:
    problems = [Problem("CW0205", Place("a.yml", line)) for line in range(MOST_SHOWN + 7)]
    text = as_text(problems, ENGLISH)
    assert text.count("CW0205") == MOST_SHOWN
    assert text.endswith("… and 7 more problems\n")


def test_errors_are_counted_without_warnings() -> None:
    assert errors_in([Problem("CW0205", Place("a")), Problem("CW0504", Place("a"))]) == 1


# the caret


def test_the_caret_stands_under_wide_characters() -> None:
    assert (
        text_of(empty("标题: 空白", 5, 2))
        == """\
error[CW0205]: the text is empty
 --> a.yml:1:5
  |
1 | 标题: 空白
  |       ^^^^
  = hint: write it, or remove the key
"""
    )


@pytest.mark.parametrize(
    ("source", "column", "width", "line"),
    [
        ("abc", 2, 1, " ^"),
        ("标abc", 2, 1, "  ^"),
        ("标题abc", 2, 1, "  ^^"),
        ("e\u0301x", 3, 1, " ^"),
        ("ａb", 2, 1, "  ^"),
        ("a\tb", 3, 1, "  ^"),
        ("abc", 99, 5, "   ^"),
        ("abc", 3, 99, "  ^"),
        ("abc", 4, 1, "   ^"),
    ],
)
def test_the_caret_counts_terminal_cells(source: str, column: int, width: int, line: str) -> None:
    assert caret(source, column, width) == line


def test_a_long_line_is_shown_around_the_caret() -> None:
    source = "字" * 500
    _, _, _, shown, below, *_ = text_of(empty(source, 300, 2)).splitlines()
    assert len(shown.removeprefix("1 | ")) == 120
    assert below.removeprefix("  | ").strip() == "^^^^"
    assert below.index("^") == 4 + 2 * 60


def test_a_line_of_invisible_characters_is_shown_by_dots() -> None:
    assert text_of(empty("a\x07\u200bb", 2, 1)).splitlines()[3] == "1 | a··b"


def test_no_line_is_shown_when_there_is_none() -> None:
    assert (
        text_of(Problem("CW0109", Place("a.yml")))
        == """\
error[CW0109]: the file is empty
 --> a.yml:1:1
  = hint: write its content, or delete the file
"""
    )


# values


def test_a_hint_that_has_nothing_to_say_is_left_out() -> None:
    problem = Problem("CW0301", Place("a.yml"), {"kind": "term", "id": "x", "near": ""})
    assert problem.hints(ENGLISH) == []


def test_long_and_many_line_values_are_cut_to_one_line() -> None:
    problem = Problem("CW0408", Place("a.yml"), {"found": "a\nb " + "x" * 500})
    message = problem.message(ENGLISH)
    assert message.startswith("“a b xxx")
    assert len(message) < 110


def test_braces_in_values_are_text() -> None:
    assert (
        Problem("CW0408", Place("a.yml"), {"found": "{x} {0} {"}).message(ENGLISH)
        == "“{x} {0} {” is not a date"
    )


# json


def test_json_has_every_field(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, changed(QUIZ, "soil-dark", "soil-drak"))
    assert json.loads(as_json(problems, ENGLISH)) == [
        {
            "code": "CW0301",
            "severity": "error",
            "file": "quizzes/practice/soil.yml",
            "line": 6,
            "column": 19,
            "message": "there is no item “soil-drak”",
            "hints": ["did you mean “soil-dark”?"],
        }
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(as_json([], ENGLISH)) == []


def test_json_is_never_cut_short() -> None:
    problems = [Problem("CW0205", Place("a.yml", line)) for line in range(MOST_SHOWN + 7)]
    assert len(json.loads(as_json(problems, ENGLISH))) == MOST_SHOWN + 7


# github


def test_a_workflow_command(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, changed(QUIZ, "soil-dark", "soil-drak"))
    assert as_github(problems, ENGLISH) == (
        "::error file=quizzes/practice/soil.yml,line=6,col=19,title=CW0301::"
        "there is no item “soil-drak”%0Adid you mean “soil-dark”?\n"
    )


def test_a_workflow_command_cannot_be_broken_out_of() -> None:
    problem = Problem(
        "CW0408", Place("a,b:c%\n::error::x.yml", 1, 2), {"found": "100%\r\n::set-output name=x::y"}
    )
    line = as_github([problem], ENGLISH)
    assert line.count("\n") == 1
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax.yml,line=1,col=2,title=CW0408::“100%25 ::set-output"
    )


def test_a_warning_is_a_warning_command() -> None:
    assert as_github([Problem("CW0504", Place("a"), {"found": "<b>"})], ENGLISH).startswith(
        "::warning file=a,"
    )


# languages


def test_a_report_in_chinese_has_no_english_sentence() -> None:
    problem = Problem("CW0205", Place("a.yml"))
    assert "the text is empty" not in as_text([problem], CHINESE)


def test_every_severity_is_an_error_or_a_warning() -> None:
    assert {rule.severity for rule in RULES.values()} == {"error", "warning"}
