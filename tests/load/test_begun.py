"""Slips at the beginning of a value, and what is written for them."""

from pathlib import Path

import pytest

from trees import COURSE, ENGLISH, GUIDE, changed, problems_of

C = "content/course.yml"


@pytest.mark.parametrize(
    ("title", "code", "hint"),
    [
        ("- 必修 课程", "CW0128", '"- 必修 课程"'),
        ("? 课程", "CW0128", '"? 课程"'),
        (">必修", "CW0128", '">必修"'),
        ("|必修", "CW0128", '"|必修"'),
        ("> 必修", "CW0128", '"> 必修"'),
        ("#必修 课程", "CW0202", '"#必修 课程"'),
    ],
)
def test_a_text_that_begins_with_a_sign_is_shown_in_quotation_marks(
    tmp_path: Path, title: str, code: str, hint: str
) -> None:
    (problem,) = problems_of(tmp_path / "a", changed(GUIDE, "title: Begin", f"title: {title}"))
    assert (problem.code, problem.place.line) == (code, 1)
    assert any(each.endswith(hint) for each in problem.hints(ENGLISH))
    assert problems_of(tmp_path / "b", changed(GUIDE, "title: Begin", f"title: {hint}")) == []


@pytest.mark.parametrize("value", ["- soil", ">\n    soil"])
def test_what_was_meant_as_the_sign_says_is_not(tmp_path: Path, value: str) -> None:
    problems = problems_of(tmp_path, changed(C, "[soil]", value))
    assert "CW0128" not in {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("value", "line", "code", "found", "proper"),
    [
        ("[soil] ＃ 说明", 7, "CW0136", "＃", "#"),
        ("[soil]＃说明", 7, "CW0136", "＃", "#"),
        ("\n  — soil\n  — beds", 8, "CW0132", "—", "- soil"),
        ("\n  － soil\n  － beds", 8, "CW0132", "－", "- soil"),
        ("\n  －soil\n  －beds", 8, "CW0132", "－", "- soil"),
        ("－soil", 7, "CW0132", "－", "- soil"),
    ],
)
def test_a_sign_of_another_keyboard_is_named(
    tmp_path: Path, value: str, line: int, code: str, found: str, proper: str
) -> None:
    problem = problems_of(tmp_path, changed(C, "[soil]", value))[0]
    assert (problem.code, problem.place.line) == (code, line)
    assert (problem.values["found"], problem.values["proper"]) == (found, proper)


@pytest.mark.parametrize(
    ("written", "proper"),
    [
        ("2026/11/23", "2026-11-23"),
        ("2026年11月3日", "2026-11-03"),
        ("2026.1.2", "2026-01-02"),
        ("20261123", "2026-11-23"),
        ("2026年11月31日", "2026-01-31"),
        ("soon", "2026-01-31"),
    ],
)
def test_a_date_is_answered_with_the_same_day_where_there_is_one(
    tmp_path: Path, written: str, proper: str
) -> None:
    (problem,) = problems_of(tmp_path, {C: COURSE[C].replace("2026-01-31", written)})
    assert problem.code == "CW0408"
    assert f'"{proper}"' in problem.hints(ENGLISH)[0]
