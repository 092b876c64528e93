"""A damaged session keeps no exam from being made: it is named, and a person decides about it, on record."""

from pathlib import Path
from shutil import copytree

import pytest
from exam_course import EXAM_ID, announce, blueprint, entries, exam, exam_course, folder, make, void

from coursewright.commands.main import run
from coursewright.exams.aside import FILE, set_aside
from coursewright.exams.exposure import exposure
from coursewright.exams.store import KEYS_FILE, SESSION_FILE, get
from trees import EXAM, NOTICE, write_tree

Captured = pytest.CaptureFixture[str]
ONCE = blueprint(6, "{count: 1, exposure: 1}", "level: recall, min: 0, max: 6")
AGAIN = ("make", EXAM_ID, "summer", "--seed", "t", "--by", "Ann")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = exam_course(tmp_path_factory.mktemp("aside") / "course")
    write_tree(root, {EXAM: ONCE})
    make(root)
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return Path(copytree(made, tmp_path / "course"))


def damage(root: Path, *files: str) -> None:
    for file in files:
        (folder(root) / file).write_bytes(b"{")


def used(root: Path, name: str) -> set[str]:
    return {question.item for form in get(root, name).session.forms for question in form.questions}


def test_what_a_damaged_session_used_is_read_from_its_keys(root: Path, capsys: Captured) -> None:
    before = used(root, "spring")
    whole = exposure(root).uses
    damage(root, SESSION_FILE)
    assert exposure(root).uses == whole
    assert exam(root, "check", EXAM_ID) == 0
    said = capsys.readouterr().err
    assert "the session “spring” is damaged; which items it used was read from its keys" in said
    assert exam(root, *AGAIN) == 0
    assert not used(root, "summer") & before
    assert "uncounted" not in get(root, "summer").entries[0].about


def test_what_nobody_can_know_is_told_and_on_record(root: Path, capsys: Captured) -> None:
    damage(root, SESSION_FILE, KEYS_FILE)
    assert exposure(root).unknown == ("spring",)
    assert exam(root, "check", EXAM_ID) == 0
    assert "the session “spring” cannot be read: the items that it used are not counted" in (
        capsys.readouterr().err
    )
    assert exam(root, *AGAIN) == 0
    assert get(root, "summer").entries[0].about["uncounted"] == ["spring"]
    capsys.readouterr()
    assert exam(root, "verify", "summer") == 0
    assert "Made without counting what these sessions used" in capsys.readouterr().out


@pytest.mark.parametrize("keys", [b"[]", b"null", b'{"forms": {"A": 1}}', b'{"forms": {"A": [{}]}}', b"\xff"])
def test_keys_of_something_else_are_no_use(keys: bytes, root: Path) -> None:
    damage(root, SESSION_FILE)
    (folder(root) / KEYS_FILE).write_bytes(keys)
    assert exposure(root).unknown == ("spring",)


def test_a_session_that_lost_its_journal_counts(root: Path) -> None:
    whole = exposure(root)
    (folder(root) / "journal.jsonl").write_bytes(b"")
    assert exposure(root) == whole


@pytest.mark.parametrize("file", [SESSION_FILE, KEYS_FILE, "journal.jsonl"])
def test_what_cannot_be_read_is_set_aside(file: str, root: Path, capsys: Captured) -> None:
    assert announce(root) == 0
    (folder(root) / file).unlink()
    found = {path.name: path.read_bytes() for path in folder(root).iterdir()}
    assert run(["check", "--course", str(root)]) == 1
    assert exam(root, "list") == 1
    capsys.readouterr()

    assert void(root) == 0
    assert "is set aside" in capsys.readouterr().out
    assert {path.name: path.read_bytes() for path in folder(root).iterdir()} == found
    entry = set_aside(root)["spring"]
    assert (entry.by, entry.about["reason"]) == ("Bob", "The paper was seen.")
    assert entry.about["files"].keys() == found.keys()
    assert "void: The paper was seen." in (root / NOTICE).read_text("utf-8")
    assert run(["check", "--course", str(root)]) == 0
    assert exam(root, "list") == 0
    assert exam(root, "check", EXAM_ID) == 0
    said = capsys.readouterr()
    assert "warning" not in said.err
    assert "set aside, for it cannot be read: The paper was seen." in " ".join(said.out.split())
    assert exam(root, "verify", "spring") == 1
    assert "Bob set this session aside on" in capsys.readouterr().err
    assert void(root) == 1


def test_a_notice_that_does_not_say_so_is_brought_in_line(root: Path, capsys: Captured) -> None:
    assert announce(root) == 0
    before = (root / NOTICE).read_bytes()
    damage(root, SESSION_FILE)
    assert void(root) == 0
    (root / NOTICE).write_bytes(before)
    capsys.readouterr()
    assert run(["check", "--course", str(root)]) == 1
    assert "CW1120" in capsys.readouterr().err
    assert exam(root, "void", "spring", "--reason", "Another.", "--by", "Ann") == 0
    assert "void: The paper was seen." in (root / NOTICE).read_text("utf-8")
    assert len(set_aside(root)) == 1


def test_a_journal_of_what_was_set_aside_is_chained(root: Path, capsys: Captured) -> None:
    damage(root, SESSION_FILE)
    assert void(root) == 0
    (root / FILE).write_bytes((root / FILE).read_bytes().replace(b"Bob", b"Ann"))
    capsys.readouterr()
    assert exam(root, "list") == 1
    assert "aside.jsonl is damaged" in capsys.readouterr().err
    assert exam(root, *AGAIN) == 0
    assert exam(root, "verify", "summer") == 0


def test_a_session_that_was_brought_back_is_void_again_by_its_own_journal(root: Path) -> None:
    assert announce(root) == 0
    whole = (folder(root) / SESSION_FILE).read_bytes()
    damage(root, SESSION_FILE)
    assert void(root) == 0
    (folder(root) / SESSION_FILE).write_bytes(whole)
    assert exam(root, "verify", "spring") == 1
    assert void(root) == 0
    assert entries(root)[-1].did == "voided"
    assert exam(root, "verify", "spring") == 0
