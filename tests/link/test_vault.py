"""What is reserved for exams is in the vault, and nowhere in the site."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from coursewright.compiler import Checked
from coursewright.link.site import SiteItem
from coursewright.link.vault import ReservedItem
from coursewright.model.kinds import BANK, QUIZ, TOOLKIT
from trees import BANK as BANK_FILE
from trees import changed, checked, problems_of


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return checked(tmp_path_factory.mktemp("course"))


def test_items_are_in_the_site_or_in_the_vault(course: Checked) -> None:
    assert list(course.site.items) == ["soil-top", "soil-dark", "soil-which"]
    assert list(course.vault.items) == ["soil-secret"]
    assert course.site.reserved == 1


def test_a_reserved_item_is_of_another_type_and_knows_what_it_tests(course: Checked) -> None:
    item = course.vault.items["soil-secret"]
    assert isinstance(item, ReservedItem)
    assert not isinstance(item, SiteItem)
    assert (item.section.id, item.objective.id) == ("soil/layers", "name")


def test_use_moves_an_item_from_one_to_the_other(tmp_path: Path) -> None:
    moved = checked(tmp_path, changed(BANK_FILE, "    use: exam\n", ""))
    assert (len(moved.site.items), moved.site.reserved, dict(moved.vault.items)) == (4, 0, {})


def test_no_word_of_a_reserved_item_is_anywhere_in_the_site(course: Checked) -> None:
    def strings(value: Any, seen: set[int]) -> list[str]:
        if id(value) in seen:
            return []
        seen.add(id(value))
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for part in (*value, *value.values()) for text in strings(part, seen)]
        if isinstance(value, list | tuple | set):
            return [text for part in value for text in strings(part, seen)]
        if is_dataclass(value):
            return [text for entry in fields(value) for text in strings(getattr(value, entry.name), seen)]
        return [text for part in getattr(value, "__dict__", {}).values() for text in strings(part, seen)]

    found = strings(course.site, set())
    assert "What lies on top?" in found
    assert [text for text in found if "anzibar" in text or "soil-secret" in text] == []


def test_the_site_has_files_with_pages_and_the_vault_has_all(course: Checked) -> None:
    assert list(course.site.all(TOOLKIT)) == ["spade"]
    assert dict(course.site.all(BANK)) == {}
    assert [item.id for item in course.vault.all(BANK)["soil"].items][-1] == "soil-secret"
    assert course.vault.all(QUIZ)["soil"] == course.site.quizzes["soil"].model


def test_a_reserved_item_tests_what_there_is_all_the_same(tmp_path: Path) -> None:
    head, tail = "use: exam\n    stem", "use: exam\n    nodes: [soils/hums]\n    stem"
    (problem,) = problems_of(tmp_path, changed(BANK_FILE, head, tail))
    assert (problem.code, problem.values["id"]) == ("CW0301", "soils/hums")
