"""A key that may be left out, and behind which nothing stands, is told: somebody meant to write there."""

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("key", ["hints", "waive", "edition", "shuffle", "observed"])
def test_of_what_may_be_left_out_nobody_says_that_it_is_needed(tmp_path: Path, key: str) -> None:
    old = "    explanation: Leaves fall on top.\n"
    (found,) = problems_of(tmp_path, changed(BANK, old, f"    explanation: L.\n    {key}:\n"))
    hints = found.hints(ENGLISH)
    assert hints[-1] == f"write it, or remove “{key}”"
    assert not [hint for hint in hints if "needed" in hint]


def test_a_list_that_was_emptied_may_be_removed(tmp_path: Path) -> None:
    files = changed(BANK, "competencies: [digging]", "competencies:")
    (found,) = problems_of(tmp_path, files)
    assert found.hints(ENGLISH) == ["write it, or remove “competencies”"]


def test_of_what_is_written_nothing_is_told(tmp_path: Path) -> None:
    write_course(tmp_path)
    assert problems_of(tmp_path, {}) == []
