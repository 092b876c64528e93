"""Letters to candidates: in files of so many, and each as a file of its own."""

import stat
from pathlib import Path
from typing import Any

import pytest
from answered import PEOPLE, Captured, code_in, exam, graded, head, kept, keyed, made, results, row
from hypothesis import given
from hypothesis import strategies as st
from pdfparts import texts
from sessions import NAME

from coursewright.exams.grading import letters
from coursewright.exams.grading.letters import paths
from coursewright.exams.grading.standing import Standing
from trees import contents


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    """All four have a result; nobody has written anything that is to be judged."""
    course = made(tmp_path)
    empty = [""] * (len(head(course)) - 2)
    rows = [[number, "A", *empty] for _name, number, _department in PEOPLE]
    graded(course, capsys, keyed(course, *rows))
    return course


def of_so_many(
    root: Path, capsys: Captured, patch: pytest.MonkeyPatch, **limits: int
) -> tuple[str, list[str]]:
    """What is said, and which files of letters there are, once it is graded with these limits."""
    for name, value in limits.items():
        patch.setattr(letters, name, value)
    given = ["grade", NAME, str(root.parent / "answers.csv"), "--roster", str(root.parent / "roster.csv")]
    capsys.readouterr()
    exam(root, *given)
    assert exam(root, *given, "--accept", code_in("".join(capsys.readouterr()))) == 0
    return "".join(capsys.readouterr()), sorted(name for name in contents(results(root)) if "letter" in name)


def whose(file: Path) -> list[str]:
    """The numbers of those to whom its letters are."""
    said = "".join(texts(file.read_bytes()))
    return [number for _name, number, _department in PEOPLE if number in said]


def test_of_many_there_are_several_files_with_all_of_them_once(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    _said, files = of_so_many(root, capsys, monkeypatch, AT_ONCE=3, FILES_APART=1)
    assert files == ["letters-01.pdf", "letters-02.pdf"]
    assert [whose(results(root) / file) for file in files] == [["001", "002", "003"], ["004"]]


def test_of_too_many_none_is_kept_and_it_is_said_how_they_are_made(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, files = of_so_many(root, capsys, monkeypatch, MOST_KEPT=3)
    assert files == []
    assert f"exam letters {NAME} FOLDER" in said


def test_each_has_a_file_that_nobody_else_may_read(root: Path, capsys: Captured, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert exam(root, "letters", NAME, str(folder)) == 0
    assert sorted(contents(folder)) == ["North/001.pdf", "North/004.pdf", "South/002.pdf", "South/003.pdf"]
    assert whose(folder / "South/002.pdf") == ["002"]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert modes == {0o700, 0o600}
    entry = kept(root).entries[-1]
    assert (entry.did, entry.about) == ("exported", {"letters": 4})
    assert exam(root, "letters", NAME, str(folder)) == 2
    assert "not empty" in capsys.readouterr().err


def test_one_may_be_asked_for_alone(root: Path, capsys: Captured, tmp_path: Path) -> None:
    assert exam(root, "letters", NAME, str(tmp_path / "out"), "--candidate", "003") == 0
    assert sorted(contents(tmp_path / "out")) == ["South/003.pdf"]
    assert kept(root).entries[-1].about == {"letters": 1, "candidates": ["003"]}
    assert exam(root, "letters", NAME, str(tmp_path / "no"), "--candidate", "03") == 2
    assert "did you mean “003”" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()


def test_while_answers_are_to_be_marked_there_is_none(tmp_path: Path, capsys: Captured) -> None:
    root = made(tmp_path)
    graded(root, capsys, keyed(root, row(root, "001", "A", written="Roots.")))
    assert exam(root, "letters", NAME, str(tmp_path / "out")) == 1
    assert "exam mark" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def standing(number: str, department: str) -> Standing:
    made: dict[str, Any] = dict.fromkeys(Standing.__dataclass_fields__, "")
    return Standing(**{**made, "candidate": number, "department": department})


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=8), max_size=8))
def test_no_two_have_one_place_and_none_is_elsewhere(people: dict[str, str]) -> None:
    found = paths([standing(number, department) for number, department in people.items()])
    assert found.keys() == people.keys()
    assert len({str(path).casefold() for path in found.values()}) == len(people)
    for path in found.values():
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert len(path.parts) <= 2


def test_each_department_has_a_folder_that_windows_can_have_too() -> None:
    people = {"1": "D/E", "2": "D:E", "3": "CON", "4": "d/e", "5": "lpt1", "6": "", "NUL": "D/E"}
    found = paths([standing(*each) for each in people.items()])
    folders = {number: str(path) for number, path in found.items()}
    assert folders == {
        "1": "D_E/1.pdf", "2": "D_E-2/2.pdf", "3": "CON_/3.pdf", "4": "d_e-3/4.pdf", "5": "lpt1_/5.pdf",
        "6": "6.pdf", "NUL": "D_E/NUL_.pdf",
    }  # fmt: skip


def test_none_goes_where_it_would_be_published(root: Path, capsys: Captured) -> None:
    assert exam(root, "letters", NAME, str(root / "site" / "letters")) == 2
    assert "what is for the trainer alone is not written into" in capsys.readouterr().err
    assert not (root / "site").exists()
