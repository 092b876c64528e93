"""What grading kept of a session (`results/*.parquet`), read for analysis by plain SQL in DuckDB."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import duckdb
import numpy as np
from numpy.typing import NDArray

from .scores import Scores

RESPONSES, CANDIDATES = "responses.parquet", "candidates.parquet"
MEMORY = "3GB"
"""Of DuckDB; it goes on on the disk beyond it."""
MOST_SAID = 1000
"""Different responses to an item that are looked at, the most frequent ones."""

_COLUMNS = {
    RESPONSES: "candidate form position item worth points score is_answered response seconds",
    CANDIDATES: "candidate form department room",
}
_SITTERS = """
CREATE TABLE sitters AS
SELECT form, candidate, CAST(ROW_NUMBER() OVER (PARTITION BY form ORDER BY candidate) - 1 AS INTEGER) AS place
FROM candidates
"""
_ASKED = "SELECT form, position, item, worth FROM responses GROUP BY ALL ORDER BY form, position"
_SCORES = """
SELECT s.place, r.position, r.score
FROM responses r JOIN sitters s ON s.candidate = r.candidate AND s.form = r.form
WHERE r.form = ?
"""
_PACES = """
SELECT item, SUM(CASE WHEN is_answered THEN 0 ELSE 1 END) AS unanswered, AVG(seconds) AS mean
FROM responses GROUP BY item ORDER BY item
"""
_SAID = """
WITH own AS (
    SELECT s.form, s.candidate, t.third, t.total
    FROM sitters s JOIN standing t ON t.form = s.form AND t.place = s.place
), counted AS (
    SELECT r.item, r.form, r.response, MAX(r.score) AS score, COUNT(*) AS many,
        SUM(CASE WHEN o.third = 0 THEN 1 ELSE 0 END) AS lower,
        SUM(CASE WHEN o.third = 2 THEN 1 ELSE 0 END) AS upper,
        SUM(o.total - r.points) AS rest
    FROM responses r JOIN own o ON o.candidate = r.candidate AND o.form = r.form
    WHERE r.is_answered AND r.item IN (SELECT item FROM told)
    GROUP BY r.item, r.form, r.response
)
SELECT * FROM counted
QUALIFY ROW_NUMBER() OVER (PARTITION BY item, form ORDER BY many DESC, response) <= {most}
ORDER BY item, form, many DESC, response
"""


class Damaged(Exception):
    """The files are not what grading writes of this session; says which file, as far as it is known."""


class Pace(NamedTuple):
    """How many left an item open, and how many seconds it took on average, where that is known."""

    unanswered: int
    seconds: float | None


class Said(NamedTuple):
    """A response on a form: how many gave it, of them in the lower and in the upper third, the sum of
    what they scored on everything else, and its score."""

    item: str
    form: str
    response: Any
    score: float
    many: int
    lower: int
    upper: int
    rest: float


@dataclass(frozen=True)
class FormResults:
    """A form's scores, with the candidates of its rows, in the order of their numbers."""

    scores: Scores
    candidates: NDArray[np.object_]


