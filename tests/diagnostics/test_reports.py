"""What a report looks like: for a terminal, for a program, for a code host."""

import json
from pathlib import Path

import pytest

from coursewright.diagnostics import Place, Problem, as_text
from coursewright.diagnostics.reports import MOST_SHOWN, as_github, as_json
from snapshots import assert_kept
from trees import BANK, CHINESE, COURSE, ENGLISH, QUIZ, SECTION, TOKENS, Files, changed, problems_of, report

C = "content/course.yml"


def text_of(*problems: Problem) -> str:
    return as_text(list(problems), ENGLISH)


def empty(source: str, column: int, width: int) -> Problem:
    return Problem("CW0205", Place("a.yml", 1, column, width, source))


def caret(source: str, column: int, width: int) -> str:
    """The caret's line without its margin."""
    return text_of(empty(source, column, width)).splitlines()[4].removeprefix("  | ")


TOLD: dict[str, Files] = {
    "key-twice": {C: COURSE[C] + "title: again\n"},
    "unknown-block": changed(SECTION, "- note:", "- nota:"),
    "word-that-is-not-on-the-list": changed(SECTION, "kind: key", "kind: keys"),
    "unknown-type-of-item": changed(BANK, "type: true-false", "type: truefalse"),
    "item-without-a-type": changed(BANK, "    type: true-false\n", ""),
    "unknown-item": changed(QUIZ, "soil-dark", "soil-drak"),
    "no-key": changed(BANK, "        key: true\n", ""),
    "slips-in-markdown": changed(
        SECTION,
        "text: Ann digs.",
        "text: |\n        A [x](foo.md).\n\n        # Big\n\n        ![p](a.png) <b>b</b>\n",
    ),
    "unknown-colours": {TOKENS: 'light:\n  primry: "#000000"\n  text: blue\ndrak: {}\n'},
}


def test_whole_reports(tmp_path: Path) -> None:
    made = {f"{name}.txt": report(tmp_path / name, files) for name, files in TOLD.items()}
    assert_kept("diagnostics/reports", made)


def test_the_text_report_stops_at_a_readable_length() -> None:
    problems = [Problem("CW0201", Place("a.yml", n), {"key": n}) for n in range(MOST_SHOWN + 7)]
    text = as_text(problems, ENGLISH)
    assert text.count("CW0201") == MOST_SHOWN
    assert text.endswith("… and 7 more problems\n")


def missing(file: str, line: int) -> Problem:
    return Problem("CW0201", Place(file, line), {"key": "rationale"})


def test_what_is_said_again_and_again_is_counted_with_its_lines_behind_the_rest_of_its_file() -> None:
    other = Problem("CW0113", Place("a.yml", 40), {"key": "x", "line": 2})
    problems = [*(missing("a.yml", line) for line in range(1, 30)), other, missing("b.yml", 1)]
    heads = [line for line in as_text(problems, ENGLISH).splitlines() if line.startswith("error")]
    assert heads == [
        *["error[CW0201]: “rationale” is missing"] * 3,
        "error[CW0113]: the key “x” stands twice in one mapping, first on line 2",
        "error[CW0201]: 26 more like this in a.yml, on lines 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 …",
        "error[CW0201]: “rationale” is missing",
    ]


def test_the_same_in_many_files_is_shown_a_dozen_times_and_every_file_is_named() -> None:
    problems = [missing(f"{file:02}.yml", line) for file in range(20) for line in range(1, 11)]
    text = as_text(problems, ENGLISH)
    assert text.count("is missing") == 12
    assert text.count("7 more like this") == 4
    assert text.count("10 more like this in ") == 16


def test_every_one_of_the_same_is_in_the_list_for_programs() -> None:
    assert len(json.loads(as_json([missing("a.yml", line) for line in range(50)], ENGLISH))) == 50


def test_the_caret_stands_under_wide_characters() -> None:
    assert (
        text_of(empty("标题: 空白", 5, 2))
        == """\
error[CW0205]: the text is empty
 --> a.yml:1:5
  |
1 | 标题: 空白
  |       ^^^^
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


def test_what_stands_in_no_file_has_no_place() -> None:
    absent = [Problem("CW1522", Place(""), {"number": f"10{at:02}"}) for at in range(2)]
    assert "-->" not in text_of(absent[0])
    assert as_github(absent[:1], ENGLISH).startswith("::warning title=CW1522::")
    alike = [Problem("CW1512", Place("", line), {}) for line in range(1, 6)]
    assert text_of(*alike).endswith("warning[CW1512]: 2 more like this\n")


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


def test_a_report_in_chinese_has_no_english_sentence() -> None:
    problem = Problem("CW0205", Place("a.yml"))
    assert "the text is empty" not in as_text([problem], CHINESE)


def test_nothing_of_a_source_acts_on_a_terminal() -> None:
    """A title for the window, a colour, a turn of direction, the one-byte form of an escape."""
    acting = "\x1b]0;owned\x07\x1b[31m\u202e\x9b1m"
    problem = Problem(
        "CW0301", Place(f"a{acting}.yml", 1, 1, 1, acting), {"kind": acting, "id": acting, "near": acting}
    )
    for listed in (as_text, as_json, as_github):
        said = listed([problem], ENGLISH)
        assert not [
            char for char in said if (char in acting and not char.isascii()) or (char < " " and char != "\n")
        ]
        assert "owned" in said
    (told,) = json.loads(as_json([problem], ENGLISH))
    assert told["file"] == f"a{acting}.yml"
