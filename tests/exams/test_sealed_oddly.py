"""Whoever has the package can seal anything for its key: it is told or counts, and stops nobody's grading."""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from answered import Captured, code_in, results
from answered import exam as run_exam
from published import Exam, publish
from sessions import NAME, session

from coursewright.commands.main import run
from coursewright.exams.grading.outcome import Outcome, read_outcome
from coursewright.exams.sealing import jwe
from coursewright.exams.sealing.asked import named
from coursewright.exams.sealing.opening import opened
from coursewright.model.candidate import Candidate
from coursewright.model.items.interaction import AskedChoice, AskedGaps, AskedMatch, AskedOrder
from trees import ENGLISH

COUNT = 2600
NTH = 5
"""Of the cases that are graded; a number that meets every odd value, at other places each."""
FIRST = "0001"
TOO_DEEP = "\0deep"
NOT_FINITE = "\0huge"
ODD: list[Any] = [
    None, True, False, 0, -1, 1, 0.5, -0.0, 1e308, 10**18, 10**400, float("nan"), float("-inf"), NOT_FINITE,
    "", " ", "\0", "\ud800", "\udfff\ud800", "é" * 64, "１", "\U0010ffff\u202e", "=1+1", "x" * 200,
    "x" * 100_000, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-03-01T24:00:00Z",
    "2199-12-31T23:59:59-23:59", "2000-01-01T00:00:00+23:59", [], [[]], [None], ["e1", "e1"], [{}], {},
    {"": ""}, {"\ud800": "\ud800"}, {"text": "\ud800\0\x1b[31m"}, {"what": "clock"}, [{"what": []}], TOO_DEEP,
]  # fmt: skip


def published(root: Path, count: int) -> Exam:
    """Everybody is in one room, with one code."""
    session(root)
    people = [Candidate(f"Name {at}", f"{at:04}", room="1", seat=str(at)) for at in range(1, count + 1)]
    return publish(root, "room", people)


@pytest.fixture(scope="module")
def exam(tmp_path_factory: pytest.TempPathFactory) -> Exam:
    return published(tmp_path_factory.mktemp("odd") / "course", COUNT)


