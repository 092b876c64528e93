"""Whatever is changed of a response or of what grading reads from a session is refused or told."""

import io
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from answered import PEOPLE, code_in, keyed, made, row
from published import OTHER_SITTING, SITTING, Exam, publish
from sessions import NAME, session
from test_opening import codes, gathered

from altering import Altered, alterations
from coursewright.commands.main import run
from coursewright.exams import journal
from coursewright.exams.journal import Entry
from coursewright.exams.sealing.opening import opened
from coursewright.exams.shelf import changed, missing, unknown
from coursewright.exams.store import get

pytest_plugins = ["published_fixtures"]

OWN = {
    *("sitting", "save", "final", "began", "saved", "submitted"),
    *("answers", "seconds", "flags", "events", "seb"),
}
"""What a candidate's page says of itself; all else is what was given to it."""


def sealed(exam: Exam) -> dict[str, Any]:
    events = [{"at": "2026-03-01T09:10:00Z", "what": "left", "for": 3}]
    return exam.said(answers={"q1": ["e1"], "q4": {"g1": "humus"}}, events=events, flags=["q1"])


def test_nothing_that_was_given_to_a_page_can_be_changed(exam: Exam, tmp_path: Path) -> None:
    """By whoever has the session's public key, which is everybody, and their own proof."""
    whole = sealed(exam)
    (good,) = gathered(exam, tmp_path, exam.text(whole)).sittings
    accepted = []
    for at, altered in enumerate(alterations(whole)):
        folder = tmp_path / str(at)
        folder.mkdir()
        found = gathered(exam, folder, exam.text(altered.data))
        assert len(found.sittings) + len([each for each in found.problems if each.severity == "error"]) == 1
        if found.sittings:
            accepted.append(altered)
            (sitting,) = found.sittings
            assert (sitting.candidate, sitting.name, sitting.form) == (good.candidate, good.name, good.form)
    changed = {str(altered.path[0]) for altered in accepted}
    # what is unknown to this version may be added; nothing that is known may differ
    bound = [altered for altered in accepted if altered.path[0] not in OWN and not is_added(altered)]
    assert bound == []
    assert {"answers", "seconds", "events", "save"} <= changed


def is_added(altered: Altered) -> bool:
    return altered.path == ("candidate",) and altered.way == "altered"


def test_a_response_of_an_earlier_session_counts_for_no_other(exam: Exam, tmp_path: Path) -> None:
    root = tmp_path / "course"
    session(root)
    later = publish(root)
    folder = tmp_path / "mail"
    folder.mkdir()
    found = gathered(later, folder, exam.sealed())
    assert (codes(found.problems), found.sittings) == ([("CW1307", "1.cwr")], [])
    replayed = later.text({**later.said(), "package": exam.said()["package"]})
    found = gathered(later, folder, replayed)
    assert (codes(found.problems), found.sittings) == ([("CW1310", "1.cwr")], [])


def test_with_a_room_code_room_mates_can_seal_for_one_another(tmp_path: Path) -> None:
    """It shows where both hand something in, and not where one of them does not."""
    root = tmp_path / "course"
    session(root)
    exam = publish(root, "room")
    assert exam.admission("1001") is exam.admission("1002")
    folder = tmp_path / "mail"
    folder.mkdir()
    by_a_mate = exam.sealed("1002", sitting=OTHER_SITTING)
    assert [each.candidate for each in gathered(exam, folder, by_a_mate).sittings] == ["1002"]
    found = gathered(exam, folder, by_a_mate, exam.sealed("1002"), exam.sealed("1001"))
    assert codes(found.problems) == [("CW1316", "1.cwr"), ("CW1316", "2.cwr")]
    assert [each.candidate for each in found.sittings] == ["1001"]
    elsewhere = exam.text(exam.said("1003", proof=exam.said("1001")["proof"]))
    folder = tmp_path / "another room"
    folder.mkdir()
    assert codes(gathered(exam, folder, elsewhere).problems) == [("CW1322", "1.cwr")]


def test_a_response_is_whose_it_is_and_not_of_who_hands_it_in(exam: Exam, tmp_path: Path) -> None:
    (tmp_path / "spring-1002-B-00000000.cwr").write_text(exam.sealed("1001"), "utf-8")
    (tmp_path / "spring-1001-A-00000000.cwr").write_text(exam.sealed("1001"), "utf-8")
    found = opened([tmp_path], exam.kept)
    assert [each.candidate for each in found.sittings] == ["1001"] or codes(found.problems)
    mine = exam.said("1002", proof=exam.said("1001")["proof"], sitting=SITTING)
    folder = tmp_path / "proof of another"
    folder.mkdir()
    found = gathered(exam, folder, exam.text(mine))
    assert (codes(found.problems), found.sittings) == ([("CW1322", "1.cwr")], [])


