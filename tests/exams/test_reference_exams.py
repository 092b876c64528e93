"""The exams of the course that stands beside the engine, as they go to print."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from exam_course import exam as exam_command
from exam_course import make_exam
from sessions import DATE, candidates

from coursewright.exams.printing import Printing
from coursewright.exams.seating import seated
from coursewright.exams.store import get
from trees import CHINESE, ROOT

EXAMS = {"rm-foundation": (3, 60), "rm-advanced": (2, 50)}
"""How many forms, of how many items."""
MOST_PAGES = 4
"""Two sheets of paper, printed on both sides."""
SPREAD = 0.01
"""Of what the forms expect of candidates, as a share of the target."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("course")
    for name in ("content", "quizzes", "site_overrides"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


@pytest.mark.parametrize("exam", EXAMS)
def test_answer_sheets_are_two_pieces_of_paper_in_the_order_of_the_paper(root: Path, exam: str) -> None:
    make_exam(root, exam, exam)
    session = get(root, exam).session
    rooms = seated(candidates(2), [form.code for form in session.forms])
    for variant, pages in Printing(session, rooms, 1, DATE, CHINESE).pages.items():
        assert len(pages) <= MOST_PAGES, variant
        numbers = [bubble.number for page in pages for bubble in page.bubbles if bubble.number]
        assert numbers == sorted(numbers), variant
        assert {*numbers} == {*range(1, len(session.forms[0].questions) + 1)}


@pytest.mark.parametrize("exam", EXAMS)
def test_the_forms_keep_their_blueprint_and_have_no_item_in_common(root: Path, exam: str) -> None:
    make_exam(root, exam, f"{exam}-proof", "proof")
    session = get(root, f"{exam}-proof").session
    forms = [[question.item for question in form.questions] for form in session.forms]
    assert [len(form) for form in forms] == [EXAMS[exam][1]] * EXAMS[exam][0]
    assert not any({*one} & {*other} for one, other in itertools.combinations(forms, 2))
    bank, blueprint = _bank(root), yaml.safe_load((root / f"quizzes/exams/{exam}.yml").read_text("utf-8"))
    for demand, form in itertools.product(blueprint["demands"], forms):
        count = sum(_fits(bank[id], demand) for id in form)
        least, most = (demand.get("items", demand.get(end)) for end in ("min", "max"))
        assert (least or 0) <= count <= (len(form) if most is None else most), demand
    assert all(bank[id]["use"] == "exam" for form in forms for id in form)
    assert all(drawn.deviation <= SPREAD for drawn in session.drawn)
    assert exam_command(root, "verify", f"{exam}-proof") == 0


def _bank(root: Path) -> dict[str, dict[str, Any]]:
    """Every question of the bank as it is written, those of cases with the use of their case."""
    items = itertools.chain.from_iterable(
        yaml.safe_load(path.read_text("utf-8"))["items"] for path in (root / "quizzes/bank").glob("*.yml")
    )
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        for question in item.get("items", [item]):
            own = {"use": item.get("use", "practice"), "case": item["type"] == "case"} | question
            assert own["id"] not in found
            found[own["id"]] = own
    return found


def _fits(item: dict[str, Any], demand: dict[str, Any]) -> bool:
    chapter = item["objective"].split("/")[0]
    tests: dict[str, Callable[[Any], bool]] = {
        "chapter": lambda value: value == chapter,
        "level": lambda value: value == item["level"],
        "type": lambda value: item["case"] if value == "case" else value == item["type"],
        "competency": lambda value: value in item["competencies"],
    }
    return all(tests[kind](value) for kind, value in demand.items() if kind not in ("items", "min", "max"))
