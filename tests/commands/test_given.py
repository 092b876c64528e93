"""Files named on the command line that are no files."""

import os
from pathlib import Path

import pytest

from coursewright.commands.given import MOST_BYTES
from coursewright.commands.main import run
from trees import write_course

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("asked", [("import",), ("export", "--logo"), ("export", "--template")])
def test_a_pipe_is_not_waited_for(
    course: Path, tmp_path: Path, asked: tuple[str, ...], capsys: Captured
) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    refused(course, tmp_path / "pipe.docx", asked, capsys)


@pytest.mark.parametrize("asked", [("import",), ("export", "--logo"), ("export", "--template")])
def test_a_file_without_bounds_is_not_read(
    course: Path, tmp_path: Path, asked: tuple[str, ...], capsys: Captured
) -> None:
    with (tmp_path / "large.docx").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    refused(course, tmp_path / "large.docx", asked, capsys)


def refused(course: Path, file: Path, asked: tuple[str, ...], capsys: Captured) -> None:
    assert run(["roles", *asked, str(file), "--course", str(course)]) == 1
    assert f"{file} is no file that can be read" in capsys.readouterr().err
