"""A day that never comes is told wherever a role has one; what is said in words is left alone."""

from pathlib import Path

import pytest

from coursewright.compiler import problems_with
from coursewright.validate.days import is_no_day
from trees import COURSE, ROLE, changed, write_course


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-30",
        "2027-13-01",
        "2027-00-10",
        "2027-1-0",
        "0000-01-01",
        "2027/2/30",
        "2027.2.30",
        "2027 年 2 月 30 日",
        "2027年2月30日",
        "２０２７年２月３０日",
        "2027年2月30号",
        "2027年13月",
        "2027-13",
        "2月30日",
    ],
)
def test_a_day_that_no_calendar_has(text: str) -> None:
    assert is_no_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-28",
        "2028-02-29",
        "2027年12月31日",
        "2027年12月",
        "2月29日",
        "May",
        "签署之日",
        "1.0",
        "2027",
        "",
    ],
)
def test_a_day_that_comes_and_words(text: str) -> None:
    assert not is_no_day(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("effective: May", "effective: 2027年2月30日"),
        ("effective: May", "effective: '2027-02-30'"),
        ('date: "2026-01-31"', 'date: "2026-13-31"'),
        (
            "  review: yearly",
            "  confirmations: [{by: Ann, date: '2026-02-30', fields: [kpis]}]\n  review: yearly",
        ),
    ],
)
def test_a_role_says_where_it_stands(tmp_path: Path, old: str, new: str) -> None:
    text = changed(ROLE, old, new)[ROLE]
    (problem,) = problems_with(write_course(tmp_path), ROLE, text)

    assert problem.code == "CW0408"
    assert "20" in problem.place.source
    assert text.splitlines()[problem.place.line - 1] == problem.place.source


def test_a_day_without_quotation_marks_is_no_accident_either(tmp_path: Path) -> None:
    text = changed(ROLE, "effective: May", "effective: 2027-02-30")[ROLE]
    assert {each.code for each in problems_with(write_course(tmp_path, COURSE), ROLE, text)} <= {
        "CW0202",
        "CW0408",
    }
