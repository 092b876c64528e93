"""The tables that results are made of, in DuckDB: who sat, what they answered, what was asked.

What is said once is kept once: an answer names a response by a number, so that forty million answers are
forty million short rows, and each different response is scored once.
"""

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import duckdb
import numpy as np

from ...model.candidate import Candidate
from ..form import Form
from ..session import Session
from ..sitting import Sitting
from .scorer import Said

AT_ONCE = 20_000
"""Sittings that are read before they are put away."""
MEMORY = "4GB"
"""Of DuckDB; it goes on on the disk beyond it."""

_TABLES = """
CREATE TABLE sittings (sitting INTEGER, candidate VARCHAR, name VARCHAR, department VARCHAR, room VARCHAR,
    form VARCHAR, began VARCHAR, ended VARCHAR, origin VARCHAR, receipt VARCHAR);
CREATE TABLE answers (sitting INTEGER, position SMALLINT, said INTEGER, seconds FLOAT);
CREATE TABLE said (said INTEGER, item VARCHAR, response VARCHAR, marks INTEGER);
"""
_REFILL = """
INSERT INTO sittings SELECT row_number() OVER (ORDER BY candidate) - 1, candidate, name, department, room,
    form, began, ended, origin, receipt FROM kept_candidates;
CREATE TABLE taken AS SELECT r.candidate, r.position, r.item, COALESCE(j.response, r.response) AS response,
    r.marks, r.seconds FROM kept_responses r
    LEFT JOIN judged j ON j.candidate = r.candidate AND j.item = r.item;
INSERT INTO said SELECT row_number() OVER (ORDER BY item, response, marks NULLS FIRST) - 1, item, response,
    marks FROM (SELECT DISTINCT item, response, marks FROM taken);
INSERT INTO answers SELECT s.sitting, t.position, d.said, t.seconds FROM taken t
    JOIN sittings s ON s.candidate = t.candidate
    JOIN said d ON d.item = t.item AND d.response = t.response AND d.marks IS NOT DISTINCT FROM t.marks;
DROP TABLE taken;
"""
_JUDGED = ("candidate", "item", "response")
_SITTING = (
    "sitting", "candidate", "name", "department", "room", "form", "began", "ended", "origin", "receipt",
)  # fmt: skip


class Tables:
    """An open database with its tables; `folder` is where it may go on beyond its memory."""

    def __init__(self, folder: Path) -> None:
        self.database = duckdb.connect(
            config={
                "memory_limit": MEMORY,
                "temp_directory": str(folder),
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            }
        )
        self.database.execute("SET enable_progress_bar = false")
        self.database.execute(_TABLES)

    def __enter__(self) -> "Tables":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.database.close()

    def insert(self, table: str, columns: Mapping[str, Any]) -> None:
        """Rows at the end of a table, given as arrays of one length by the names of its columns."""
        self.database.register("batch", dict(columns))
        chosen = ", ".join(f'"{name}"' for name in columns)
        self.database.execute(f"INSERT INTO {table} ({chosen}) SELECT {chosen} FROM batch")  # noqa: S608
        self.database.unregister("batch")

    def refill(self, folder: Path, judged: Iterable[tuple[str, str, str]] = ()) -> None:
        """Take what results kept in a folder; `judged` has candidate, item and what is their response now."""
        execute = self.database.execute
        for name in ("responses", "candidates"):
            path = str(folder / f"{name}.parquet").replace("'", "''")
            execute(f"CREATE VIEW kept_{name} AS SELECT * FROM read_parquet('{path}')")  # noqa: S608
        execute("CREATE TABLE judged (candidate VARCHAR, item VARCHAR, response VARCHAR)")
        if rows := [*judged]:
            columns = {name: _texts(row[at] for row in rows) for at, name in enumerate(_JUDGED)}
            self.insert("judged", columns)
        execute(_REFILL)

    def said(self) -> Iterator[tuple[int, Said]]:
        """Each different response with its number."""
        rows = self.database.execute("SELECT said, item, response, marks FROM said ORDER BY said")
        while some := rows.fetchmany(AT_ONCE):
            for number, item, response, marks in some:
                yield number, Said(item, json.loads(response), marks)


Key = Hashable
"""A response as Python writes it, in a tenth of the time that JSON takes; with marks, if there are any."""


