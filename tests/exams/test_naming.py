"""The name of a session names files as well, and its seed is one that can be said again."""

from datetime import date
from pathlib import Path

import pytest
from exam_course import EXAM_ID, exam, exam_course

from coursewright.exams.store import names

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return exam_course(tmp_path / "course")


def refused(root: Path, capsys: Captured, *asked: str) -> str:
    assert exam(root, "make", *asked, "--by", "Ann") == 2
    assert names(root) == []
    return " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["con", "CON", "Nul", "prn", "aux", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_itself_is_refused(name: str, root: Path, capsys: Captured) -> None:
    said = refused(root, capsys, EXAM_ID, name)
    assert f"“{name}” is the name of a device on Windows" in said
    assert "choose another name" in said


def test_no_such_name_is_proposed(root: Path, capsys: Captured) -> None:
    said = refused(root, capsys, EXAM_ID, "CON!")
    assert "“CON!” is no id" in said
    assert "did you mean" not in said


@pytest.mark.parametrize(("id", "example"), [(EXAM_ID, EXAM_ID), ("风险", "exam"), ("x" * 60, "exam")])
def test_who_has_no_letters_for_a_name_gets_one_to_type(
    id: str, example: str, root: Path, capsys: Captured
) -> None:
    proposed = f"{example}-{date.today().isoformat()}"
    assert f"“考试” is no id; write it like {proposed}, in" in refused(root, capsys, id, "考试")
    assert "did you mean “spring-2027”?" in refused(root, capsys, id, "Spring 2027")


def test_a_proposed_name_is_taken(root: Path) -> None:
    proposed = f"{EXAM_ID}-{date.today().isoformat()}"
    assert exam(root, "make", EXAM_ID, proposed, "--by", "Ann") == 0
    assert names(root) == [proposed]


@pytest.mark.parametrize("seed", ["", "  ", "\u3000", "a\nb"])
def test_a_seed_is_something_to_read(seed: str, root: Path, capsys: Captured) -> None:
    assert "write one line with something to read in it" in refused(
        root, capsys, EXAM_ID, "spring", "--seed", seed
    )
