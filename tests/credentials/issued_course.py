"""The exam course with an issuer, and a session that was graded, whose candidates get credentials."""

import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import duckdb
import exam_course
import pytest

from coursewright.commands.deed import deed
from coursewright.commands.main import run
from coursewright.credentials.register import FILE, Entry, read
from coursewright.exams.store import add, get
from coursewright.model.issuer import Issuer
from trees import ISSUER, write_tree

SITE = "https://garden.example/"
PASSPHRASE = "four words in a row"
PASSED = ("00017", "欧阳“𠮷”·䶮®")
PEOPLE: Sequence[tuple[str, str, bool]] = (
    (*PASSED, True),
    ("00025", "O’Brien <b>& Söhne</b>", True),
    ("00033", "Bob", False),
)


def course(root: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Path:
    """With an issuer whose keys are beside the course, a session `spring`, and its results."""
    monkeypatch.setenv("COURSEWRIGHT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("HOME", str(root / "home"))
    own = exam_course.exam_course(root / "course")
    write_tree(own, {ISSUER: None})
    exam_course.make(own)
    grade(own)
    assert issuer(own, "init", "--site", SITE, "--name", "花园学校", *options) == 0
    return own


def grade(root: Path, people: Sequence[tuple[str, str, bool]] = PEOPLE) -> None:
    """The table of candidates as grading leaves it, and its entry in the journal."""
    kept = get(root, "spring")
    file = kept.folder / "results/candidates.parquet"
    file.parent.mkdir(exist_ok=True)
    with duckdb.connect() as database:
        database.execute("CREATE TABLE c (session TEXT, candidate TEXT, name TEXT, passed BOOLEAN)")
        database.executemany("INSERT INTO c VALUES ('spring', ?, ?, ?)", [list(each) for each in people])
        database.execute(f"COPY c TO '{file}' (FORMAT parquet)")
    digest = sha256(file.read_bytes()).hexdigest()
    add(kept, deed("Ann", "graded", {"what": "results", "files": {"results/candidates.parquet": digest}}))


def issuer(root: Path, *arguments: str) -> int:
    return run(["issuer", *arguments, "--course", str(root)])


def credential(root: Path, *arguments: str) -> int:
    return run(["credential", *arguments, "--course", str(root)])


def issue(root: Path, *options: str) -> int:
    return credential(root, "issue", "spring", "--by", "Ann", *options)


def verify(root: Path, file: Path) -> int:
    return credential(root, "verify", str(file))


def register(root: Path) -> list[Entry]:
    return read((root / FILE).read_bytes())


def files(root: Path, number: str = PASSED[0]) -> dict[str, Path]:
    """The files of a candidate's only credential by their ending."""
    found = sorted((root / "private/credentials/spring").glob(f"{number}-*"))
    assert len(found) == 5
    return {file.suffix[1:]: file for file in found}


def pinned(root: Path) -> Issuer:
    from coursewright.commands.issuing import read_issuer

    return read_issuer(root)


def forget(root: Path) -> None:
    """A verifier's copy: the public half alone."""
    shutil.rmtree(root / "private")
