"""`coursewright demo`: a certification that is played with few candidates, by the same commands."""

from pathlib import Path

import pytest

from coursewright.commands.demo import COURSE, LOG, SESSION, TABLE, _found, play
from coursewright.commands.main import run
from coursewright.commands.new import STARTERS
from coursewright.commands.rehearsal import rehearsal_files
from coursewright.compiler import check_course
from coursewright.starter import start_course

FEW = 24


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "show"
    play(folder, FEW)
    return folder


def session(played: Path) -> Path:
    return played / COURSE / "private/sessions" / SESSION


def test_what_it_says_lies_there_does(played: Path) -> None:
    paths = [place / name for place, rows in _found(played).items() for name, _what, _by in rows]
    assert [path for path in paths if not path.exists()] == []


def test_there_are_results_analysis_and_credentials(played: Path) -> None:
    assert (session(played) / "results/candidates.parquet").stat().st_size
    assert list((session(played) / "analysis").glob("*.pdf"))
    assert list((played / COURSE / "private/credentials" / SESSION).glob("*.jwt"))


def test_some_answers_were_sealed_and_some_keyed_in(played: Path) -> None:
    assert len(list((played / "responses").iterdir())) == 8
    assert len((played / TABLE).read_text().splitlines()) == 1 + FEW - 8


def test_the_session_verifies_and_one_credential_is_revoked(
    played: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = str(played / COURSE)
    assert run(["exam", "verify", SESSION, "--course", course]) == 0
    capsys.readouterr()
    assert run(["credential", "list", "--course", course]) == 0
    assert capsys.readouterr().out.count("✗") == 1


def test_the_log_has_every_command_and_what_it_said(played: Path) -> None:
    said = (played / LOG).read_text()
    assert said.count("\n$ coursewright ") + said.startswith("$ ") >= 17
    assert "--accept" in said


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert run(["demo", str(tmp_path)]) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("language", STARTERS)
def test_nothing_is_to_be_said_of_its_course(language: str, tmp_path: Path) -> None:
    start_course(tmp_path, language)
    for path, content in rehearsal_files(language).items():
        (tmp_path / path).write_bytes(content)
    assert check_course(tmp_path).warnings == []
