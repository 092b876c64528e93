"""What teaches and tests what, its gaps, and that reserved items count for neither."""

from pathlib import Path

import pytest

from banks import bank, choice
from coursewright.link import Site
from trees import BANK, COURSE, QUIZ, SECTION, TOOLKIT, Files, brief, changed, problems_of, report, site_of


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (changed(QUIZ, "soil-dark", "soil-secret"), f"{QUIZ}:6:19"),
        (changed(SECTION, "check: [soil-top]", "check: [soil-top, soil-secret]"), f"{SECTION}:27:23"),
    ],
)
def test_a_reserved_item_is_not_for_practice(tmp_path: Path, files: Files, place: str) -> None:
    assert [line for line in brief(problems_of(tmp_path, files)) if "CW0407" not in line] == [
        f"CW0306 {place}"
    ]


def test_gaps_are_warnings_and_only_of_practice(tmp_path: Path) -> None:
    files = {
        **changed(SECTION, "competencies:", "  - {id: dig, text: Dig}\ncompetencies:"),
        **changed(QUIZ, "soil-dark, ", ""),
    }
    assert brief(problems_of(tmp_path, files)) == [f"CW0406 {SECTION}:7:10", f"CW0407 {BANK}:16:9"]


def test_items_that_nobody_asks_are_told_a_few_times_and_counted(tmp_path: Path) -> None:
    items = [choice(f"more-{at}", f"Which {at}?", ["Clay", "Sand"], use="practice") for at in range(9)]
    told = report(tmp_path, bank(*items))
    assert told.count("this item is in no quiz") == 3
    assert "6 more like this in quizzes/bank/more.yml" in told


def test_an_objective_that_only_a_reserved_item_tests_is_a_gap(tmp_path: Path) -> None:
    head, tail = COURSE[BANK].rsplit("soil/layers/name", 1)
    files = {
        **changed(SECTION, "competencies:", "  - {id: dig, text: Dig}\ncompetencies:"),
        BANK: head + "soil/layers/dig" + tail,
    }
    assert brief(problems_of(tmp_path, files)) == [f"CW0406 {SECTION}:7:10"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("course"))


def ids(things: tuple[object, ...]) -> list[str]:
    return [thing.id for thing in things]  # type: ignore[attr-defined]


def test_coverage(site: Site) -> None:
    coverage = site.coverage
    assert {node: ids(items) for node, items in coverage.items_of_node.items()} == {
        "soils/humus": ["soil-top"]
    }
    assert {item: ids(quizzes) for item, quizzes in coverage.quizzes_of_item.items()} == {
        "soil-top": ["soil"],
        "soil-dark": ["soil"],
        "soil-which": ["soil"],
    }
    assert {section: ids(items) for section, items in coverage.items_of_section.items()} == {
        "soil/layers": ["soil-top", "soil-dark", "soil-which"]
    }
    assert {id: ids(sections) for id, sections in coverage.sections_of_competency.items()} == {
        "digging": ["soil/layers"]
    }
    assert {id: ids(items) for id, items in coverage.items_of_competency.items()} == {"digging": ["soil-top"]}
    assert {id: ids(roles) for id, roles in coverage.roles_of_competency.items()} == {"digging": ["gardener"]}
    assert {id: ids(roles) for id, roles in coverage.roles_of_chapter.items()} == {"soil": ["gardener"]}
    assert ids(coverage.reports_of_role["head"]) == ["gardener"]
    assert {id: ids(toolkits) for id, toolkits in coverage.toolkits_of_section.items()} == {
        "soil/layers": ["spade"]
    }


def test_coverage_never_holds_a_reserved_item(site: Site) -> None:
    named = [
        *site.coverage.items_of_node.values(),
        *site.coverage.items_of_section.values(),
        *site.coverage.items_of_competency.values(),
    ]
    assert "soil-secret" not in {item.id for items in named for item in items}


def test_the_quizzes_of_items_come_once(site: Site) -> None:
    assert ids(tuple(site.coverage.quizzes_of_items(tuple(site.items.values())))) == ["soil"]


def test_quizzes_and_toolkits_come_in_their_own_order_whatever_their_files_are_called(tmp_path: Path) -> None:
    first = COURSE[TOOLKIT].replace("code: ", "code: A-")
    files = {
        "content/toolkits/zinc.yml": first,
        "quizzes/practice/all.yml": "title: All\nsummary: All.\ncut: 70\nitems: [soil-dark]\n",
    }
    site = site_of(tmp_path, files)
    assert list(site.toolkits) == ["zinc", "spade"]
    assert ids(tuple(site.coverage.quizzes_of_items(tuple(reversed(list(site.items.values())))))) == [
        "soil",
        "all",
    ]
