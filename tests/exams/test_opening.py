"""Sealed responses that came back: what counts, and everything that is told of what does not."""

import json
import random
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from published import CLOSES, OTHER_SITTING, Exam, publish

from coursewright.diagnostics import Problem
from coursewright.exams.sealing import jwe
from coursewright.exams.sealing.opening import opened
from coursewright.exams.sealing.response import MOST, receipt_of
from coursewright.exams.shelf import WEB
from coursewright.exams.sitting import Gathered
from coursewright.exams.store import get

pytest_plugins = ["published_fixtures"]


def gathered(exam: Exam, folder: Path, *texts: str) -> Gathered:
    for at, text in enumerate(texts, 1):
        (folder / f"{at}.cwr").write_text(text, "utf-8")
    return opened([folder], exam.kept)


def codes(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(each.code, Path(each.place.file).name) for each in problems]


def test_a_response_is_a_sitting(exam: Exam, tmp_path: Path) -> None:
    said = exam.said(answers={"q1": ["e1"], "q2": [], "q9": {"text": " "}}, seconds={"q1": 12.5, "q99": 1})
    text = exam.text(said)
    found = gathered(exam, tmp_path, text)
    assert found.problems == []
    (sitting,) = found.sittings
    first = next(form for form in exam.kept.session.forms if form.code == said["form"]).questions[0]
    assert (sitting.candidate, sitting.name, sitting.form) == ("1001", "张三·Ann", said["form"])
    assert sitting.answers == {first.item: [first.entries[0]]}
    assert sitting.seconds == {first.item: 12.5}
    assert (sitting.began, sitting.ended) == ("2026-03-01T09:00:00+00:00", "2026-03-01T09:20:01+00:00")
    origin = sitting.origin
    assert (origin.way, origin.file, origin.place) == ("sealed", str(tmp_path / "1.cwr"), "")
    assert origin.receipt == receipt_of(text.removeprefix("CWR1."))


def test_texts_may_be_pasted_together_and_broken_by_mail(exam: Exam, tmp_path: Path) -> None:
    def broken(text: str) -> str:
        return "\r\n".join(text[at : at + 60] for at in range(0, len(text), 60))

    pasted = "\n\n".join(
        [
            "Dear trainer,",
            broken(exam.sealed("1001")),
            "Regards, Ann",
            broken(exam.sealed("1002")),
            "-- \nBen",
        ]
    )
    (tmp_path / "mail.txt").write_text(pasted, "utf-8")
    found = opened([tmp_path / "mail.txt"], exam.kept)
    assert found.problems == []
    assert [each.candidate for each in found.sittings] == ["1001", "1002"]
    assert all(int(each.origin.place) > 1 for each in found.sittings)


def test_the_same_bytes_are_one(exam: Exam, tmp_path: Path) -> None:
    text = exam.sealed()
    found = gathered(exam, tmp_path, text, text, f"  {text}\n")
    assert len(found.sittings) == 1
    assert codes(found.problems) == [("CW1314", "2.cwr"), ("CW1314", "3.cwr")]
    assert {each.values["other"] for each in found.problems} == {str(tmp_path / "1.cwr")}


def test_a_later_save_of_a_sitting_counts(exam: Exam, tmp_path: Path) -> None:
    early = exam.sealed(save=3, final=False, submitted=None)
    late = exam.sealed(save=9, answers={"q1": ["e2"]})
    found = gathered(exam, tmp_path, late, early)
    assert codes(found.problems) == [("CW1315", "2.cwr")]
    assert found.problems[0].values["other"] == str(tmp_path / "1.cwr")
    assert [each.origin.file for each in found.sittings] == [str(tmp_path / "1.cwr")]


def test_what_was_submitted_counts_whatever_a_count_of_saves_says(exam: Exam, tmp_path: Path) -> None:
    found = gathered(exam, tmp_path, exam.sealed(save=99, final=False, submitted=None), exam.sealed(save=2))
    assert [Path(each.origin.file).name for each in found.sittings] == ["2.cwr"]


def test_of_two_sittings_of_a_candidate_none_counts(exam: Exam, tmp_path: Path) -> None:
    found = gathered(exam, tmp_path, exam.sealed(), exam.sealed(sitting=OTHER_SITTING), exam.sealed("1002"))
    assert codes(found.problems) == [("CW1316", "1.cwr"), ("CW1316", "2.cwr")]
    assert [each.candidate for each in found.sittings] == ["1002"]


