"""Whoever compares sessions is told when one does not count, or both are the same."""

from pathlib import Path
from shutil import copytree

import pytest
from exam_course import exam, folder, make, void

Captured = pytest.CaptureFixture[str]

pytest_plugins = ["sealed_fixtures"]


def compared(root: Path, capsys: Captured, *names: str) -> list[str]:
    """What is said below the tables."""
    capsys.readouterr()
    assert exam(root, "compare", *names) == 0
    lines = capsys.readouterr().out.splitlines()
    return [line for line in lines if "session" in line or "copy" in line]


def test_a_session_that_is_void_is_told(root: Path, capsys: Captured) -> None:
    make(root, "summer", "t")
    assert compared(root, capsys, "spring", "summer") == []
    assert void(root) == 0
    void_line = "The session “spring” is void: The paper was seen."
    assert compared(root, capsys, "spring", "summer") == [void_line]
    assert compared(root, capsys, "summer", "spring") == [void_line]
    assert compared(root, capsys, "spring", "spring") == [
        void_line,
        "Both are the session “spring”: it was compared with itself",
    ]


def test_a_copy_is_told(root: Path, capsys: Captured) -> None:
    copytree(folder(root), folder(root).with_name("spring-copy"))
    assert compared(root, capsys, "spring", "spring-copy") == [
        "“spring” and “spring-copy” have the same key file: one is a copy of the other"
    ]
