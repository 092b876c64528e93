"""A command that is ended by force leaves its folder and its entry both, or neither."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from answered import Captured, exam, graded, kept, keyed, made, percents, results, row
from sessions import NAME

from coursewright.commands.main import run
from coursewright.exams import deposit, shelf
from coursewright.exams.deposit import BEGUN
from trees import contents


def verified(root: Path) -> int:
    return run(["exam", "verify", NAME, "--course", str(root)])


class Killed(BaseException):
    """What nothing in a command catches, as nothing catches a signal that ends it."""


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    course = made(tmp_path)
    graded(course, capsys, keyed(course, row(course, "001", "A"), row(course, "002", "B")))
    return course


def kill_at(monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    """In `deposit` and `shelf`, before what is renamed for the so manieth time; nothing is tidied up."""
    calls = 0

    def counted(real: Callable[..., None]) -> Callable[..., None]:
        def renamed(*paths: object) -> None:
            nonlocal calls
            calls += 1
            if calls == call:
                raise Killed
            real(*paths)

        return renamed

    class Os:
        getpid, rename, replace = staticmethod(os.getpid), counted(os.rename), counted(os.replace)

    class Shutil:
        @staticmethod
        def rmtree(path: Path, ignore_errors: bool = False) -> None:
            if calls < call:
                shutil.rmtree(path, ignore_errors=ignore_errors)

    for module in (deposit, shelf):
        monkeypatch.setattr(module, "os", Os)
    monkeypatch.setattr(shelf, "shutil", Shutil)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (1, ""),
        (2, "nothing of it was kept"),
        (3, "it was finished now"),
        (4, "it was finished now"),
    ],
    ids=["before it began", "before the old folder went", "between the folders", "before the entry"],
)
def test_whenever_a_command_ends_the_next_one_finds_all_or_nothing(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, call: int, said: str
) -> None:
    before, count = contents(results(root)), len(kept(root).entries)
    answers = keyed(root, row(root, "001", "A"), name="others.csv")
    given = ["grade", NAME, str(answers), "--roster", str(root.parent / "roster.csv")]
    assert exam(root, *given) == 1
    code = capsys.readouterr().err.rpartition("--accept ")[2].split()[0]
    with monkeypatch.context() as patched:
        kill_at(patched, call)
        with pytest.raises(Killed):
            exam(root, *given, "--accept", code)
    capsys.readouterr()
    verified(root)
    told = capsys.readouterr().err
    assert said in told
    assert "is not what was made" not in told
    folder = kept(root).folder
    assert not (folder / BEGUN).exists()
    is_finished = "finished" in said
    assert len(kept(root).entries) == count + is_finished
    assert (contents(results(root)) == before) != is_finished
    assert {*percents(root)} == ({"001"} if is_finished else {"001", "002"})
    assert exam(root, *given, "--accept", code) == 0


def test_what_was_not_begun_by_us_is_no_journal(root: Path, capsys: Captured) -> None:
    folder = kept(root).folder
    entries = kept(root).entries
    (folder / BEGUN).write_bytes(b"{}")
    verified(root)
    assert "nothing of it was kept" in capsys.readouterr().err
    assert kept(root).entries == entries
    assert not (folder / BEGUN).exists()
