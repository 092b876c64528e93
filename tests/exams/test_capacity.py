"""How many more sessions a bank carries is a bound that is never too small, and is close to what is made."""

from pathlib import Path

import pytest
from exam_course import EXAM_ID, FILES, blueprint, exam, exam_course, make
from hypothesis import given, settings
from hypothesis import strategies as some
from pools import pool

from coursewright.exams.capacity import MOST, capacity
from coursewright.exams.plan import Use, plan_of
from coursewright.exams.search import searched
from coursewright.exams.unit import Unit
from coursewright.model.blueprint import Blueprint, Demand, FormRules
from trees import EXAM, write_tree

Captured = pytest.CaptureFixture[str]
RULES = "{count: 1, exposure: 1}"
DEMAND = "level: recall, min: 0, max: 9"


def told(root: Path, capsys: Captured, *command: str) -> list[str]:
    """What is said of capacity."""
    capsys.readouterr()
    exam(root, *command)
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith(f"{EXAM_ID}: ")]


def at_most(count: int) -> list[str]:
    said = f"{count} more session" if count == 1 else f"{count} more sessions"
    return [f"{EXAM_ID}: items are left for at most {said}, an upper bound by counting"]


def test_check_make_and_list_say_how_many_more_sessions_there_are(tmp_path: Path, capsys: Captured) -> None:
    """Of twelve items each is used once."""
    root = exam_course(tmp_path / "course")
    write_tree(root, {EXAM: blueprint(4, RULES, DEMAND)})
    assert told(root, capsys, "list") == at_most(3)
    for left, name in enumerate(("one", "two", "three")):
        assert told(root, capsys, "check", EXAM_ID) == at_most(3 - left)
        assert told(root, capsys, "make", EXAM_ID, name, "--seed", "s", "--by", "Ann") == at_most(2 - left)
    assert told(root, capsys, "list") == at_most(0)
    assert told(root, capsys, "check", EXAM_ID) == []


def test_what_has_no_limit_is_said_to_have_none(tmp_path: Path, capsys: Captured) -> None:
    root = exam_course(tmp_path / "course")
    make(root)
    assert told(root, capsys, "list") == [
        f"{EXAM_ID}: the blueprint has no “exposure”, so items can be used in any number of sessions"
    ]


def test_a_course_with_errors_still_lists_its_sessions(tmp_path: Path, capsys: Captured) -> None:
    root = exam_course(tmp_path / "course")
    make(root)
    write_tree(root, {EXAM: FILES[EXAM] + "nonsense: 1\n"})
    capsys.readouterr()
    assert exam(root, "list") == 0
    said = capsys.readouterr().out
    assert "spring" in said
    assert "is not counted: the course has errors" in said


def drawn_from(items: int, forms: FormRules, demands: tuple[Demand, ...]) -> Blueprint:
    return Blueprint.model_construct(items=items, forms=forms, demands=demands, points=None, chapters=())


@settings(max_examples=40, deadline=None)
@given(
    some.integers(6, 20), some.integers(0, 3), some.integers(1, 4), some.integers(1, 3), some.integers(0, 1)
)
def test_no_more_sessions_are_made_than_there_may_be(
    count: int, cases: int, items: int, exposure: int, overlap: int
) -> None:
    """One after another until no way is found; each uses up what it was said to."""
    found = pool(count, count, cases)
    rules = FormRules.model_construct(count=2, exposure=exposure, overlap=overlap)
    demand = Demand.model_construct(level="recall", min=0, max=items)
    exam = drawn_from(items, rules, (demand,))
    uses: list[Use] = []
    made = 0
    bound = capacity(exam, found, uses)
    assert bound is not None
    assert bound < MOST
    while forms := two_forms(exam, found, uses):
        made += 1
        uses[:0] = [Use(str(made), form) for form in forms]
        left = capacity(exam, found, uses)
        assert left is not None
        assert made + left <= bound


def two_forms(exam: Blueprint, found: list[Unit], uses: list[Use]) -> list[frozenset[str]]:
    plan = plan_of(exam, found, uses)
    made: list[list[int]] = []
    for _ in range(plan.forms):
        solution, chosen = searched(plan, (), made, plan.free(made))
        if not solution.found:
            return []
        made.append(chosen)
    return [frozenset(item.id for at in form for item in plan.units[at].items) for form in made]
