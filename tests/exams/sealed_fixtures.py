"""A session of the garden's exam, and one that was announced."""

from pathlib import Path

import pytest
from exam_course import announce, exam_course, make

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    course = exam_course(tmp_path / "course")
    make(course)
    capsys.readouterr()
    return course


@pytest.fixture
def published(root: Path, capsys: Captured) -> Path:
    assert announce(root) == 0
    capsys.readouterr()
    return root
