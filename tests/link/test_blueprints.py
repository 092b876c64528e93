"""A blueprint is accepted when an exam can be drawn, and told at its row when not."""

import re
from pathlib import Path

import pytest

from coursewright.link.blueprints import fits, measured
from coursewright.model.blueprint import Demand
from trees import COURSE, ENGLISH, EVERY_TYPE, EXAM, ITEMS, problems_of, site_of, with_quiz_of

EVERY_ITEM = with_quiz_of(ITEMS, EVERY_TYPE)


def blueprint(items: int, *demands: str, chapters: str = "") -> dict[str, str]:
    head = COURSE[EXAM].split("items:")[0]
    rows = "".join(f"  - {{{demand}}}\n" for demand in demands)
    return {**EVERY_ITEM, EXAM: f"{head}items: {items}\n{chapters}demands:\n{rows}"}


def said(root: Path, files: dict[str, str]) -> list[tuple[str, int, str]]:
    """Code, line and message of every problem, with its first hint where that names lines."""
    return [
        (
            problem.code,
            problem.place.line,
            " | ".join([problem.message(ENGLISH), *problem.hints(ENGLISH)[:-1]]),
        )
        for problem in problems_of(root, files)
    ]


@pytest.mark.parametrize(
    ("demand", "ids"),
    [
        ({"level": "understand"}, ["soil-pairs"]),
        ({"level": "apply", "type": "true-false"}, []),
        ({"type": "true-false"}, ["soil-dark", "soil-bed-cause"]),
        ({"type": "case"}, ["soil-bed-cause", "soil-bed-cure"]),
        ({"competency": "digging"}, ["soil-top"]),
        ({"chapter": "soil", "level": "recall"}, ["soil-top", "soil-dark", "soil-words"]),
        ({"objective": "soil/layers/name", "type": "numeric"}, ["soil-depth"]),
    ],
)
def test_an_item_counts_for_a_demand_when_all_of_it_holds(
    demand: dict[str, str], ids: list[str], tmp_path: Path
) -> None:
    items = site_of(tmp_path, EVERY_ITEM).items.values()
    asked = Demand.model_validate({**demand, "items": 1})
    assert [item.id for item in items if fits(asked, measured(item))] == ids


def test_demands_of_one_kind_that_exceed_the_total_are_added_up_at_the_largest(tmp_path: Path) -> None:
    levels = ("level: recall, items: 2", "level: understand, items: 4", "level: apply, min: 1")
    found = said(tmp_path, blueprint(4, *levels, "type: numeric, max: 1"))
    (told,) = [each for each in found if each[0] == "CW1128"]
    assert told[1] == 10
    assert told[2].startswith(
        "with the demands in lines 9, 11 this wants 7 items together, and the exam has 4"
    )
    assert "CW1105" not in [code for code, *_ in found]


def test_what_is_drawn_meets_the_demands_and_keeps_cases_whole(tmp_path: Path) -> None:
    exam = site_of(tmp_path, blueprint(4, "type: case, items: 2", "level: recall, items: 1")).exams["spade"]
    drawn = [item for at in exam.drawn for item in exam.units[at]]
    assert len(drawn) == 4
    assert {"soil-bed-cause", "soil-bed-cure"} < {item.id for item in drawn}
    assert sum(item.model.level == "recall" for item in drawn) == 1
    assert len(exam.units) == 10, "the case is one"


def test_only_what_a_quiz_or_a_check_asks_is_drawn_and_never_what_is_reserved(tmp_path: Path) -> None:
    files = blueprint(2, "level: recall, items: 1")
    files["quizzes/practice/soil.yml"] = files["quizzes/practice/soil.yml"].replace("soil-dark, ", "")
    units = site_of(tmp_path, files).exams["spade"].units
    ids = [item.id for unit in units for item in unit]
    assert "soil-top" in ids
    assert not {"soil-dark", "soil-secret"} & {*ids}


def test_more_than_the_bank_has_is_told_at_every_row(tmp_path: Path) -> None:
    found = said(
        tmp_path, blueprint(90, "level: understand, items: 3", "type: case, min: 2", "level: analyse, min: 5")
    )
    assert [(code, line) for code, line, _ in found] == [("CW1104", 7), ("CW1104", 9), ("CW1104", 11)]
    assert found[1][2] == "this wants 3 items, and 1 can be drawn"


def test_what_only_a_session_can_be_made_of_is_no_mistake(tmp_path: Path) -> None:
    """Its items are reserved: whether they are enough is no question of those for practice."""
    files = blueprint(2, "level: analyse, items: 2")
    files[EXAM] += "forms: {count: 1}\n"
    exam = site_of(tmp_path, files).exams["spade"]
    assert (exam.is_practised, exam.drawn) == (False, ())
    assert [(code, line) for code, line, _ in said(tmp_path / "again", files)] == [("CW1129", 9)]


def test_demands_that_exceed_the_total_are_told_at_the_last_of_them(tmp_path: Path) -> None:
    files = blueprint(4, "level: recall, min: 2", "type: case, items: 2", "type: matching, items: 1")
    assert said(tmp_path, files) == [
        (
            "CW1105",
            11,
            "this wants 1 items; of the 4 of the exam it can have at most 0 | "
            "in conflict with it, besides the total: the demands in lines 9, 10",
        )
    ]


def test_limits_that_leave_too_few_are_told_at_the_last_of_them(tmp_path: Path) -> None:
    files = blueprint(9, "level: recall, max: 1", "level: apply, max: 5")
    assert said(tmp_path, files) == [
        (
            "CW1106",
            10,
            "this allows 5 items; of the 9 of the exam it has at least 6 | "
            "in conflict with it, besides the total: the demands in lines 9",
        )
    ]


def test_what_is_reserved_or_asked_nowhere_is_counted(tmp_path: Path) -> None:
    files = blueprint(2, "level: recall, min: 8")
    files["quizzes/practice/soil.yml"] = files["quizzes/practice/soil.yml"].replace("soil-dark, ", "")
    (told,) = (line for code, _, line in said(tmp_path, files) if code == "CW1104")
    assert "reserved for exams, and so never asked for practice: 1" in told
    assert "asked by no quiz and no check: 1" in told


def test_a_case_that_is_too_large_for_a_demand_is_named(tmp_path: Path) -> None:
    ((code, line, told),) = said(tmp_path, blueprint(4, "type: case, items: 1"))
    assert (code, line) == ("CW1105", 9)
    assert "stay together, which are too many in: soil-bed" in told


def test_a_case_that_fits_is_not_named(tmp_path: Path) -> None:
    told = said(tmp_path, blueprint(4, "level: recall, min: 2", "level: apply, items: 3"))
    assert told
    assert not any("stay together" in line for _, _, line in told)


def test_an_exam_can_be_failed(tmp_path: Path) -> None:
    files = blueprint(2, "level: recall, min: 1")
    files[EXAM] = re.sub(r"cut: \d+", "cut: 0", files[EXAM])
    assert [code for code, _, _ in said(tmp_path, files)] == ["CW0210"]
