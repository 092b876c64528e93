"""What search is given: names of all that can be linked to, texts in parts, and no questions."""

import json
from pathlib import Path
from typing import Any

import pytest

from coursewright.render.initials import initials
from trees import changed, compiled


def entries(root: Path, name: str, files: dict[str, str] | None = None) -> list[list[Any]]:
    found: list[list[Any]] = json.loads(compiled(root, files or {})[f"docs/assets/coursewright/{name}.json"])
    return found


def test_a_term_is_named_by_all_its_names_at_its_own_place(tmp_path: Path) -> None:
    names = {address: (kind, all) for address, kind, all, _ in entries(tmp_path, "names")}

    assert names["glossary/#humus"][0] == "term"
    assert names["glossary/#humus"][1][0].lower() == "humus"
    assert names["learn/soil/layers/"] == ("section", ["Layers", "1.1"])
    assert names["quizzes/soil/"] == ("quiz", ["Soil quiz"])


def test_every_page_is_there_in_parts_that_can_be_linked_to(tmp_path: Path) -> None:
    parts = {address: (page, heading, text) for address, page, heading, text in entries(tmp_path, "texts")}

    assert parts["guides/start/#first"] == ("Begin", "First", "Read the section.")
    assert parts["learn/soil/layers/"][:2] == ("Layers", "")
    assert all("<" not in text and "## F" not in text for _, _, text in parts.values())


def test_no_question_is_there(tmp_path: Path) -> None:
    said = json.dumps(entries(tmp_path, "texts"))

    assert "What lies on top?" not in said
    assert "Name the layers" in said


def test_words_that_marks_part_stay_one(tmp_path: Path) -> None:
    files = changed("content/guides/start.yml", "Read", "信息**不**对称 Read")

    assert any("信息不对称" in text for *_, text in entries(tmp_path, "texts", files))


@pytest.mark.parametrize(
    ("name", "letters"), [("信息不对称", "xxbdc"), ("KYC尽职调查", "kycjzdc"), ("Humus", ""), ("𠮷野家", "")]
)
def test_initials_are_those_of_a_whole_chinese_name(name: str, letters: str) -> None:
    assert initials(name) == letters
