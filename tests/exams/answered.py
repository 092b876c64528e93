"""Answers to the small course's session, keyed in as a trainer keys them in, and graded as one grades."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sessions import NAME, session

from coursewright.commands.main import run
from coursewright.exams.form import Form
from coursewright.exams.key import shown_key
from coursewright.exams.store import Kept, get
from trees import ENGLISH

Captured = pytest.CaptureFixture[str]
PEOPLE = (("Ann", "001", "North"), ("Bo", "002", "South"), ("Cy", "003", "South"), ("Di", "004", "North"))
WRITTEN = "exam-letter"


def made(folder: Path) -> Path:
    """A course with a session and a roster beside it."""
    root = folder / "course"
    session(root)
    (folder / "roster.csv").write_bytes(csv_of([("name", "number", "department"), *PEOPLE]))
    return root


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def form(root: Path, code: str) -> Form:
    return next(form for form in get(root, NAME).session.forms if form.code == code)


def number_of(root: Path, code: str, item: str) -> int:
    return next(at for at, each in enumerate(form(root, code).questions, 1) if each.item == item)


def right(root: Path, code: str, written: str = "") -> list[str]:
    """Every answer of a form as it is right, by its letters; what people judge is `written`."""
    asked = get(root, NAME).session.asked(ENGLISH)
    shown = [shown_key(each, asked[each.item]) or written for each in form(root, code).questions]
    return [each.split(" ± ")[0].replace("humus / topsoil", "humus") for each in shown]


def row(root: Path, number: str, code: str, *, wrong: Sequence[str] = (), written: str = "") -> list[str]:
    """A row of a table, in which the items of `wrong` are left open."""
    answers = right(root, code, written)
    for item in wrong:
        answers[number_of(root, code, item) - 1] = ""
    return [number, code, *answers]


def head(root: Path) -> list[str]:
    return ["number", "form", *(str(at) for at in range(1, len(form(root, "A").questions) + 1))]


def keyed(root: Path, *rows: Sequence[str], name: str = "answers.csv", heading: Sequence[str] = ()) -> Path:
    file = root.parent / name
    file.write_bytes(csv_of([heading or head(root), *rows]))
    return file


def exam(root: Path, *arguments: str) -> int:
    return run(["exam", *arguments, "--by", "Ann", "--course", str(root)])


def code_in(said: str) -> str:
    """The code that accepts a listing."""
    return said.rpartition("--accept ")[2].split()[0]


def graded(root: Path, capsys: Captured, *files: Path, roster: bool = True) -> str:
    """Grade, accept whatever is listed, and return what was said first."""
    given = ["grade", NAME, *map(str, files)]
    given += ["--roster", str(root.parent / "roster.csv")] if roster else []
    capsys.readouterr()
    code = exam(root, *given)
    captured = capsys.readouterr()
    said = captured.out + captured.err
    if code:
        assert code == 1, said
        assert exam(root, *given, "--accept", code_in(said)) == 0
        capsys.readouterr()
    return said


def results(root: Path) -> Path:
    return root / "private/sessions" / NAME / "results"


def kept(root: Path) -> Kept:
    return get(root, NAME)


def rows(root: Path, query: str) -> list[tuple[Any, ...]]:
    """Of SQL over `responses` and `candidates`."""
    with duckdb.connect() as database:
        for name in ("responses", "candidates"):
            database.execute(f"CREATE VIEW {name} AS FROM read_parquet('{results(root) / name}.parquet')")
        return database.execute(query).fetchall()


def percents(root: Path) -> dict[str, float]:
    return dict(rows(root, "SELECT candidate, percent FROM candidates"))
