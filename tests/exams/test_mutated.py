"""A thousand mutated files of each kind that is handed in or kept: read, or told, and never a bug of ours."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from answered import csv_of
from credentials_made import issuer
from exam_course import announce, exam_course, make
from sessions import NAME, session
from test_answer_files import book
from test_marking import BOTH

from coursewright.commands.notices import read_notice
from coursewright.credentials import register
from coursewright.edit.hand import dumped
from coursewright.errors import SourceProblems
from coursewright.exams.grading.judging import answer_of
from coursewright.exams.grading.marking import judgments_in
from coursewright.exams.scanning.deciding import decision_file
from coursewright.exchange.roster import read_roster
from coursewright.load.source_file import read_source
from coursewright.model.issuer import Issuer
from coursewright.validate.shape import validated
from mutating import mutated
from trees import ENGLISH, NOTICE

HEAD = ("name", "number", "room", "seat", "extra")
PEOPLE = (("Ann", "1", "1", "1", "15"), ("Ben", "2", "1", "2", ""))


@pytest.mark.parametrize("raw", [csv_of([HEAD, *PEOPLE]), book(HEAD, *PEOPLE)], ids=["csv", "xlsx"])
def test_rosters(raw: bytes) -> None:
    """Nobody is left out without a word."""
    for content in mutated(raw, "roster"):
        found = read_roster("roster", content, ENGLISH)
        assert found.problems or found.candidates
        assert all(problem.message(ENGLISH) for problem in found.problems)


def refused(raw: bytes, read: Callable[[bytes], object]) -> int:
    """How many of a thousand are refused by a ValueError, which a command tells; others are read."""
    count = 0
    for content in mutated(raw, "file"):
        try:
            read(content)
        except ValueError:
            count += 1
    return count


def test_decisions_on_scans() -> None:
    decisions = {"a/1": ["x", "y"], "b/2": []}
    raw = json.dumps({"format": 1, "session": "spring", "decisions": decisions}).encode()
    assert refused(raw, decision_file) > 600


def test_judgments_of_written_answers(tmp_path: Path) -> None:
    own = session(tmp_path / "course")
    answer = answer_of("exam-letter", "Roots.")
    judgment = {"item": answer.item, "answer": answer.digest, "met": [*BOTH]}
    raw = json.dumps({"format": 1, "session": NAME, "judgments": [judgment]}).encode()
    assert refused(raw, lambda content: judgments_in(content, own, "Eve", [answer])) > 600


def test_registers() -> None:
    entry = register.Entry(at="2026-11-28T00:00:00Z", by="Ann", did="issued", id="urn:uuid:1", index=7)
    raw = register.written(register.added([], entry, entry))
    assert refused(raw, register.read) == sum(1 for _ in mutated(raw, "file"))


def test_notices(tmp_path: Path) -> None:
    root = exam_course(tmp_path / "course")
    make(root)
    assert announce(root) == 0
    told = []
    for content in mutated((root / NOTICE).read_bytes(), "notice"):
        with suppress(SourceProblems):
            told.append(read_notice(NOTICE, content).notice.exam)
    assert len(told) < 600


def test_issuers() -> None:
    raw = dumped(issuer().model_dump(mode="json", exclude_none=True)).encode()
    whole = 0
    for content in mutated(raw, "issuer"):
        file = read_source("content/issuer.yml", content)
        result = validated(file, Issuer) if file.usable else None
        assert file.problems or result
        whole += bool(result and result.model)
    assert whole < 900
