"""An exam that states a minimum fails `check` for every objective that has fewer items."""

from pathlib import Path

import pytest

from trees import (
    BANK,
    COURSE,
    EVERY_TYPE,
    EXAM,
    ITEMS,
    SECTION,
    Files,
    brief,
    changed,
    problems_of,
    report,
    with_quiz_of,
)

NAME = f"{SECTION}:5:9"
DIG = f"{SECTION}:7:10"
ANOTHER = changed(SECTION, "competencies:", "  - {id: dig, text: Dig}\ncompetencies:")
"""A second objective, which nothing tests."""


def wanting(minimum: str, **exam: str) -> dict[str, str]:
    return {EXAM: exam.get("text", COURSE[EXAM]) + f"minimum: {minimum}\n"}


def errors(root: Path, files: Files) -> list[str]:
    return [line for line in brief(problems_of(root, files)) if line.startswith("CW113")]


@pytest.mark.parametrize(
    ("minimum", "found"),
    [
        ("{practice: 3, reserved: 1}", []),
        ("{practice: 4, reserved: 1}", [f"CW1130 {NAME}"]),
        ("{practice: 4, reserved: 2}", [f"CW1130 {NAME}", f"CW1131 {NAME}"]),
        ("{reserved: 2}", [f"CW1131 {NAME}"]),
        ("{}", []),
    ],
)
def test_each_use_is_counted_by_itself(minimum: str, found: list[str], tmp_path: Path) -> None:
    assert errors(tmp_path, wanting(minimum)) == found


def test_the_objective_the_exam_and_both_numbers_are_told(tmp_path: Path) -> None:
    told = report(tmp_path, wanting("{practice: 4}"))
    assert (
        f"the exam “spade” wants 4 items for practice for “soil/layers/name”, and there are 3 ({EXAM}:"
        in told
    )
    assert "or want fewer in the “minimum” of the exam" in told


def test_a_reserved_item_is_counted_and_never_named(tmp_path: Path) -> None:
    told = report(tmp_path, wanting("{practice: 9, reserved: 9}"))
    assert "soil-secret" not in told
    assert "Zanzibar" not in told


def test_an_objective_without_any_is_told_as_well(tmp_path: Path) -> None:
    found = errors(tmp_path, {**ANOTHER, **wanting("{practice: 1, reserved: 1}")})
    assert found == [f"CW1130 {DIG}", f"CW1131 {DIG}"]


def test_objectives_of_other_chapters_are_not_the_exams(tmp_path: Path) -> None:
    other = {
        **changed("content/course.yml", "[soil]", "[soil, water]"),
        "content/chapters/water/chapter.yml": COURSE["content/chapters/soil/chapter.yml"].split("cases:")[0],
        "content/chapters/water/layers.yml": """\
        title: Water
        summary: From above.
        objectives:
          - {id: pour, text: Pour}
        body:
          - text: Water falls.
        """,
    }
    assert errors(tmp_path / "own", {**other, **wanting("{practice: 1}")}) == []
    every = COURSE[EXAM].replace("chapters: [soil]\n", "")
    found = errors(tmp_path / "every", {**other, **wanting("{practice: 1}", text=every)})
    assert found == ["CW1130 content/chapters/water/layers.yml:4:10"]


def test_a_case_counts_once_for_each_objective_of_its_questions(tmp_path: Path) -> None:
    """Ten for practice besides, with two questions of a case that are one."""
    files = with_quiz_of(ITEMS, EVERY_TYPE)
    assert errors(tmp_path / "ten", {**files, **wanting("{practice: 10}")}) == []
    assert errors(tmp_path / "eleven", {**files, **wanting("{practice: 11}")}) == [f"CW1130 {NAME}"]
    head, tail = files[BANK].rsplit("soil/layers/name", 1)
    parted = {**ANOTHER, **files, BANK: head + "soil/layers/dig" + tail}
    assert errors(tmp_path / "parted", {**parted, **wanting("{practice: 1}")}) == []
    assert errors(tmp_path / "two", {**parted, **wanting("{practice: 2}")}) == [f"CW1130 {DIG}"]


def test_nothing_is_wanted_where_nothing_is_said(tmp_path: Path) -> None:
    assert errors(tmp_path, ANOTHER) == []