class Filling:
    """Puts sittings into tables, a batch at a time."""

    def __init__(self, tables: Tables, session: Session, people: Mapping[str, Candidate]) -> None:
        self._tables = tables
        self._forms = {form.code: form for form in session.forms}
        self._people = people
        self._numbers: dict[str, dict[Key, int]] = {}
        self._known = 0
        self._new: list[tuple[int, Said]] = []
        self._sat = 0

    def fill(self, sittings: Iterable[Sitting]) -> None:
        for some in batches(sittings):
            for code, form in self._forms.items():
                if own := [sitting for sitting in some if sitting.form == code]:
                    self._fill(own, form)
        self._put_said()

    def _fill(self, own: Sequence[Sitting], form: Form) -> None:
        first, self._sat = self._sat, self._sat + len(own)
        numbers = np.arange(first, self._sat, dtype=np.int32)
        rows = [self._row(sitting) for sitting in own]
        columns = {name: _texts(row[at] for row in rows) for at, name in enumerate(_SITTING[1:])}
        self._tables.insert("sittings", {"sitting": numbers, **columns})
        items = [question.item for question in form.questions]
        answers: dict[str, Any] = {
            "sitting": np.repeat(numbers, len(items)),
            "position": np.tile(np.arange(1, len(items) + 1, dtype=np.int16), len(own)),
            "said": np.stack([self._column(own, item) for item in items], axis=1).ravel(),
        }
        if any(sitting.seconds for sitting in own):
            answers["seconds"] = _seconds(own, items)
        self._tables.insert("answers", answers)

    def _row(self, sitting: Sitting) -> tuple[str, ...]:
        person = self._people.get(sitting.candidate) or Candidate(sitting.name, sitting.candidate)
        origin = sitting.origin
        came = " ".join(filter(None, (origin.way, origin.file, origin.place)))
        return (
            sitting.candidate, person.name, person.department, person.room, sitting.form,
            sitting.began, sitting.ended, came, origin.receipt,
        )  # fmt: skip

    def _column(self, own: Sequence[Sitting], item: str) -> Any:
        """Numbers of the responses of some sittings to an item."""
        column = [sitting.answers.get(item) for sitting in own]
        keys: list[Key] = [*map(repr, column)]
        marks = [sitting.marks.get(item) for sitting in own] if any(sitting.marks for sitting in own) else []
        if marks:
            keys = [*zip(keys, marks, strict=True)]
        known = self._numbers.setdefault(item, {})
        places = dict(zip(keys, range(len(keys)), strict=True))
        for key, at in places.items() if places.keys() - known.keys() else ():
            if key in known:
                continue
            known[key] = self._known
            self._known += 1
            self._new.append((known[key], Said(item, column[at], marks[at] if marks else None)))
        return np.fromiter(map(known.__getitem__, keys), dtype=np.int32, count=len(keys))

    def _put_said(self) -> None:
        for some in batches(self._new):
            marks = np.ma.masked_array(
                [said.marks or 0 for _, said in some], mask=[said.marks is None for _, said in some]
            ).astype(np.int32)
            columns = {
                "said": np.array([number for number, _ in some], dtype=np.int32),
                "item": _texts(said.item for _, said in some),
                "response": _texts(response_text(said.response) for _, said in some),
                "marks": marks,
            }
            self._tables.insert("said", columns)
        self._new.clear()


T = TypeVar("T")


def batches(things: Iterable[T]) -> Iterator[list[T]]:
    left = iter(things)
    while some := list(islice(left, AT_ONCE)):
        yield some


def response_text(response: object) -> str:
    """A response as JSON, the same for the same response."""
    return json.dumps(response, ensure_ascii=False, sort_keys=True)


def _texts(texts: Iterable[str]) -> Any:
    """What is no text in UTF-8, such as half of a pair of surrogates, is a question mark in it."""
    return np.array([text.encode(errors="replace").decode() for text in texts], dtype=object)


def _seconds(own: Sequence[Sitting], items: Sequence[str]) -> Any:
    found = np.array(
        [sitting.seconds.get(item, np.nan) for sitting in own for item in items], dtype=np.float32
    )
    return np.ma.masked_array(found, mask=np.isnan(found))
