"""`coursewright demo`: a certification that is played with few candidates, by the same commands."""

import json
from pathlib import Path

import pytest

from coursewright.commands.demo import COURSE, DESK, LOG, SESSION, TABLE, _found, play
from coursewright.commands.main import run
from coursewright.commands.new import STARTERS
from coursewright.commands.rehearsal.blueprint import rehearsal_files
from coursewright.compiler import check_course
from coursewright.exams.grading.outcome import read_outcome
from coursewright.exams.store import get
from coursewright.model.items.bank import ITEM_TYPES
from coursewright.starter import start_course

FEW, ON_PAPER = 24, 3


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


def test_answers_were_sealed_scanned_and_keyed_in(played: Path) -> None:
    assert len(list((played / "responses").iterdir())) == 7
    assert len((played / TABLE).read_text().splitlines()) == 1 + FEW - 7 - ON_PAPER
    read = json.loads((session(played) / "scans/readings.json").read_text())
    assert [page["status"] for page in read["pages"]] == ["read"] * 2 * ON_PAPER
    outcome = read_outcome((session(played) / "results/results.json").read_bytes())
    assert outcome.counted == FEW
    assert {source.way for source in outcome.sources} == {"sealed", "sheet", "table"}


def test_its_exam_has_every_type_of_item(played: Path) -> None:
    own = get(played / COURSE, SESSION).session
    for form in own.forms:
        types: set[str] = {own.items[question.item].model.type for question in form.questions}
        types |= {"case" for question in form.questions if own.items[question.item].case}
        assert types == {*ITEM_TYPES}


def test_each_slip_of_the_pencil_was_decided_as_it_was_meant(played: Path) -> None:
    """One rubbed an answer out and one was faint: one mark stands; one marked two: both do."""
    read = json.loads((session(played) / "scans/readings.json").read_text())
    decided = [field for page in read["pages"] for field in page["fields"] if field["by"]]
    assert [len(field["marks"]) for field in decided] == [1, 1, 2]
    saved = json.loads((played / DESK / f"decisions-{SESSION}.json").read_text())
    assert [*saved["decisions"].values()] == [field["marks"] for field in decided]


def test_written_answers_were_judged_by_two_and_none_is_open(played: Path) -> None:
    judged = json.loads((session(played) / "marking/judgments.json").read_text())["judgments"]
    assert {each["marker"] for each in judged} >= {"Marker 1", "Marker 2"}
    outcome = read_outcome((session(played) / "results/results.json").read_bytes())
    assert outcome.agreement
    assert outcome.agreement["both"] > 1
    assert (session(played) / "results/letters.pdf").is_file()


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
    assert said.count("\n$ coursewright ") + said.startswith("$ ") >= 23
    assert "--accept" in said


def test_its_pages_name_files_and_not_the_folders_of_this_machine(played: Path) -> None:
    pages = [played / "desk/review.html", *played.glob("course/private/sessions/*/results/report.html")]
    assert len(pages) == 2
    for page in pages:
        shown = page.read_text("utf-8")
        assert "scan.pdf" in shown
        assert str(played) not in shown


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
