"""What a journal says of times and people, and what lies in the folder, is judged without a notice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from exam_course import entries, exam, folder, write
from hypothesis import given
from hypothesis import strategies as st

from coursewright.exams import journal
from coursewright.exams.clock import SLACK, mistimed
from coursewright.exams.journal import Entry

Captured = pytest.CaptureFixture[str]
NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)

pytest_plugins = ["sealed_fixtures"]


def of_times(*times: str) -> list[Entry]:
    made: list[Entry] = []
    for at in times:
        made = journal.added(made, at=at, by="Ann", did="printed", version="1", about={})
    return made


def told(*minutes: float) -> list[int]:
    """Numbers of the entries whose times, in minutes from now, cannot be."""
    times = [(NOW + timedelta(minutes=each)).isoformat(timespec="seconds") for each in minutes]
    return [number for number, _said in mistimed(of_times(*times), NOW)]


def test_clocks_may_differ_by_minutes() -> None:
    slack = SLACK.total_seconds() / 60
    assert told(-60, -60 - slack, -30, slack) == []
    assert told(-60, -61 - slack, -30) == [2]
    assert told(-60, slack + 1, -30) == [2]


def test_what_runs_back_by_little_steps_is_told() -> None:
    """Each is compared with the latest before it, not with its neighbour."""
    assert told(-60, -67, -74, -81) == [3, 4]


@given(st.lists(st.floats(-(10**6), 0)))
def test_times_in_their_order_are_never_told(minutes: list[float]) -> None:
    assert told(*sorted(minutes)) == []


@pytest.mark.parametrize("at", ["", "soon", "2027-02-01", "2027-02-01T09:00:00"])
def test_what_is_no_time_is_told(at: str) -> None:
    found = dict(mistimed(of_times("2027-01-01T09:00:00+00:00", at), NOW))
    assert found == {2: "the journal: entry {number} has no time"}


@pytest.mark.parametrize(
    ("at", "by", "said"),
    [
        ("2020-01-01T00:00:00+00:00", "Bob", "entry 2 is of an earlier time than one before it"),
        ("2999-01-01T00:00:00+00:00", "Bob", "entry 2 is of a time that has not come yet"),
        ("then", "Bob", "entry 2 has no time"),
        (None, "", "entry 2 does not say whose it is"),
        (None, "\u3000\u200b", "entry 2 does not say whose it is"),
    ],
)
def test_verify_tells_an_entry_that_nobody_can_have_made(
    at: str | None, by: str, said: str, root: Path, capsys: Captured
) -> None:
    assert exam(root, "print", "spring", "--by", "Ann") == 0
    made, printed = entries(root)
    own = replace(printed, at=at or printed.at, by=by).hashed()
    write(root, [made, own])
    capsys.readouterr()

    assert exam(root, "verify", "spring") == 1
    found = capsys.readouterr().err
    assert said in found
    assert found.count("✗") == 1


@pytest.mark.parametrize(
    "copy", ["papers/copy.pdf", "spring-A.pdf", "papers/more/spring-A.pdf", "sheets-1/a.pdf"]
)
def test_a_copy_under_another_name_is_told(copy: str, root: Path, capsys: Captured) -> None:
    assert exam(root, "print", "spring", "--by", "Ann") == 0
    (folder(root) / copy).parent.mkdir(exist_ok=True)
    (folder(root) / copy).write_bytes((folder(root) / "papers/spring-A.pdf").read_bytes())
    capsys.readouterr()

    assert exam(root, "verify", "spring") == 1
    found = capsys.readouterr().err
    assert f"{copy}: no entry of the journal says where it comes from" in found
    assert found.count("✗") == 1


def test_an_earlier_printing_that_was_moved_aside_is_known(root: Path, capsys: Captured) -> None:
    assert exam(root, "print", "spring", "--docx", "--by", "Ann") == 0
    (folder(root) / "papers").rename(folder(root) / "papers-1")
    assert exam(root, "print", "spring", "--docx", "--by", "Ann") == 0

    assert exam(root, "verify", "spring") == 0
    edited = folder(root) / "papers-1/spring-A.docx"
    edited.write_bytes(edited.read_bytes() + b" ")
    capsys.readouterr()
    assert exam(root, "verify", "spring") == 1
    assert "papers-1/spring-A.docx: no entry of the journal" in capsys.readouterr().err


def test_folders_that_are_empty_or_lead_elsewhere_are_told(root: Path, capsys: Captured) -> None:
    (folder(root) / "more/empty").mkdir(parents=True)
    (folder(root) / ".hidden").mkdir()
    (folder(root) / "elsewhere").symlink_to(root / "quizzes")
    capsys.readouterr()

    assert exam(root, "verify", "spring") == 1
    found = capsys.readouterr().err
    assert "✗ more/empty/: no entry of the journal" in found
    assert "✗ elsewhere/: no entry of the journal" in found
    assert "✗ .hidden/: no entry of the journal" in found
    assert found.count("✗") == 3
