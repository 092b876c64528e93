"""A session is announced, announced again and declared void; and whoever does it says who they are."""

import datetime
import re
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import click
import pytest
from exam_course import LATER, TODAY, announce, entries, exam, folder, make, void, write

from coursewright.commands.announce import refuse_begun
from coursewright.commands.main import run
from coursewright.compiler import compile_course
from trees import NOTICE

Captured = pytest.CaptureFixture[str]

pytest_plugins = ["sealed_fixtures"]


def test_a_void_session_does_not_invite(root: Path, capsys: Captured) -> None:
    assert announce(root, "--place", "The shed", "--note", "Bring a spade.") == 0
    assert void(root) == 0
    assert f"{NOTICE} says so" in capsys.readouterr().out
    assert (root / NOTICE).read_text("utf-8").endswith("\nvoid: The paper was seen.\n")
    page = compile_course(root)[1].pages["docs/quizzes/exams/spade.md"].decode()
    assert "This session is void: its results do not count." in page
    assert "The paper was seen." in page
    assert "Bring a spade" not in page
    assert "The shed" not in page
    assert entries(root)[-1].about == {"reason": "The paper was seen.", "notice": NOTICE}
    assert exam(root, "verify", "spring") == 0
    assert run(["check", "--course", str(root)]) == 0


def test_a_notice_of_a_void_session_is_brought_in_line(published: Path, capsys: Captured) -> None:
    before = (published / NOTICE).read_text("utf-8")
    assert void(published) == 0
    (published / NOTICE).write_text(before, "utf-8")
    capsys.readouterr()

    assert run(["check", "--course", str(published)]) == 1
    assert "CW1120" in capsys.readouterr().err
    assert void(published) == 0
    assert void(published) == 1
    assert [entry.did for entry in entries(published)] == ["made", "published", "voided"]
    assert run(["check", "--course", str(published)]) == 0


@pytest.mark.parametrize("date", ["2020-01-01", (datetime.date.today() - datetime.timedelta(1)).isoformat()])
def test_nothing_is_announced_for_a_day_that_is_past(date: str, root: Path, capsys: Captured) -> None:
    assert announce(root, date=date) == 2
    assert f"{date} is past" in capsys.readouterr().err
    assert not (root / NOTICE).exists()
    assert announce(root, date=TODAY) == 0


def test_nothing_is_announced_once_it_has_begun(root: Path, capsys: Captured) -> None:
    assert announce(root, "--begins", "00:00", date=TODAY) == 2
    assert f"{TODAY} 00:00 is past" in capsys.readouterr().err
    assert not (root / NOTICE).exists()
    assert len(entries(root)) == 1

    assert announce(root, "--begins", "00:00") == 0
    assert announce(root, date=TODAY) == 2
    assert announce(root, "--begins", "23:59", date=TODAY) == 0


@pytest.mark.parametrize(
    ("begins", "is_past"),
    [("09:29", True), ("00:00", True), ("09:30", False), ("10:00", False), (None, False)],
)
def test_a_time_of_day_is_compared_with_the_clock(begins: str | None, is_past: bool) -> None:
    now = datetime.datetime.fromisoformat("2027-03-20 09:30:59")
    for day, refused in (("2027-03-20", is_past), ("2027-03-21", False)):
        with pytest.raises(click.BadParameter) if refused else nullcontext():
            refuse_begun({"date": day, "begins": begins}, now)


@pytest.mark.parametrize(
    "begins", ["25:00", "24:00", "9点", "09:60", "9:299", "3:00 pm", "09:29–11:00", "after lunch", "9", ""]
)
def test_what_is_no_time_of_day_is_refused(begins: str, root: Path, capsys: Captured) -> None:
    assert announce(root, "--begins", begins) == 2
    assert f"“{begins}” is no time of day: HH:MM" in capsys.readouterr().err
    assert not (root / NOTICE).exists()
    assert len(entries(root)) == 1


@pytest.mark.parametrize(
    ("begins", "said"), [("09:05", ""), ("9:05", "09:05"), ("９：０５", "09:05"), ("9.05", "09:05")]
)
def test_a_time_that_is_written_otherwise_is_said_as_it_is_taken(
    begins: str, said: str, root: Path, capsys: Captured
) -> None:
    assert announce(root, "--begins", begins) == 0
    assert capsys.readouterr().err == (f"“{begins}” is taken as {said}.\n" if said else "")
    assert "begins: '09:05'\n" in (root / NOTICE).read_text("utf-8")


@pytest.mark.parametrize(
    ("begins", "proper"),
    [("'25:00'", "09:00"), ("9点", "09:00"), ("'9:30'", "09:30"), ("９：３０", "09:30"), ("3 pm", "09:00")],
)
def test_a_notice_says_when_it_begins_by_the_clock(
    begins: str, proper: str, published: Path, capsys: Captured
) -> None:
    text = (published / NOTICE).read_text("utf-8")
    (published / NOTICE).write_text(f"{text}begins: {begins}\n", "utf-8")
    assert run(["check", "--course", str(published)]) == 1
    told = capsys.readouterr().err
    assert "CW0431" in told
    assert f'write it as "{proper}"' in told