@pytest.fixture(scope="module")
def smaller(tmp_path_factory: pytest.TempPathFactory) -> Exam:
    """What is graded, printed and counted again several times."""
    return published(tmp_path_factory.mktemp("smaller") / "course", COUNT // NTH)


def said(exam: Exam, number: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """An answer to every question of the candidate's form, and all that a page may say."""
    form = next(each for each in exam.kept.session.forms if each.code == exam.admitted(number).form)
    answers: dict[str, Any] = {}
    for at, question in enumerate(form.questions, 1):
        match asked[question.item]:
            case AskedChoice():
                answers[named(at)] = ["e1"]
            case AskedOrder():
                answers[named(at)] = [f"e{place}" for place in range(1, len(question.entries) + 1)]
            case AskedMatch():
                answers[named(at)] = {"e1": "t1"}
            case AskedGaps():
                answers[named(at)] = {"g1": "1"}
            case _:
                answers[named(at)] = {"text": "Roots."}
    return exam.said(
        number,
        answers=answers,
        events=[{"at": "2026-03-01T09:10:00Z", "what": "hidden", "for": 3}],
        seb={"configKey": "a", "browserExamKey": "b", "url": "https://example.com"},
        holder={"number": "1", "name": "Ann"},
    )


def paths(data: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Of everything in it."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*before, key)
        yield from paths(value, (*before, key))


def laid(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy with another value there."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = laid(copy[path[0]], path[1:], value)
    return copy


def as_json(data: Any) -> bytes:
    text = json.dumps(data).replace(json.dumps(TOO_DEEP), "[" * 100_000 + "]" * 100_000)
    return text.replace(json.dumps(NOT_FINITE), "1e999").encode()


def sealed(exam: Exam, said: Any) -> str:
    return f"CWR1.{jwe.seal_for(as_json(said), exam.package['key'])}"


def responses(exam: Exam, folder: Path, nth: int = 1) -> Path:
    """Of one candidate after the other: each part of what is said is each odd value once, or every nth."""
    asked = exam.kept.session.asked(ENGLISH)
    cases = [(path, value) for path in paths(said(exam, FIRST, asked)) for value in ODD]
    assert 2000 < len(cases) <= COUNT
    folder.mkdir()
    for at, (path, value) in enumerate(cases[::nth], 1):
        number = f"{at:04}"
        response = laid(said(exam, number, asked), path, value)
        (folder / f"{number}.cwr").write_text(sealed(exam, response), "utf-8")
    return folder


def test_each_is_told_or_counts(exam: Exam, tmp_path: Path) -> None:
    folder = responses(exam, tmp_path / "responses")
    found = opened([folder], exam.kept)
    files = {str(file) for file in folder.iterdir()}
    assert files == {each.place.file for each in found.problems} | {
        each.origin.file for each in found.sittings
    }
    assert all(each.message(ENGLISH) for each in found.problems)
    assert len(found.sittings) > 500


def grade(exam: Exam, capsys: Captured, *given: str) -> Outcome:
    root = exam.kept.folder.parents[2]
    capsys.readouterr()
    assert run_exam(root, "grade", NAME, *given) == 1
    captured = capsys.readouterr()
    code = code_in(captured.out + captured.err)
    assert run_exam(root, "grade", NAME, *given, "--accept", code) == 0, capsys.readouterr().err
    answers = [part for file in given for part in ("--answers", file)]
    assert run(["exam", "verify", NAME, *answers, "--course", str(root)]) == 0, capsys.readouterr().err
    return read_outcome((results(root) / "results.json").read_bytes())


def test_results_are_written_of_all_the_others(smaller: Exam, tmp_path: Path, capsys: Captured) -> None:
    folder = responses(smaller, tmp_path / "responses", NTH)
    outcome = grade(smaller, capsys, str(folder))
    assert outcome.counted == len(opened([folder], smaller.kept).sittings)
    assert outcome.counted + len(outcome.absent) + len(outcome.undecided) == COUNT // NTH


def test_whoever_has_a_spare_code_may_write_anything(tmp_path: Path, capsys: Captured) -> None:
    """Where nobody is on a list, what they wrote is their name."""
    root = tmp_path / "course"
    session(root)
    texts = [text for text in ODD if isinstance(text, str)]
    exam = publish(root, people=(), spare=2 * len(texts))
    (tmp_path / "responses").mkdir()
    for at, (name, text) in enumerate(product(("number", "name"), texts), 1):
        holder = {"number": "1", "name": "Ann"} | {name: text}
        response = exam.said(f"spare-{at:02}", holder=holder)
        (tmp_path / f"responses/{at}.cwr").write_text(sealed(exam, response), "utf-8")
    outcome = grade(exam, capsys, str(tmp_path / "responses"))
    assert outcome.counted > len(texts)


def test_nothing_in_a_header_harms(exam: Exam, tmp_path: Path) -> None:
    """It is read before anything is known of who made it."""
    start, *rest = exam.sealed(FIRST).removeprefix("CWR1.").split(".")
    header = json.loads(urlsafe_b64decode(f"{start}=="))
    more = {**header, "apu": "", "apv": "", "crit": [], "p2c": 1, "b64": True}
    cases = [laid(more, path, value) for path in paths(more) for value in ODD]
    for at, case in enumerate([*cases, *ODD]):
        first = urlsafe_b64encode(as_json(case)).rstrip(b"=").decode()
        (tmp_path / f"{at}.cwr").write_text(".".join((f"CWR1.{first}", *rest)), "utf-8")
    found = opened([tmp_path], exam.kept)
    assert len({each.place.file for each in found.problems}) == len(cases) + len(ODD)
    assert found.sittings == []


def test_a_file_may_have_any_name(smaller: Exam, tmp_path: Path, capsys: Captured) -> None:
    """Whoever may put files into a folder names them."""
    folder = tmp_path / "responses"
    folder.mkdir()
    names = [
        b"\xff\xfe.cwr",
        b"\x1b[31m.cwr",
        b"a\nb.cwr",
        "\u202e张.cwr".encode(),
        b"--accept.cwr",
        b".\xff",
    ]
    for at, name in enumerate(names, 1):
        file = folder / os.fsdecode(name)
        file.write_text(sealed(smaller, smaller.said(f"{at:04}")), "utf-8")
    table = tmp_path / os.fsdecode(b"\xff.csv")
    table.write_text("number,form,1\n0099,A,A\n")
    outcome = grade(smaller, capsys, str(folder), str(table))
    assert outcome.counted == len(names)
