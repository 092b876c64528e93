"""What the browser gets to draw an exam from, and the page that says what it examines."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from coursewright.model.items.bank import ITEM_TYPES
from coursewright.model.items.types import TYPE_NAMES, ItemType
from trees import (
    COURSE,
    EVERY_TYPE,
    EXAM,
    ITEMS,
    NOTICE,
    Files,
    compiled,
    site_of,
    with_quiz_of,
    words_of,
)

DEMANDS = """\
  - {chapter: soil, level: recall, min: 1, max: 2}
  - {type: case, items: 2}
  - {objective: soil/layers/name, min: 3}
  - {competency: digging, max: 1}
  - {type: numeric, items: 0}
"""


def every_type() -> Files:
    head, _, _ = COURSE[EXAM].partition("items:")
    return {**with_quiz_of(ITEMS, EVERY_TYPE), EXAM: f"{head}items: 5\ndemands:\n{DEMANDS}"}


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    tree = compiled(tmp_path_factory.mktemp("course"), every_type())
    found: dict[str, Any] = json.loads(tree["docs/assets/coursewright/exam-spade.json"])
    return found


def test_every_type_has_a_name_and_can_be_demanded() -> None:
    assert set(get_args(ItemType)) == set(TYPE_NAMES) == set(ITEM_TYPES)


def test_the_pool_says_where_things_are_and_what_they_count_for(pool: dict[str, Any]) -> None:
    items = {item[0]: item for unit in pool["units"] for item in unit}
    assert items["soil-top"] == ["soil-top", 1, 0, 0, [0], [0, 2, 3]]
    assert items["soil-bed-cure"] == ["soil-bed-cure", 1, 0, 0, [], [1, 2]]
    assert items["soil-depth"][5] == [2, 4]
    assert pool["pages"] == ["quizzes/soil/"]
    assert pool["sections"] == [[0, "1.1 Layers", "learn/soil/layers/"]]
    assert pool["demands"] == [[1, 2], [2, 2], [3, None], [0, 1], [0, 0]]
    assert (pool["total"], pool["minutes"], pool["cut"]) == (5, 30, 60)


def test_a_case_is_one_unit_and_what_is_known_to_be_drawn_meets_the_demands(pool: dict[str, Any]) -> None:
    assert [len(unit) for unit in pool["units"]].count(2) == 1
    drawn = [item for at in pool["drawn"] for item in pool["units"][at]]
    assert len(drawn) == pool["total"]
    for at, (least, most) in enumerate(pool["demands"]):
        assert least <= sum(at in item[5] for item in drawn) <= (pool["total"] if most is None else most)


def test_the_pool_has_neither_questions_nor_answers_nor_what_is_reserved(
    pool: dict[str, Any], tmp_path: Path
) -> None:
    text = json.dumps(pool, ensure_ascii=False)
    for item in site_of(tmp_path, every_type()).items.values():
        assert item.model.stem not in text
        assert [words for words in words_of(item.model) if words in text and words != "Digging"] == []
    assert "soil-secret" not in text


def test_the_page_tells_every_demand(tmp_path: Path) -> None:
    page = compiled(tmp_path, every_type())["docs/quizzes/exams/spade.md"].decode()
    counts = [part.partition("</td>")[0] for part in page.split("<td>")[1:]]
    assert counts == ["1 to 2", "2", "not examined", "at least 3", "at most 1"]
    for said in ("Questions of cases", "Recall", "Name the layers"):
        assert said in page


def test_a_course_without_exams_says_nothing_of_them(tmp_path: Path) -> None:
    tree = compiled(tmp_path, {EXAM: None, NOTICE: None})
    assert "Mock exams" not in tree["docs/quizzes/index.md"].decode()
    assert [path for path in tree if "exams/" in path or "/exam-" in path] == []


def test_an_exam_that_cannot_be_practised_has_its_page_and_neither_mock_nor_sample(tmp_path: Path) -> None:
    files = {EXAM: COURSE[EXAM].replace("min: 1}", "min: 9}").replace("items: 1\n", "items: 9\n")}
    files[EXAM] += "forms: {count: 1}\n"
    tree = compiled(tmp_path, {**files, NOTICE: COURSE[NOTICE]})
    page = tree["docs/quizzes/exams/spade.md"].decode()
    assert "There is no mock exam of it" in page
    assert "mock.md" not in page + tree["docs/index.md"].decode() + tree["docs/quizzes/index.md"].decode()
    assert not [path for path in tree if "mock" in path or "sample" in path or "exam-spade" in path]
