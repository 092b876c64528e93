"""`coursewright exam print`: what it writes, what it enters into the journal, and what it refuses."""

from hashlib import sha256
from pathlib import Path

import pytest
from reserved import BANK, NAME, RESERVED, session

from coursewright.commands.main import run
from coursewright.exams import journal
from coursewright.exams.shelf import PAPERS
from coursewright.exams.store import get
from pictures import png
from trees import contents, write_tree

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    session(tmp_path)
    return tmp_path


def printing(course: Path, *more: str, name: str = NAME) -> int:
    return run(["exam", "print", name, "--by", "Ben", "--course", str(course), *more])


def folder(course: Path) -> Path:
    return course / "private" / "sessions" / NAME


def papers(course: Path) -> dict[str, bytes]:
    return dict(contents(folder(course) / PAPERS))


def pictured(content: bytes) -> dict[str, str | bytes]:
    shown = BANK.replace("stem: What lies on top?", 'stem: "What lies on top? ![a bed](picture:bed.png)"')
    assert shown != BANK
    return {RESERVED: shown, "content/media/bed.png": content}


def test_it_writes_papers_and_keys_that_nobody_else_may_read(course: Path, capsys: Captured) -> None:
    assert printing(course) == 0

    assert sorted(papers(course)) == [
        f"{NAME}-{form}{ending}" for form in "AB" for ending in ("-keys.pdf", ".pdf")
    ]
    assert (folder(course) / PAPERS).stat().st_mode & 0o777 == 0o700
    assert f"4 files in {folder(course) / PAPERS}" in capsys.readouterr().err


def test_the_journal_has_who_printed_what(course: Path) -> None:
    printing(course, "--large")

    entry = get(course, NAME).entries[-1]
    assert (entry.did, entry.by) == ("printed", "Ben")
    made = {f"{PAPERS}/{name}": sha256(content).hexdigest() for name, content in papers(course).items()}
    assert entry.about["files"] == made
    assert len(made) == 6
    assert list(journal.broken(get(course, NAME).entries)) == []


def test_a_later_edit_of_the_bank_changes_no_paper(course: Path) -> None:
    printing(course, "--large", "--docx")
    before = papers(course)
    write_tree(course, {RESERVED: BANK.replace("What lies on top?", "What lies below?")})

    assert printing(course, "--large", "--docx") == 0
    assert papers(course) == before


def test_files_are_put_beside_those_that_are_there(course: Path) -> None:
    printing(course, "--docx")
    (folder(course) / PAPERS / "notes.txt").write_text("mine")

    assert printing(course, "--large") == 0
    assert {f"{NAME}-A.docx", f"{NAME}-A-large.pdf", "notes.txt"} <= papers(course).keys()


def test_what_somebody_changed_is_not_written_over(course: Path, capsys: Captured) -> None:
    printing(course, "--docx")
    edited = folder(course) / PAPERS / f"{NAME}-A.docx"
    edited.write_bytes(b"an afternoon's work")
    before = contents(folder(course))

    assert printing(course, "--docx") == 1
    assert f"{edited} was changed by somebody" in capsys.readouterr().err
    assert contents(folder(course)) == before

    edited.rename(course / "mine.docx")
    assert printing(course, "--docx") == 0


def test_a_session_that_is_not_there(course: Path, capsys: Captured) -> None:
    assert printing(course, name="spring") == 1
    assert "there is no session “spring”" in capsys.readouterr().err


def test_a_void_session_is_not_printed(course: Path, capsys: Captured) -> None:
    run(["exam", "void", NAME, "--reason", "leaked", "--by", "Ann", "--course", str(course)])

    assert printing(course) == 1
    assert "is void" in capsys.readouterr().err
    assert not (folder(course) / PAPERS).exists()


def test_a_folder_that_cannot_be_written(course: Path, capsys: Captured) -> None:
    (folder(course) / PAPERS).write_text("no folder")
    before = contents(course / "private")

    assert printing(course) == 1
    assert PAPERS in capsys.readouterr().err
    assert contents(course / "private") == before


def test_a_journal_that_was_changed_is_not_printed_from(course: Path, capsys: Captured) -> None:
    file = folder(course) / "journal.jsonl"
    file.write_text(file.read_text("utf-8").replace('"Ann"', '"Eve"'), "utf-8")

    assert printing(course) == 1
    assert "journal.jsonl is damaged" in capsys.readouterr().err
    assert not (folder(course) / PAPERS).exists()


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_picture_that_is_not_what_was_kept(tmp_path: Path, damage: str, capsys: Captured) -> None:
    session(tmp_path, pictured(png(30, 10)))
    picture = folder(tmp_path) / "media" / "bed.png"
    if damage == "gone":
        picture.unlink()
    else:
        picture.write_bytes(png(40, 10))
    before = contents(folder(tmp_path))

    assert printing(tmp_path) == 1
    assert f"bed.png is {'missing' if damage == 'gone' else 'damaged'}" in capsys.readouterr().err
    assert contents(folder(tmp_path)) == before


def test_a_picture_comes_from_the_session_not_from_the_course(tmp_path: Path) -> None:
    session(tmp_path, pictured(png(30, 10)))
    printing(tmp_path, "--docx")
    before = papers(tmp_path)
    (tmp_path / "content/media/bed.png").unlink()

    assert printing(tmp_path, "--docx") == 0
    assert papers(tmp_path) == before


def test_nothing_of_it_is_remembered_or_reaches_the_site(course: Path) -> None:
    printing(course, "--large", "--docx")
    run(["stage", str(course / "staged"), "--course", str(course)])

    outside = {
        path: content
        for path, content in contents(course).items()
        if not path.startswith(("private/", "quizzes/", "content/"))
    }
    assert "staged/mkdocs.yml" in outside
    for path, content in outside.items():
        assert b"x-bed" not in content, path
        assert not path.endswith(("-A.pdf", "-keys.pdf"))


def test_characters_that_no_font_has_are_told(tmp_path: Path, capsys: Captured) -> None:
    session(tmp_path, {RESERVED: BANK.replace("What lies on top?", "What lies on \U00013000?")})

    assert printing(tmp_path) == 0
    assert "warning[CW0721]" in (said := capsys.readouterr().err)
    assert "\U00013000" in said
