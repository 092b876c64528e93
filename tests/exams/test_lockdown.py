"""Safe Exam Browser: whose keys are wrong or missing is told by candidate; what was not checked is said."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from answered import Captured, code_in
from answered import exam as run_exam
from hypothesis import given
from hypothesis import strategies as st
from published import Exam
from published import exam as published_exam
from sessions import NAME

from coursewright.exams.grading.lockdown import Keys
from coursewright.exams.grading.outcome import read_outcome
from coursewright.exams.sitting import Seb
from coursewright.exams.store import get

URL = "https://exam.example.com/spring/"
CONFIG, EXAM_MAC, EXAM_WIN = (sha256(name).hexdigest() for name in (b"config", b"mac", b"win"))
OPTIONS = ["--seb-config-key", CONFIG, "--seb-exam-key", EXAM_MAC, "--seb-exam-key", EXAM_WIN.upper()]


def hashed(key: str, url: str = URL) -> str:
    return sha256((url + key).encode()).hexdigest()


def seb(config: str = CONFIG, exam: str = EXAM_WIN, **changes: Any) -> dict[str, Any]:
    return {"configKey": hashed(config), "browserExamKey": hashed(exam), "url": URL, **changes}


@pytest.fixture
def exam(tmp_path: Path) -> Exam:
    return published_exam(tmp_path / "course")


def graded(exam: Exam, capsys: Captured, browsers: dict[str, Any], *options: str) -> str:
    """What is said first of these candidates' browsers; then it is accepted."""
    root = exam.kept.folder.parents[2]
    folder = root.parent / "responses"
    folder.mkdir()
    for number, browser in browsers.items():
        (folder / f"{number}.cwr").write_text(exam.sealed(number, seb=browser), "utf-8")
    given = ["grade", NAME, str(folder), *options]
    capsys.readouterr()
    code = run_exam(root, *given)
    captured = capsys.readouterr()
    said = captured.out + captured.err
    if code:
        assert run_exam(root, *given, "--accept", code_in(said)) == 0
    return said


def told(exam: Exam) -> list[tuple[str, str]]:
    outcome = read_outcome((exam.kept.folder / "results/results.json").read_bytes())
    return [(each.code, each.values["number"]) for each in outcome.findings if each.code > "CW1525"]


def test_right_keys_are_right_and_others_are_told_by_candidate(exam: Exam, capsys: Captured) -> None:
    browsers = {"1001": seb(), "1002": None, "1003": seb(exam=CONFIG)}
    said = graded(exam, capsys, browsers, *OPTIONS)
    assert told(exam) == [("CW1529", "1002"), ("CW1530", "1003")]
    assert "the keys are right for 1 of 3 sealed sittings" in said
    assert URL in said
    about = get(exam.kept.folder.parents[2], NAME).entries[-1].about
    assert about["seb"] == {"config": [CONFIG], "exam": [EXAM_MAC, EXAM_WIN]}
    assert about["counted"] == 3
    report = (exam.kept.folder / "results/report.html").read_text("utf-8")
    assert "the keys are right for 1 of 3 sealed sittings" in report


def test_without_named_keys_it_is_said_that_none_was_checked(exam: Exam, capsys: Captured) -> None:
    said = graded(exam, capsys, {"1001": seb(), "1002": None, "1003": None})
    assert "1 of 3 sealed sittings came with its keys, and none was checked" in said
    assert told(exam) == []
    report = (exam.kept.folder / "results/report.html").read_text("utf-8")
    assert "1 of 3 sealed sittings came with keys, and none was checked" in report


def test_where_nobody_used_it_nothing_is_said(exam: Exam, capsys: Captured) -> None:
    assert "Safe Exam" not in graded(exam, capsys, {"1001": None, "1002": None, "1003": None})


@pytest.mark.parametrize("key", ["", "abc", "0" * 63, "g" * 64])
def test_what_is_no_key_is_refused(exam: Exam, capsys: Captured, key: str) -> None:
    assert run_exam(exam.kept.folder.parents[2], "grade", NAME, "--seb-config-key", key) == 2
    assert "64" in capsys.readouterr().err


HEX = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(HEX, HEX, HEX, st.text(max_size=40))
def test_a_hash_is_of_its_key_and_page_and_of_no_other(config: str, exam: str, other: str, url: str) -> None:
    keys = Keys((config,), (exam,))
    said = Seb(hashed(config, url), hashed(exam, url).upper(), url)
    assert keys.wrong(said) == ""
    assert Keys((), ()).wrong(said) == ""
    assert bool(Keys((other,)).wrong(said)) == (other != config)
    assert keys.wrong(Seb(said.config_key, said.exam_key, url + "#")) == "Config Key"
    assert Keys((), (exam,)).wrong(Seb("", "", url)) == "Browser Exam Key"
