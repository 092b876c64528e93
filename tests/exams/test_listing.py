"""The code of a listing: what is accepted by it is what was seen, with all that decides what is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from answered import Captured, code_in, csv_of, results
from answered import exam as run_exam
from published import PEOPLE, Exam, publish
from sessions import NAME, session

from coursewright.exams.store import add, get

SPARE = "spare-01"
KEY = "0" * 64


@pytest.fixture
def exam(tmp_path: Path) -> Exam:
    session(tmp_path / "course")
    made = publish(tmp_path / "course")
    (tmp_path / "responses").mkdir()
    (tmp_path / "responses/1.cwr").write_text(made.sealed(), "utf-8")
    roster(tmp_path)
    return made


def roster(
    folder: Path, department: str = "North", extra: str = "", room: str = "1", name: str = "Di"
) -> None:
    others = [(each.name, each.number, "", "", "") for each in PEOPLE]
    rows = [
        ("name", "number", "department", "extra", "room"),
        *others,
        (name, "1004", department, extra, room),
    ]
    (folder / "roster.csv").write_bytes(csv_of(rows))


def listed(exam: Exam, capsys: Captured, *options: str) -> str:
    root = exam.kept.folder.parents[2]
    given = ["grade", NAME, str(root.parent / "responses"), "--roster", str(root.parent / "roster.csv")]
    capsys.readouterr()
    assert run_exam(root, *given, *options) == 1
    captured = capsys.readouterr()
    return code_in(captured.out + captured.err)


def entered(exam: Exam) -> None:
    """Whatever is entered: a ruling, a judgment, a decision on a scan, another publication."""
    entry = {"at": exam.kept.entries[-1].at, "by": "Ann", "did": "ruled", "version": "1", "about": {}}
    add(get(exam.kept.folder.parents[2], NAME), entry)


CHANGES: list[Callable[[Exam], None]] = [
    lambda exam: roster(_beside(exam), department="South"),
    lambda exam: roster(_beside(exam), extra="15"),
    lambda exam: roster(_beside(exam), room="2"),
    lambda exam: roster(_beside(exam), name="Dee"),
    entered,
]


def _beside(exam: Exam) -> Path:
    return exam.kept.folder.parents[3]


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_seen_is_not_accepted_of_something_else(
    exam: Exam, capsys: Captured, change: Callable[[Exam], None]
) -> None:
    """Though nothing that the listing shows is another."""
    code = listed(exam, capsys)
    assert listed(exam, capsys) == code
    change(exam)
    assert listed(exam, capsys, "--accept", code) != code
    assert not results(exam.kept.folder.parents[2]).exists()


@pytest.mark.parametrize("said", [("--candidate", f"{SPARE}=1004"), ("--seb-exam-key", KEY)])
def test_what_is_said_is_accepted_with_the_listing(
    exam: Exam, capsys: Captured, said: tuple[str, str]
) -> None:
    code = listed(exam, capsys)
    assert listed(exam, capsys, *said, "--accept", code) != code
    own = listed(exam, capsys, *said)
    assert listed(exam, capsys, "--accept", own) == code
