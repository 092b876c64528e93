"""Markdown is judged by the field it stands in: blocks, one line, or none at all."""

from pathlib import Path

import pytest

from trees import GUIDE, SECTION, brief, changed, problems_of

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
