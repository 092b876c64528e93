"""A blueprint that the bank cannot meet: the fewest rules that conflict, with what there is of each."""

from pathlib import Path

import pytest
from exam_course import EXAM_ID, FILES, blueprint, exam, exam_course

from coursewright.commands.main import run
from snapshots import assert_kept
from trees import EXAM, write_tree

CASES = {
    "CW1114": blueprint(7, "{count: 2}", "level: recall, min: 0, max: 7"),
    "CW1115": blueprint(4, "{count: 2}", "type: multiple-choice, items: 1"),
    "CW1116": blueprint(4, "{count: 1}", "type: multiple-choice, min_points: 4"),
    "CW1117": blueprint(
        4, "{count: 1, anchors: [x-soil-top, x-soil-dark], exposure: 1}", "level: recall, max: 1"
    ),
    "CW1117-pinned": blueprint(
        3,
        "{count: 2, pinned: [x-soil-top], enemies: [[x-soil-top, x-soil-dark]], anchors: [x-soil-dark]}",
        "level: recall, min: 0",
    ),
    "CW1126": blueprint(4, "{count: 1}", "level: recall, min: 0").replace("worth:", "points: 99\nworth:"),
    "CW1118": FILES[EXAM].split("forms:")[0],
}


def test_what_no_forms_can_be_made_of_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {}
    root = exam_course(tmp_path / "course")
    monkeypatch.chdir(root)
    for code, text in CASES.items():
        write_tree(root, {EXAM: text})
        assert run(["exam", "check", EXAM_ID]) == 1
        told[f"{code}.txt"] = capsys.readouterr().err
        assert code.partition("-")[0] in told[f"{code}.txt"]

    assert_kept("exams/checking", told)
    assert not (root / "private").exists()


def test_forms_that_take_longer_than_the_exam_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = exam_course(tmp_path / "course")
    assert exam(root, "check", EXAM_ID) == 0
    assert "CW1127" not in capsys.readouterr().err
    write_tree(root, {EXAM: FILES[EXAM].replace("minutes: 30", "minutes: 1")})
    for command in (["check", EXAM_ID], ["make", EXAM_ID, "spring", "--by", "Ann"]):
        assert exam(root, *command) == 0
        assert "minutes, and the exam has 1" in capsys.readouterr().err


def test_what_can_be_made_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = exam_course(tmp_path / "course")

    assert exam(root, "check", EXAM_ID) == 0
    assert "2 forms of 3 items can be made of 12 reserved ones" in capsys.readouterr().out
