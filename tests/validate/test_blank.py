"""A key that may be left out, and behind which nothing stands, is told: somebody meant to write there."""

import re
from pathlib import Path
from typing import Literal, get_origin

import pytest

from coursewright.model.kinds import kind_of
from trees import BANK, COURSE, ENGLISH, GLOSSARY, TOOLKIT, changed, problems_of, write_course

C = "content/course.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "key"),
    [
        (C, COURSE[C], f"{COURSE[C]}xapi:\n", "xapi"),
        (C, COURSE[C], f"{COURSE[C]}xapi: # later\n", "xapi"),
        (C, COURSE[C], f"{COURSE[C]}xapi: null\n", "xapi"),
        (BANK, "    explanation: Leaves fall on top.\n", "    explanation: L.\n    facility:\n", "facility"),
        (GLOSSARY, "    section: soil/layers\n", "    section:\n", "section"),
        (TOOLKIT, "hint: In full", "hint: ", "hint"),
    ],
)
def test_a_key_with_nothing_behind_it_is_told_where_it_stands(
    tmp_path: Path, path: str, old: str, new: str, key: str
) -> None:
    files = changed(path, old, new)
    found = [each for each in problems_of(tmp_path, files) if each.code == "CW0214"]
    assert [(each.severity, each.values["key"]) for each in found] == [("warning", key)]
    at = found[0].place
    assert at.source[at.column - 1 :].startswith(f"{key}:")
    assert found[0].hints(ENGLISH), "nothing that says what belongs there"


OPTIONAL = [
    (path, key)
    for path, text in COURSE.items()
    if (kind := kind_of(path)) is not None
    for key, info in kind.model.model_fields.items()
    if not info.is_required()
    and get_origin(info.annotation) is not Literal
    and not re.search(rf"^{key}:", text, re.M)
]
"""What each kind of file may say and the course's own do not."""


@pytest.mark.parametrize(("path", "key"), OPTIONAL)
def test_of_any_file_a_key_with_nothing_behind_it_is_as_if_it_was_not_there(
    tmp_path: Path, path: str, key: str
) -> None:
    (found,) = problems_of(tmp_path, {path: f"{COURSE[path]}{key}:\n"})
    assert (found.code, found.values["key"]) == ("CW0214", key)


@pytest.mark.parametrize("key", ["hints", "waive", "edition", "shuffle", "observed"])
def test_a_list_a_number_and_a_flag_with_nothing_behind_them_are_told_like_a_text(
    tmp_path: Path, key: str
) -> None:
    old = "    explanation: Leaves fall on top.\n"
    (found,) = problems_of(tmp_path, changed(BANK, old, f"    explanation: L.\n    {key}:\n"))
    assert (found.code, found.values["key"]) == ("CW0214", key)


def test_a_list_that_was_emptied_may_be_removed(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, changed(BANK, "competencies: [digging]", "competencies:"))
    assert found.hints(ENGLISH) == ["write it, or take the key out: Competencies tested."]


def test_what_is_wrong_beside_it_is_told_alone(tmp_path: Path) -> None:
    text = "    explanation: L.\n    hints:\n    edition: new\n"
    found = problems_of(tmp_path, changed(BANK, "    explanation: Leaves fall on top.\n", text))
    assert [each.code for each in found] == ["CW0202"]


def test_a_choice_that_nobody_made_stays_an_error(tmp_path: Path) -> None:
    old = "    explanation: Leaves fall on top.\n"
    (found,) = problems_of(tmp_path, changed(BANK, old, "    explanation: L.\n    use:\n"))
    assert (found.code, found.severity) == ("CW0205", "error"), "an item for exams would be published"


def test_what_is_needed_stays_an_error(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, changed(C, "chapters: [soil]", "chapters:"))
    assert (found.code, found.severity) == ("CW0202", "error")


def test_of_what_is_written_nothing_is_told(tmp_path: Path) -> None:
    write_course(tmp_path)
    assert problems_of(tmp_path, {}) == []
