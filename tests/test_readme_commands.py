"""The commands of README's certification, run as they stand there, one after another."""

import csv
import re
import shlex
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.commands.rehearsal.blueprint import EXAM, rehearsal_files
from coursewright.commands.rehearsal.desk import Desk
from coursewright.commands.rehearsal.message import said as sentences
from coursewright.commands.rehearsal.room import Room
from coursewright.exams.sealing.publishing import published
from coursewright.exams.simulation.answering import Simulation
from coursewright.exams.simulation.sealed import Sat, sealed
from coursewright.exams.store import get
from coursewright.starter import start_course
from coursewright.words import Words
from test_readme import FOLDERS, GUIDES, README

COUNT = 21
"""One more than answer: analysis takes 20, and somebody who is absent is listed."""
SESSION, ISSUED = "2027-spring", "private/credentials/2027-spring"
ACCEPT = re.compile(r"--accept ([0-9a-f]{8})$", re.M)


def ten(text: str) -> list[str]:
    """The commands of the one block that has ten of them."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    (found,) = (block for block in blocks if len(re.findall(r"(?m)^ *coursewright ", block)) == 10)
    return [line.strip() for line in found.strip().splitlines()]


def as_run(line: str) -> list[str]:
    """What differs here: another exam, and a day that is still to come."""
    later = (date.today() + timedelta(days=30)).isoformat()
    return shlex.split(line.replace("rm-foundation", EXAM).replace("2027-03-20", later))[1:]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with an exam of its own, in which a person stands, with a roster."""
    root = tmp_path / "course"
    start_course(root, "en")
    for path, content in rehearsal_files("en").items():
        (root / path).write_bytes(content)
    with (root / "roster.csv").open("w", newline="") as file:
        csv.writer(file).writerows(
            [("name", "number"), *((f"Ann {at}", f"{at:03}") for at in range(1, COUNT + 1))]
        )
    monkeypatch.chdir(root)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("COURSEWRIGHT_BY", "Ann")
    monkeypatch.setenv("COURSEWRIGHT_PASSPHRASE", "four words or more")
    return root


def answer(root: Path) -> None:
    """Everyone but the last, each with a code of their own."""
    kept = get(root, SESSION)
    out = next(published(kept))
    simulation = Simulation(kept.session, "readme", sentences(Words(kept.session.language)))
    (root / "responses").mkdir()
    began = datetime.now(UTC) - timedelta(minutes=30)
    for admission in out.admissions.values():
        (own,) = admission.admitted
        if own.number != f"{COUNT:03}":
            sat = Sat(kept.session, out, simulation.sitting(), began)
            text = sealed(sat, admission, own, simulation.answered(own.form))
            (root / "responses" / f"{own.number}.cwr").write_text(text)


def mark(root: Path) -> None:
    """What somebody judged on the page of written answers is taken in."""
    (saved,) = Desk(root / "desk", root, Room(get(root, SESSION), "readme", 0)).marked("")
    assert run(["exam", "mark", SESSION, str(saved.file), "--marker", "Ann"]) == 0


def test_ten_commands_lead_from_an_issuer_to_certificates(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in ten(README):
        command = as_run(line.replace("roster.xlsx", "roster.csv"))
        if "grade" in command:
            answer(course)
        code = run(command)
        said = capsys.readouterr()
        if "grade" in command:
            accept = ACCEPT.search(said.out + said.err)
            assert (code, bool(accept)) == (1, True)
            assert accept
            code = run([*command, "--accept", accept[1]])
        assert code == 0, (line, said)
        if "mark" in command:
            mark(course)
    assert list((course / ISSUED).glob("*.pdf"))
    assert (course / "site/index.html").exists()


@pytest.mark.parametrize("language", FOLDERS)
def test_the_guide_has_the_same_commands(language: str) -> None:
    own = ten(GUIDES[f"{language}-certification"])
    assert own == [
        line.replace("roster.xlsx", "名册.xlsx").replace(" responses ", " 收回的答卷 ")
        if language == "zh-CN"
        else line
        for line in ten(README)
    ]