def test_the_journal_has_what_the_notice_says(root: Path) -> None:
    assert announce(root, "--begins", "09:00", "--place", "The shed") == 0
    about = entries(root)[-1].about
    assert (about["title"], about["begins"], about["place"]) == (f"Spade exam {LATER}", "09:00", "The shed")
    assert announce(root, "--place", "The barn") == 0
    about = entries(root)[-1].about
    assert (about["begins"], about["place"]) == ("09:00", "The barn")
    assert exam(root, "verify", "spring") == 0


def test_where_an_older_journal_says_nothing_there_is_nothing_to_compare(published: Path) -> None:
    made, entry = entries(published)
    about = {name: said for name, said in entry.about.items() if name not in {"title", "begins", "place"}}
    older = replace(entry, about=about).hashed()
    write(published, [made, older])
    text = (published / NOTICE).read_text("utf-8").replace(entry.hash, older.hash)
    (published / NOTICE).write_text(f"{text}place: The barn\n", "utf-8")

    assert exam(published, "verify", "spring") == 0
    assert run(["check", "--course", str(published)]) == 0


@pytest.mark.parametrize("date", ["2027-02-30", "2027-13-01", "20.3.2027", "2027-3-20", "3月20日"])
def test_what_is_no_day_is_told(date: str, root: Path, capsys: Captured) -> None:
    assert announce(root, date=date) == 1
    assert "CW0408" in capsys.readouterr().err
    assert len(entries(root)) == 1


def test_announced_again_the_notice_keeps_what_its_author_wrote(published: Path) -> None:
    text = (published / NOTICE).read_text("utf-8")
    (published / NOTICE).write_text(f"{text}# to be asked\nnote: Bring a **spade**.\n", "utf-8")
    assert exam(published, "verify", "spring") == 1

    assert announce(published, "--place", "The barn", date=TODAY) == 0
    again = (published / NOTICE).read_text("utf-8")
    assert "# to be asked\nnote: Bring a **spade**.\n" in again
    assert f"title: Spade exam {TODAY}" in again
    assert f"date: '{TODAY}'" in again
    assert "place: The barn" in again
    assert re.findall("(?m)^journal: '?([0-9a-f]{64})", again) == [entries(published)[-1].hash]
    assert exam(published, "verify", "spring") == 0


def test_the_note_and_the_reason_of_a_notice_are_bound_too(root: Path, capsys: Captured) -> None:
    assert announce(root, "--note", "Bring a spade.") == 0
    for before, after in (("Bring a spade.", "Bring a rake."), ("note: Bring a spade.\n", "")):
        text = (root / NOTICE).read_text("utf-8")
        (root / NOTICE).write_text(text.replace(before, after), "utf-8")
        capsys.readouterr()
        assert exam(root, "verify", "spring") == 1
        assert "another “note”: Bring a spade." in capsys.readouterr().err
        (root / NOTICE).write_text(text, "utf-8")
    assert void(root) == 0
    text = (root / NOTICE).read_text("utf-8")
    (root / NOTICE).write_text(text.replace("The paper was seen.", "It rained."), "utf-8")
    capsys.readouterr()
    assert exam(root, "verify", "spring") == 1
    assert "another “void”: The paper was seen." in capsys.readouterr().err


def test_a_title_that_its_author_wrote_is_kept(published: Path) -> None:
    text = (published / NOTICE).read_text("utf-8")
    (published / NOTICE).write_text(re.sub("(?m)^title: .*", "title: In the shed", text), "utf-8")

    assert exam(published, "verify", "spring") == 1
    assert announce(published, date=TODAY) == 0
    assert "title: In the shed\n" in (published / NOTICE).read_text("utf-8")
    assert exam(published, "verify", "spring") == 0


@pytest.mark.parametrize(
    "command",
    [
        ("make", "spade", "summer"),
        ("print", "spring"),
        ("announce", "spring", "--date", LATER),
        ("void", "spring", "--reason", "x"),
    ],
    ids=lambda command: command[0],
)
def test_who_does_it_is_to_be_said(
    command: tuple[str, ...], root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COURSEWRIGHT_BY", raising=False)

    assert exam(root, *command) == 2
    said = capsys.readouterr().err
    assert "--by NAME" in said
    assert "COURSEWRIGHT_BY" in said
    assert exam(root, *command, "--by", "") == exam(root, *command, "--by", " ") == 2
    monkeypatch.setenv("COURSEWRIGHT_BY", "Ann")
    assert exam(root, *command) == 0


def test_sessions_that_are_kept_elsewhere_are_listed(published: Path, capsys: Captured) -> None:
    """A colleague has the course with its notices, and not the folder of sessions."""
    assert exam(published, "list") == 0
    assert "not kept on this machine" not in capsys.readouterr().out
    make(published, "summer", "t")
    (published / "private/sessions/spring").rename(published.parent / "spring")
    capsys.readouterr()

    assert exam(published, "list") == 0
    said = capsys.readouterr().out
    assert "summer" in said
    assert said.endswith("announced, and not kept on this machine: spring\n")
    (published / "private").rename(published.parent / "elsewhere")
    assert exam(published, "list") == 0
    assert capsys.readouterr().out.startswith("There is no session yet")
    assert run(["check", "--course", str(published)]) == 0


def test_a_copy_of_a_session_is_listed_by_its_folder(published: Path, capsys: Captured) -> None:
    copytree(folder(published), folder(published).with_name("spring-backup"))
    assert exam(published, "list") == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows if "spade" in row] == ["spring", "spring-backup"]
    assert [" ".join(row[:3]) for row in rows if row[:1] == ["calls"]] == ["calls itself “spring”"]
