"""Spare codes: the trainer says whose they are; what their holders wrote is shown and never believed."""

from pathlib import Path
from typing import Any

import pytest
from answered import Captured, code_in, csv_of
from answered import exam as run_exam
from published import PEOPLE, Exam
from published import exam as published_exam
from sessions import NAME

from coursewright.exams.grading.outcome import read_outcome
from coursewright.exams.sealing.opening import opened
from coursewright.exams.sitting import Holder
from coursewright.exams.store import get

SPARE = "spare-01"
CLEO = {"number": "1003", "name": "Cleo"}


@pytest.fixture
def exam(tmp_path: Path) -> Exam:
    return published_exam(tmp_path / "course")


def course(exam: Exam) -> Path:
    return exam.kept.folder.parents[2]


def handed_in(exam: Exam, number: str = SPARE, **changes: Any) -> Path:
    folder = course(exam).parent / "responses"
    folder.mkdir(exist_ok=True)
    (folder / f"{number}.cwr").write_text(exam.sealed(number, **changes), "utf-8")
    return folder


Values = dict[str, str]


def graded(exam: Exam, capsys: Captured, *options: str) -> tuple[str, dict[str, Values]]:
    """What is said, and the values of every finding once that was accepted, by code."""
    file = course(exam).parent / "roster.csv"
    rows = [(each.name, each.number) for each in PEOPLE]
    file.write_bytes(csv_of([("name", "number"), *rows]))
    given = ["grade", NAME, str(course(exam).parent / "responses"), "--roster", str(file), *options]
    capsys.readouterr()
    run_exam(course(exam), *given)
    captured = capsys.readouterr()
    said = captured.out + captured.err
    assert run_exam(course(exam), *given, "--accept", code_in(said)) == 0
    capsys.readouterr()
    outcome = read_outcome((exam.kept.folder / "results/results.json").read_bytes())
    return said, {each.code: each.values for each in outcome.findings}


def test_what_its_holder_wrote_is_sealed_in_and_nobody_else_is_asked(exam: Exam) -> None:
    (sitting,) = opened([handed_in(exam, holder=CLEO)], exam.kept).sittings
    assert (sitting.candidate, sitting.holder) == (SPARE, Holder("1003", "Cleo"))
    plain = exam.admission(SPARE).plain({"A": "", "B": ""})["candidates"]
    assert [each["spare"] for each in plain] == [True]
    assert all("spare" not in each for each in exam.admission("1001").plain({"A": "", "B": ""})["candidates"])


def test_whoever_has_a_code_of_their_own_is_who_it_is_for(exam: Exam) -> None:
    found = opened([handed_in(exam, "1001", holder=CLEO)], exam.kept)
    assert [(each.candidate, each.holder) for each in found.sittings] == [("1001", None)]


def test_it_does_not_count_before_it_is_said_whose_it_is(exam: Exam, capsys: Captured) -> None:
    handed_in(exam, holder=CLEO)
    said, found = graded(exam, capsys)
    assert "--candidate spare-01=1003" in said
    assert found["CW1527"] == {"number": "1003", "spare": SPARE, "name": "Cleo", "claimed": "1003"}
    assert read_outcome((exam.kept.folder / "results/results.json").read_bytes()).counted == 0


def test_it_counts_for_whom_the_trainer_says_and_that_is_on_record(exam: Exam, capsys: Captured) -> None:
    handed_in(exam, holder={"number": "1001", "name": "Cleo"})
    said, found = graded(exam, capsys, "--candidate", "spare-01=1003")
    assert found["CW1526"] == {"number": "1003", "spare": SPARE, "name": "Cleo", "claimed": "1001"}
    assert "CW1516" not in said
    entry = get(course(exam), NAME).entries[-1]
    assert entry.about["spares"] == {SPARE: "1003"}
    assert entry.about["counted"] == 1
    assert "1003,Cleo" in (exam.kept.folder / "results/results.csv").read_text("utf-8-sig")


def test_two_sittings_of_one_candidate_are_told_and_neither_counts(exam: Exam, capsys: Captured) -> None:
    handed_in(exam, holder=CLEO)
    handed_in(exam, "1003", answers={"q1": ["e2"]})
    _said, found = graded(exam, capsys, "--candidate", "spare-01=1003")
    assert {"CW1519", "CW1521", "CW1526"} <= found.keys()
    assert get(course(exam), NAME).entries[-1].about["counted"] == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["spare-1=1003"], "spare-01"),
        (["1001=1003"], "1001"),
        (["spare-01"], "spare-01=1007"),
        (["spare-01=1001", "spare-01=1003"], "two candidates"),
    ],
)
def test_what_names_no_spare_code_is_refused(
    exam: Exam, capsys: Captured, given: list[str], said: str
) -> None:
    handed_in(exam, holder=CLEO)
    options = [part for each in given for part in ("--candidate", each)]
    assert run_exam(course(exam), "grade", NAME, str(course(exam).parent / "responses"), *options) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("number", ["1; rm -rf ~", "$(id)", "`id`", "1003 --accept x", "-x", "1\n2", "1&2"])
def test_what_a_holder_wrote_is_not_given_to_type_where_a_shell_would_act_on_it(
    exam: Exam, capsys: Captured, number: str
) -> None:
    handed_in(exam, holder={"number": number, "name": "\x1b[31mCleo"})
    said, _found = graded(exam, capsys)
    assert "--candidate" not in said
    assert "\x1b" not in said


def test_a_holder_who_wrote_nothing_is_told_as_that(exam: Exam, capsys: Captured) -> None:
    handed_in(exam)
    said, found = graded(exam, capsys)
    assert found["CW1527"]["claimed"] == "–"
    assert "--candidate spare-01=–" not in said
