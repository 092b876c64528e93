"""Nobody else may read what is kept of a session: verify tells where they may, and who writes shuts it."""

import os
import shlex
import stat
import subprocess
from pathlib import Path

import pytest
from exam_course import LATER, exam, folder

from coursewright.commands.main import run
from coursewright.exams.store import open_to_others

Captured = pytest.CaptureFixture[str]

pytest_plugins = ["sealed_fixtures"]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of folders are POSIX's")


def folders(root: Path) -> list[Path]:
    return [root / "private", root / "private/sessions", folder(root)]


def open_up(root: Path) -> None:
    for each in folders(root):
        each.chmod(0o755)


@pytest.mark.parametrize("at", range(3))
def test_a_folder_that_others_may_look_into_is_told_and_is_no_change(
    at: int, root: Path, capsys: Captured
) -> None:
    folders(root)[at].chmod(0o750)
    assert exam(root, "verify", "spring") == 0
    said = capsys.readouterr()
    assert "agrees with itself" in said.out
    assert f"to shut it type: chmod 700 {shlex.quote(str(folders(root)[at]))}\n" in said.err


def test_what_is_to_be_typed_shuts_it(root: Path, capsys: Captured) -> None:
    open_up(root)
    assert exam(root, "verify", "spring") == 0
    command = capsys.readouterr().err.strip().rpartition(": ")[2]
    subprocess.run(shlex.split(command), check=True)
    assert open_to_others(root, "spring") == []
    capsys.readouterr()
    assert exam(root, "verify", "spring") == 0
    assert capsys.readouterr().err == ""


def test_what_was_changed_is_told_beside_it(root: Path, capsys: Captured) -> None:
    open_up(root)
    (folder(root) / "keys.json").write_text("{}", "utf-8")
    assert exam(root, "verify", "spring") == 1
    said = capsys.readouterr().err
    assert "chmod 700" in said
    assert "✗ keys.json is not what was made" in said


@pytest.mark.parametrize(
    "command",
    [
        ("exam", "announce", "spring", "--date", LATER),
        ("exam", "print", "spring"),
        ("exam", "sheets", "spring", "--roster", "roster.csv"),
        ("exam", "void", "spring", "--reason", "It rained"),
        ("export", "gift", "private/a.gift", "--form", "spring/A", "--skip"),
    ],
    ids=lambda command: command[1],
)
def test_whoever_writes_there_shuts_it(
    command: tuple[str, ...], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "roster.csv").write_text("name,number\nAnn,1\n", "utf-8")
    open_up(root)
    monkeypatch.chdir(root)
    assert run([*command, "--by", "Ann"]) == 0
    assert [stat.S_IMODE(each.stat().st_mode) for each in folders(root)] == [0o700] * 3