READ = {
    **dict.fromkeys(("session.json", "keys.json", "journal.jsonl"), "grade"),
    **dict.fromkeys(("web/codes.json", "web/session-key.json", "web/site/sealed.json"), "grade"),
    "sheets/assignment.json": "grade",
    **dict.fromkeys(("marking/judgments.json", "results/results.json"), "mark"),
    **dict.fromkeys(("results/responses.parquet", "results/candidates.parquet"), "analyse"),
}
"""Files of a session with a command that goes by what they say."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session that was printed, published, graded and marked."""
    root = made(tmp_path_factory.mktemp("tampered"))
    for command in ("sheets", "publish"):
        assert command_of(root, command, "--roster", str(root.parent / "roster.csv"))[0] == 0
    table = keyed(root, *(row(root, number, "A", written="Roots.") for _name, number, _ in PEOPLE))
    code, said = command_of(root, "grade", str(table))
    assert code == 1, "two have the other form than they were given"
    assert command_of(root, "grade", str(table), "--accept", code_in(said))[0] == 0
    assert command_of(root, "mark")[0] == 0
    (root.parent / "mail.cwr").write_text("CWR1.AAAA", "utf-8")
    return root


def command_of(root: Path, command: str, *arguments: str, by: bool = True) -> tuple[int, str]:
    """The exit code of a command about the session, and what it says against it."""
    said = io.StringIO()
    with redirect_stdout(io.StringIO()), redirect_stderr(said):
        code = run(
            ["exam", command, NAME, *arguments, *(["--by", "Ann"] if by else []), "--course", str(root)]
        )
    return code, said.getvalue()


@pytest.mark.parametrize("file", READ)
def test_what_is_read_of_a_session_is_as_it_was_written(file: str, course: Path, tmp_path: Path) -> None:
    """Even where it means the same: whoever changed it could have changed anything."""
    root = tmp_path / "course"
    shutil.copytree(course, root)
    path = root / "private/sessions" / NAME / file
    path.write_bytes(path.read_bytes() + b"\n")
    given = (
        [str(course.parent / name) for name in ("answers.csv", "mail.cwr")] if READ[file] == "grade" else []
    )
    entries = journal_of(root)

    code, said = command_of(root, READ[file], *given)
    assert (code, "--accept" in said) == (1, False), said
    assert path.name in said
    assert journal_of(root) == entries
    assert command_of(root, "verify", by=False)[0] == 1


def journal_of(root: Path) -> bytes:
    return (root / "private/sessions" / NAME / "journal.jsonl").read_bytes()


def test_every_file_of_a_session_is_on_record(course: Path) -> None:
    """One byte more in any of them is told by its name, and so is one that is gone or was put there."""
    kept = get(course, NAME)
    files = [file for file in kept.folder.rglob("*") if file.is_file() and file.name != "journal.jsonl"]
    assert len(files) > 25
    for file in files:
        name, content = file.relative_to(kept.folder).as_posix(), file.read_bytes()
        file.write_bytes(content + b"\n")
        assert [*changed(kept.folder, kept.entries)] == [name]
        file.rename(file.with_name("other"))
        assert [*missing(kept.folder, kept.entries)] == [name]
        assert len([*unknown(kept.folder, kept.entries)]) == 1
        file.with_name("other").unlink()
        file.write_bytes(content)
    assert [*changed(kept.folder, kept.entries), *unknown(kept.folder, kept.entries)] == []


def test_results_that_are_rewritten_with_the_journal_are_told_by_its_last_digest(
    course: Path, tmp_path: Path
) -> None:
    """A notice knows nothing of what came after it; who kept what verify said then can tell."""
    root = tmp_path / "course"
    shutil.copytree(course, root)
    kept = get(root, NAME)
    last = kept.entries[-1].hash
    assert command_of(root, "verify", "--journal", last, by=False)[0] == 0
    file = kept.folder / "results/results.json"
    file.write_bytes(file.read_bytes() + b"\n")
    digest = sha256(file.read_bytes()).hexdigest()
    entries: list[Entry] = []
    for entry in kept.entries:
        files = entry.about["files"]
        about = (
            {**entry.about, "files": {**files, "results/results.json": digest}}
            if entry.did == "graded"
            else entry.about
        )
        before = entries[-1].hash if entries else journal.FIRST
        entries.append(replace(entry, about=about, before=before).hashed())
    (kept.folder / "journal.jsonl").write_bytes(journal.written(entries))
    assert command_of(root, "verify", by=False)[0] == 0
    code, said = command_of(root, "verify", "--journal", last, by=False)
    assert (code, "has no entry with the digest that you gave" in said) == (1, True)
