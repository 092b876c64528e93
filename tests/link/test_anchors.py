"""Links to a place within a page, of which only the page itself knows."""

from pathlib import Path

import pytest

from trees import GUIDE, changed, guide, problems_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[x](#nosuch)", 1),
        ("好\n[x](guide:start#nosuch)", 2),
        ("[x](toolkit:spade#first)", 1),
        ("[x](section:soil/layers#foo)", 1),
        ("[x](role:gardener#foo)", 1),
        ("## 第一节\n\n[x](#第二节)", 3),
        ("```\n## nosuch\n```\n\n[x](#nosuch)", 5),
    ],
)
def test_a_link_to_no_place_of_its_page_is_told(tmp_path: Path, text: str, line: int) -> None:
    (problem,) = problems_of(tmp_path, guide(text))
    assert (problem.code, problem.severity, problem.place.line - 4) == ("CW0523", "warning", line)


@pytest.mark.parametrize(
    "text",
    [
        "## 第一节 概要\n\n[x](#第一节-概要) [y](guide:start#第一节-概要)",
        "[x](toolkit:spade#sheet)",
        "[x](chapter:soil#sections)",
        "[x](term:loam#loam)",
        "[x](https://a.com/#nosuch)",
    ],
)
def test_a_link_to_a_place_that_there_is_is_left_alone(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, guide(text)) == []


def test_the_place_that_was_meant_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, changed(GUIDE, "Read", "[x](#frist) Read"))
    assert "first" in str(problem.values["near"])
    assert "first" in str(problem.values["anchors"])
