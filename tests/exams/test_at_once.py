"""Commands that change a session at once: each waits for the other, and every deed is in the journal."""

import subprocess
import sys
from pathlib import Path

import pytest
from exam_course import exam, exam_course, make
from importing import table

from coursewright.exams.journal import broken
from coursewright.exams.store import LOCK, get, names
from coursewright.stage import locked

MANY = """
import sys
from pathlib import Path
from coursewright.commands.deed import alone_with, deed
from coursewright.exams.store import add
for number in range(20):
    with alone_with(Path(sys.argv[1]), "spring") as kept:
        add(kept, deed(sys.argv[2], "printed", {"number": number}))
"""


def begun(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(*processes: "subprocess.Popen[str]") -> list[str]:
    """What each said against it; all of them went well."""
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0 for _ in processes], said
    return said


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course = exam_course(tmp_path / "course")
    make(course)
    return course


def test_no_entry_is_lost(root: Path) -> None:
    writers = ("Ann", "Bob", "Cyd")
    ended(*(begun("-c", MANY, str(root), by) for by in writers))

    entries = get(root, "spring").entries
    assert list(broken(entries)) == []
    said = [(entry.by, entry.about["number"]) for entry in entries[1:]]
    assert len(said) == len({*said}) == 20 * len(writers)


def test_commands_at_once_are_all_on_record(root: Path) -> None:
    roster = root.parent / "roster.csv"
    roster.write_bytes(table(("姓名", "考号"), ("张三", "001"), ("李四", "002")))
    commands = (
        ("print", "spring"),
        ("print", "spring", "--large"),
        ("sheets", "spring", "--roster", str(roster)),
        ("announce", "spring", "--date", "2999-01-01"),
    )
    common = ("--by", "Ann", "--course", str(root))
    ended(*(begun("-m", "coursewright", "exam", *command, *common) for command in commands))

    did = [entry.did for entry in get(root, "spring").entries]
    assert did[0] == "made"
    assert sorted(did[1:]) == ["printed", "printed", "printed", "published"]
    assert exam(root, "verify", "spring") == 0


def test_two_sessions_of_one_name_are_not_made(root: Path) -> None:
    made = ("-m", "coursewright", "exam", "make", "spade", "summer", "--by", "Ann", "--course", str(root))
    processes = [begun(*made), begun(*made)]
    said = "".join(process.communicate()[1] for process in processes)

    assert sorted(process.returncode for process in processes) == [0, 1]
    assert "already" in said
    assert names(root) == ["spring", "summer"]


def test_who_waits_is_told(root: Path) -> None:
    void = ("exam", "void", "spring", "--reason", "x", "--by", "Ann", "--course", str(root))
    with locked(root / LOCK):
        waiting = begun("-m", "coursewright", *void)
        assert waiting.stderr
        assert "Another command is at work" in waiting.stderr.readline()
        assert not get(root, "spring").is_void
    ended(waiting)
    assert get(root, "spring").is_void


def test_of_two_sessions_of_one_name_the_second_is_told_that_it_is_taken(root: Path) -> None:
    made = ["-m", "coursewright", "exam", "make", "spade", "autumn", "--by", "Ann", "--course", str(root)]
    both = [begun(*made), begun(*made)]
    said = [process.communicate()[1] for process in both]

    assert sorted(process.returncode for process in both) == [0, 1], said
    assert sum("there is a session “autumn” already" in each for each in said) == 1
    assert names(root) == ["spring", "autumn"]