class Results:
    """An open database over both files in `folder`; `temporary` is where it may go on beyond its memory.

    `asked` are the items of each form of the session in their order. Raises Damaged where the files are not
    what grading writes.
    """

    def __init__(self, folder: Path, asked: Mapping[str, Sequence[str]], temporary: Path) -> None:
        self._asked = asked
        self._database = duckdb.connect(
            config={
                "memory_limit": MEMORY,
                "temp_directory": str(temporary),
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            }
        )
        try:
            self._open(folder)
        except BaseException:
            self._database.close()
            raise

    def __enter__(self) -> "Results":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._database.close()

    def _open(self, folder: Path) -> None:
        for file, columns in _COLUMNS.items():
            chosen = ", ".join(columns.split())
            path = str(folder / file).replace("'", "''")
            view = file.partition(".")[0]
            query = f"SELECT {chosen} FROM read_parquet('{path}')"  # noqa: S608
            self._run(f"CREATE VIEW {view} AS {query}", file)
        if self._one("SELECT COUNT(*) - COUNT(DISTINCT candidate) FROM candidates", CANDIDATES):
            raise Damaged(CANDIDATES)
        self._run(_SITTERS, CANDIDATES)

    @property
    def unmarked(self) -> int:
        """Responses that a person has still to judge."""
        return int(self._one("SELECT COUNT(*) FROM responses WHERE score IS NULL", RESPONSES))

    @property
    def candidates(self) -> int:
        return int(self._one("SELECT COUNT(*) FROM candidates", CANDIDATES))

    def forms(self) -> Iterator[FormResults]:
        """Of every form that somebody sat. Raises Damaged."""
        asked = self._run(_ASKED, RESPONSES).fetchall()
        count = self._one("SELECT COUNT(*) FROM responses", RESPONSES)
        for code in sorted({form for form, *_ in asked}):
            own = [(position, item, worth) for form, position, item, worth in asked if form == code]
            items = tuple(item for _, item, _ in own)
            whole = [position for position, *_ in own] == [*range(1, len(own) + 1)]
            if not whole or items != tuple(self._asked.get(code, ())):
                raise Damaged(RESPONSES)
            form = self._form(code, items, np.array([worth for *_, worth in own], dtype=float))
            count -= form.scores.matrix.size
            yield form
        if count:
            raise Damaged(RESPONSES)

    def _form(self, code: str, items: tuple[str, ...], worth: NDArray[np.float64]) -> FormResults:
        people = self._run("SELECT candidate FROM sitters WHERE form = ? ORDER BY place", CANDIDATES, [code])
        candidates = np.array([row[0] for row in people.fetchall()], dtype=object)
        found = self._run(_SCORES, RESPONSES, [code]).fetchnumpy()
        matrix = np.full((len(candidates), len(items)), np.nan)
        if not matrix.size or len(found["place"]) != matrix.size:
            raise Damaged(RESPONSES)
        matrix[np.asarray(found["place"]), np.asarray(found["position"]) - 1] = found["score"]
        if not ((matrix >= 0) & (matrix <= 1)).all() or not (worth >= 0).all():
            raise Damaged(RESPONSES)
        return FormResults(Scores(code, items, worth, matrix), candidates)

    def paces(self) -> dict[str, Pace]:
        """By item."""
        rows = self._run(_PACES, RESPONSES).fetchall()
        return {item: Pace(int(open), mean if mean and isfinite(mean) else None) for item, open, mean in rows}

    def said(self, forms: Sequence[Scores], items: Sequence[str]) -> list[Said]:
        """Responses to some of the items, the most frequent ones first."""
        totals = np.concatenate([form.totals for form in forms])
        standing = {
            "form": np.array([form.form for form in forms for _ in range(form.candidates)], dtype=object),
            "place": np.concatenate([np.arange(form.candidates, dtype=np.int32) for form in forms]),
            "total": totals,
            "third": np.concatenate([form.thirds for form in forms]),
        }
        self._database.register("standing", standing)
        self._database.register("told", {"item": np.array([*items], dtype=object)})
        rows = self._run(_SAID.format(most=MOST_SAID), RESPONSES).fetchall()
        return [*map(_said, rows)]

    def column(self, name: str) -> dict[str, str]:
        """Candidate → what is kept of them in a column, department or room."""
        query = f"SELECT candidate, {name} FROM candidates WHERE {name} IS NOT NULL"  # noqa: S608
        return dict(self._run(query, CANDIDATES).fetchall())

    def _one(self, query: str, file: str) -> Any:
        return self._run(query, file).fetchall()[0][0]

    def _run(self, query: str, file: str, values: Sequence[object] = ()) -> duckdb.DuckDBPyConnection:
        """Raises Damaged with the name of the file where it cannot be read so."""
        try:
            return self._database.execute(query, values)
        except (duckdb.Error, ValueError) as error:
            raise Damaged(file) from error


def _said(row: tuple[Any, ...]) -> Said:
    """Raises Damaged where the response is no JSON, or has no points."""
    item, form, response, *figures, rest = row
    try:
        found = json.loads(response)
    except (TypeError, ValueError) as error:
        raise Damaged(RESPONSES) from error
    if rest is None or not isfinite(rest):
        raise Damaged(RESPONSES)
    score, many, lower, upper = figures
    return Said(item, form, found, score, int(many), int(lower), int(upper), rest)
