"""My learning: its pages name what a course has, and offer nothing that it has not."""

import json
from pathlib import Path

from test_doors import BARE

from coursewright.render import OutputTree
from trees import FRAMEWORK, QUIZ, SECTION, changed, compiled

UNASKED = {**BARE, QUIZ: None, "quizzes/bank/soil.yml": None}
"""A course to be read alone: no question, no competency, no role."""


def page(tree: OutputTree, name: str) -> str:
    return tree[f"docs/my/{name}.md"].decode()


def data(tree: OutputTree, name: str) -> dict[str, list[list[object]]]:
    found: dict[str, list[list[object]]] = json.loads(tree[f"docs/assets/coursewright/{name}.json"])
    return found


def test_my_learning_comes_right_after_home_with_its_own_pages(tmp_path: Path) -> None:
    config = compiled(tmp_path)["mkdocs.yml"].decode()
    nav = config[config.index("nav:") :]
    assert [line.split(": ")[-1].strip("- ") for line in nav.splitlines()[1:6]] == [
        "index.md",
        "My learning:",
        "my/index.md",
        "my/levels.md",
        "my/transcript.md",
    ]


def test_a_course_without_competencies_has_no_page_of_own_levels(tmp_path: Path) -> None:
    tree = compiled(tmp_path, BARE)
    assert "docs/my/levels.md" not in tree
    assert "docs/assets/coursewright/framework.json" not in tree
    for name in ("index", "transcript"):
        assert "levels.md" not in page(tree, name)
        assert "ompetency" not in page(tree, name)
        assert "framework" not in page(tree, name)
        assert "data-items" in page(tree, name)


def test_a_course_that_asks_nothing_speaks_of_no_answers(tmp_path: Path) -> None:
    tree = compiled(tmp_path, UNASKED)
    dashboard = page(tree, "index")
    assert "<cw-dashboard" in dashboard
    for absent in ("data-items", "mastery", "evidence", "review"):
        assert absent not in dashboard
    for absent in ("data-items", "uizzes", "nswers are evidence"):
        assert absent not in page(tree, "transcript")


def test_only_roles_that_need_a_competency_can_be_chosen(tmp_path: Path) -> None:
    tree = compiled(tmp_path)
    roles = data(tree, "framework")["roles"]
    assert [role["id"] for role in roles] == ["gardener"]  # type: ignore[call-overload]
    assert page(tree, "levels").count("<option value=") == 2


def test_every_level_of_a_competency_can_be_chosen_by_what_is_seen_of_it(tmp_path: Path) -> None:
    tree = compiled(tmp_path, changed(FRAMEWORK, "Digs a bed", "Digs <b>a</b> bed & more"))
    levels = page(tree, "levels")
    assert levels.count('type="radio" name="digging"') == 5
    assert "Digs <b>a</b>" not in levels


def test_an_objective_is_part_of_the_competencies_of_its_section_and_of_its_items(tmp_path: Path) -> None:
    (one,) = data(compiled(tmp_path), "items")["objectives"]
    assert one[3] == ["digging"]
    alone = changed(SECTION, "competencies: [digging]\n", "")
    (one,) = data(compiled(tmp_path, alone), "items")["objectives"]
    assert one[3] == ["digging"]