ASIDE: list[tuple[str, dict[str, Any]]] = [
    ("CW1308", {"format": 2}),
    ("CW1308", {"save": 0}),
    ("CW1308", {"save": True}),
    ("CW1308", {"final": "yes"}),
    ("CW1308", {"sitting": "first"}),
    ("CW1308", {"answers": []}),
    ("CW1308", {"began": "yesterday"}),
    ("CW1308", {"began": "2026-03-01T09:00:00"}),
    ("CW1308", {"seconds": {"q1": -1}}),
    ("CW1308", {"candidate": "1001"}),
    ("CW1309", {"session": "autumn"}),
    ("CW1309", {"exam": "rake"}),
    ("CW1309", {"commitment": "0" * 64}),
    ("CW1310", {"package": "0" * 64}),
    ("CW1311", {"ticket": "222"}),
    ("CW1311", {"candidate": {"number": "1002", "name": "Ben"}}),
    ("CW1311", {"candidate": {"number": "1001", "name": "Ann"}}),
    ("CW1312", {"form": "B"}),
    ("CW1312", {"form": "Z"}),
    ("CW1313", {"minutes": 300}),
    ("CW1313", {"extra": 60}),
    ("CW1308", {"proof": None}),
    ("CW1308", {"began": "0001-01-01T00:00:00+14:00"}),
    ("CW1308", {"saved": "9999-12-31T23:59:59-14:00"}),
    ("CW1308", {"submitted": "2200-01-01T00:00:00Z"}),
    ("CW1308", {"began": 0}),
    ("CW1308", {"save": 10**400}),
    ("CW1322", {"proof": ""}),
    ("CW1322", {"proof": "é" * 64}),
    ("CW1322", {"proof": "0" * 64}),
]


@pytest.mark.parametrize(("code", "changes"), ASIDE)
def test_what_was_not_sealed_by_the_page_that_was_published_is_set_aside(
    exam: Exam, tmp_path: Path, code: str, changes: dict[str, Any]
) -> None:
    found = gathered(exam, tmp_path, exam.sealed(**changes))
    assert codes(found.problems) == [(code, "1.cwr")]
    assert found.problems[0].severity == "error"
    assert found.sittings == []


LATE = {"began": "2026-03-01T09:50:00Z", "saved": "2026-03-01T09:58:00Z", "submitted": "2026-03-01T10:02:30Z"}
NEXT_DAY = {name: moment.replace("03-01", "03-02") for name, moment in LATE.items()}
EARLY = {
    "began": "2026-03-01T08:28:30Z",
    "submitted": "2026-03-01T08:50:00Z",
    "saved": "2026-03-01T08:49:00Z",
}
DAY_BEFORE = {name: moment.replace("03-01", "02-28") for name, moment in EARLY.items()}
AWAY = [
    {"at": "2026-03-01T09:05:00Z", "what": "left"},
    {"at": "2026-03-01T09:06:30Z", "what": "returned", "for": 90},
    {"at": "2026-03-01T09:08:10Z", "what": "returned", "for": 10},
    {"at": "2026-03-01T09:09:10Z", "what": "returned", "for": "long"},
]
STRANGE: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("CW1317", {"final": False, "submitted": None}, {}),
    ("CW1318", LATE, {"late": 3}),
    ("CW1323", EARLY, {"early": 2}),
    ("CW1323", DAY_BEFORE, {"early": 1442}),
    ("CW1318", NEXT_DAY, {"late": 1443}),
    ("CW1319", {"submitted": "2026-03-01T09:31:01Z"}, {"found": 31, "wanted": 30}),
    ("CW1320", {"began": "2026-03-01T09:40:00Z"}, {}),
    ("CW1320", {"events": [{"at": "2026-03-01T09:10:00Z", "what": "clock", "for": -600}]}, {}),
    ("CW1321", {"answers": {"q1": ["e1"], "q99": ["e1"]}}, {"question": "99"}),
    ("CW1321", {"answers": {"q1": ["e1"], "q2": "e1"}}, {"question": "2"}),
    ("CW1326", {"events": AWAY}, {"count": 2, "seconds": 100, "longest": 90}),
]


@pytest.mark.parametrize(("code", "changes", "values"), STRANGE)
def test_what_is_strange_is_told_and_counts(
    exam: Exam, tmp_path: Path, code: str, changes: dict[str, Any], values: dict[str, Any]
) -> None:
    found = gathered(exam, tmp_path, exam.sealed(**changes))
    assert codes(found.problems) == [(code, "1.cwr")]
    assert found.problems[0].values == {"number": "1001", **values}
    assert found.problems[0].severity == "warning"
    assert len(found.sittings) == 1
    assert len(found.sittings[0].answers) == 1


def test_an_end_that_is_still_to_come_is_told(exam: Exam, tmp_path: Path) -> None:
    ahead = datetime.now(UTC) + timedelta(hours=2)
    times = {"began": ahead - timedelta(minutes=9), "saved": ahead, "submitted": ahead}
    found = gathered(exam, tmp_path, exam.sealed(**{name: str(at) for name, at in times.items()}))
    assert "CW1325" in [each.code for each in found.problems]
    assert len(found.sittings) == 1


def test_grace_is_given(exam: Exam, tmp_path: Path) -> None:
    assert exam.package["closes"] == CLOSES
    text = exam.sealed(
        began="2026-03-01T09:30:00Z", saved="2026-03-01T09:59:00Z", submitted="2026-03-01T10:00:50Z"
    )
    assert gathered(exam, tmp_path, text).problems == []


