"""`exam sheets`: what it writes, what it says, and what it leaves alone."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from importing import table
from pdfparts import texts
from sessions import NAME, TWO, session

from coursewright.commands.main import run
from coursewright.compiler import compile_course
from coursewright.exams.journal import broken
from coursewright.exams.shelf import shelve
from coursewright.exams.store import get
from trees import contents

Captured = pytest.CaptureFixture[str]
HEAD = ("姓名", "考号", "考场", "座位")
PEOPLE = (("张三", "001", "一", "1"), ("李四", "002", "一", "2"), ("王五", "003", "二", "1"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    session(tmp_path / "course", TWO)
    return tmp_path / "course"


def printed(root: Path, *rows: tuple[str, ...], options: tuple[str, ...] = ()) -> int:
    roster = root.parent / "roster.csv"
    roster.write_bytes(table(HEAD, *rows))
    return run(
        ["exam", "sheets", NAME, "--roster", str(roster), "--by", "Ann", "--course", str(root), *options]
    )


def folder(root: Path, name: str = "sheets") -> Path:
    return root / "private/sessions" / NAME / name


LISTS = [f"{name}-0{room}.pdf" for name in ("attendance", "envelope", "seat-plan") for room in (1, 2)]


def test_everything_for_the_rooms_is_printed_and_on_record(root: Path, capsys: Captured) -> None:
    assert printed(root, *PEOPLE, options=("--spare", "1")) == 0
    made = contents(folder(root))
    assert sorted(made) == sorted(["answer-sheets.pdf", "assignment.json", "layout.json", *LISTS])
    entry = get(root, NAME).entries[-1]
    assert (entry.did, entry.by, entry.about["what"]) == ("printed", "Ann", "sheets")
    assert entry.about["files"] == {
        f"sheets/{name}": sha256(content).hexdigest() for name, content in made.items()
    }
    assert entry.about["tag"] == json.loads(made["assignment.json"])["tag"]
    assert list(broken(get(root, NAME).entries)) == []
    said = capsys.readouterr().out.splitlines()
    assert said[-2].startswith("3 candidates, 8 pages of answer sheets")
    assert said[-1] == "spare sheets besides, for any form: 1"
    assert folder(root).stat().st_mode & 0o777 == 0o700


def test_a_room_whose_seats_are_written_in_two_ways_is_told(root: Path, capsys: Captured) -> None:
    mixed = (("张三", "001", "一", "1-01"), ("李四", "002", "一", "7"), ("王五", "003", "二", "1"))
    assert printed(root, *mixed) == 0
    told = capsys.readouterr().err
    assert told.count("warning[CW1214]: the seat “7” does not say its row") == 1
    assert "roster.csv:3:4" in told
    assert printed(root, *PEOPLE) == 0
    assert "CW1214" not in capsys.readouterr().err


def test_spare_sheets_of_each_form_are_counted_where_none_is_for_all(
    tmp_path: Path, capsys: Captured
) -> None:
    session(tmp_path / "course", "{count: 2, overlap: 11, order: mixed}")
    assert printed(tmp_path / "course", *PEOPLE, options=("--spare", "5")) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "spare sheets besides, 5 of each form: A, B"


def test_the_label_says_what_was_announced(root: Path) -> None:
    when = ("--date", "2026-12-20", "--begins", "09:00", "--place", "Old greenhouse")
    assert run(["exam", "announce", NAME, *when, "--by", "Ann", "--course", str(root)]) == 0
    assert printed(root, *PEOPLE, options=("--spare", "2")) == 0
    for number in (1, 2):
        said = texts(contents(folder(root))[f"envelope-0{number}.pdf"])[0]
        assert "2026-12-20" in said
        assert "09:00" in said
        assert "Oldgreenhouse" in said
        assert "of2inall" in said


def test_no_label_says_what_was_not_announced(root: Path, capsys: Captured) -> None:
    when = ("--date", "2999-12-20", "--begins", "09:00")
    assert run(["exam", "announce", NAME, *when, "--by", "Ann", "--course", str(root)]) == 0
    notice = root / f"quizzes/notices/{NAME}.yml"
    notice.write_text(notice.read_text("utf-8").replace("09:00", "08:00"), "utf-8")
    assert printed(root, *PEOPLE) == 1
    assert "CW1122" in capsys.readouterr().err
    assert not folder(root).exists()


def test_a_notice_that_cannot_be_read_is_told(root: Path, capsys: Captured) -> None:
    notices = root / "quizzes/notices"
    notices.mkdir(exist_ok=True)
    (notices / f"{NAME}.yml").write_text("exam: spade\ndate: soon\n", "utf-8")
    assert printed(root, *PEOPLE) == 1
    assert f"quizzes/notices/{NAME}.yml:" in capsys.readouterr().err
    assert not folder(root).exists()


def test_the_same_roster_prints_the_same_once(root: Path) -> None:
    printed(root, *PEOPLE)
    before = contents(folder(root))
    assert printed(root, *PEOPLE) == 0
    assert contents(folder(root)) == before
    assert not folder(root, "sheets-1").exists()
    assert [entry.did for entry in get(root, NAME).entries] == ["made", "printed", "printed"]


def test_what_was_printed_for_another_roster_is_kept(root: Path) -> None:
    printed(root, *PEOPLE)
    before = contents(folder(root))
    assert printed(root, *PEOPLE[:2]) == 0
    assert contents(folder(root, "sheets-1")) == before
    assert printed(root, *PEOPLE[:1]) == 0
    assert len(json.loads(contents(folder(root, "sheets-2"))["assignment.json"])["candidates"]) == 2


def test_a_roster_with_problems_prints_nothing(root: Path, capsys: Captured) -> None:
    before = contents(root)
    assert printed(root, ("张三", "", "一", "1"), ("李四", "002", "一", "1")) == 1
    said = capsys.readouterr().err
    assert "CW1203" in said
    assert "CW1205" in said
    assert "Nothing was written." in said
    assert contents(root) == before


def test_a_void_session_is_not_printed(root: Path, capsys: Captured) -> None:
    assert run(["exam", "void", NAME, "--reason", "lost", "--by", "Ann", "--course", str(root)]) == 0
    assert printed(root, *PEOPLE) == 1
    assert f"“{NAME}” is void" in capsys.readouterr().err
    assert not folder(root).exists()


def test_a_printing_that_fails_leaves_the_last_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder takes its place whole."""
    printed(root, *PEOPLE)
    before = contents(root / "private")

    def full(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space"):
            shelve(folder(root).parent, "sheets", {"a": b""})
    assert contents(root / "private") == before


def test_no_candidate_reaches_the_site(root: Path) -> None:
    printed(root, *PEOPLE)
    site = b"".join(compile_course(root)[1].values())
    assert b"Gardening" in site
    assert "王五".encode() not in site


def test_what_was_changed_after_it_was_printed_is_found(root: Path, capsys: Captured) -> None:
    printed(root, *PEOPLE[:2])
    printed(root, *PEOPLE)
    assert run(["exam", "verify", NAME, "--course", str(root)]) == 0
    (folder(root) / "assignment.json").write_text("{}", "utf-8")
    (folder(root) / "envelope-02.pdf").unlink()
    capsys.readouterr()
    assert run(["exam", "verify", NAME, "--course", str(root)]) == 1
    said = capsys.readouterr().err
    assert "✗ sheets/assignment.json is not what was made" in said
    assert "✗ sheets/envelope-02.pdf is missing" in said
    assert said.count("✗") == 2