def test_minutes_beyond_are_those_of_the_code(exam: Exam, tmp_path: Path) -> None:
    text = exam.sealed("1002", submitted="2026-03-01T09:45:30Z")
    assert gathered(exam, tmp_path, text).problems == []


def test_another_sessions_key_opens_nothing(exam: Exam, tmp_path: Path) -> None:
    other = jwe.public_half(jwe.new_session_key())
    strange = f"CWR1.{jwe.seal_for(b'{}', other)}"
    under_our_name = f"CWR1.{jwe.seal_for(b'{}', {**other, 'kid': exam.private['kid']})}"
    found = gathered(exam, tmp_path, strange, under_our_name)
    assert codes(found.problems) == [("CW1307", "1.cwr"), ("CW1303", "2.cwr")]
    assert found.sittings == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"CWR1", b"hello", b"PK\x03\x04", b"[]", "CWR１.".encode()], ids=repr
)
def test_what_is_no_response_is_told(exam: Exam, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.cwr").write_bytes(content)
    found = opened([tmp_path], exam.kept)
    assert codes(found.problems) == [("CW1301", "file.cwr")]


def test_a_file_that_is_too_large_is_not_read(exam: Exam, tmp_path: Path) -> None:
    (tmp_path / "large.cwr").write_text(exam.sealed() + " " * MOST, "utf-8")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    found = opened([tmp_path, tmp_path / "gone.cwr"], exam.kept)
    assert codes(found.problems) == [("CW1302", "gone.cwr"), ("CW1302", "large.cwr")]


def test_what_was_given_in_an_earlier_package_still_counts(tmp_path: Path, exam: Exam) -> None:
    root = tmp_path / "course"
    shutil.copytree(exam.kept.folder.parents[2], root)
    before = exam.sealed()
    shutil.copy2(root / "private/sessions/spring" / WEB / "session-key.json", tmp_path / "key.json")
    later = publish(root)
    kept = get(root, "spring")
    shutil.copy2(tmp_path / "key.json", kept.folder / WEB / "session-key.json")
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "1.cwr").write_text(before, "utf-8")
    found = opened([folder], kept)
    assert [each.candidate for each in found.sittings] == ["1001"]
    assert later.package["forms"] != exam.package["forms"]


def mutated(text: bytes, chance: random.Random) -> bytes:
    """With something changed, cut, doubled or thrown in."""
    at, to = sorted(chance.sample(range(len(text)), 2))
    match chance.randrange(7):
        case 0:
            return text[:at] + bytes([text[at] ^ (1 << chance.randrange(8))]) + text[at + 1 :]
        case 1:
            return text[:at]
        case 2:
            return text[:at] + text[to:]
        case 3:
            return text[:to] + text[at:]
        case 4:
            return text[:at] + chance.randbytes(chance.randrange(1, 40)) + text[at:]
        case 5:
            return text[:at] + text[at:to][::-1] + text[to:]
        case _:
            return bytes(chance.choice(b"CWR1.AZaz09-_=/\n ") for _ in range(chance.randrange(400)))


def test_of_a_thousand_altered_files_none_is_taken_for_another(exam: Exam, tmp_path: Path) -> None:
    """What is read is what was sealed, to the letter, or nothing; and every file is accounted for."""
    chance = random.Random(20270301)
    text = exam.sealed()
    whole = opened([_one(tmp_path / "whole", text.encode())], exam.kept).sittings[0]
    folder = tmp_path / "altered"
    folder.mkdir()
    for at in range(1000):
        (folder / f"{at:04}.cwr").write_bytes(mutated(text.encode(), chance))
    found = opened([folder], exam.kept)
    assert [each for each in found.sittings if each.answers != whole.answers] == []
    assert {each.origin.receipt for each in found.sittings} <= {whole.origin.receipt}
    told = {each.place.file for each in found.problems} | {each.origin.file for each in found.sittings}
    assert len(told) == 1000
    refused = {each.place.file for each in found.problems if each.severity == "error"}
    assert len(refused) > 900


def _one(folder: Path, content: bytes) -> Path:
    folder.mkdir()
    (folder / "1.cwr").write_bytes(content)
    return folder


def test_of_a_thousand_altered_answers_that_are_sealed_again_none_harms(exam: Exam, tmp_path: Path) -> None:
    """Whoever has the package can seal anything: it is told, or it is a response that a page could give."""
    chance = random.Random(7)
    plain = json.dumps(exam.said(), ensure_ascii=False).encode()
    folder = tmp_path / "sealed"
    folder.mkdir()
    for at in range(1000):
        sealed = jwe.seal_for(mutated(plain, chance), exam.package["key"])
        (folder / f"{at:04}.cwr").write_text(f"CWR1.{sealed}", "utf-8")
    found = opened([folder], exam.kept)
    told = {each.place.file for each in found.problems} | {each.origin.file for each in found.sittings}
    assert len(told) == 1000
    assert {each.candidate for each in found.sittings} <= {"1001"}
