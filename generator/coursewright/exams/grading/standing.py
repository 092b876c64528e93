"""Who came to what: a candidate's result with what it is made of, read from what results keep."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from ...scoring.response import text_of
from .results import CANDIDATES, RESPONSES


@dataclass(frozen=True)
class Share:
    """Points of a part of the exam, of the points that it has there."""

    points: float
    worth: int
    items: int

    @property
    def percent(self) -> int:
        """Rounded down, a hair of floating point forgiven."""
        return int(self.points * 100 / self.worth + 1e-9) if self.worth else 0


Parts = Mapping[str, Share]


@dataclass(frozen=True)
class Standing:
    """A candidate's result. `rank` is the same for the same percentage; `passed` is None while answers are
    to be judged; `lost` are ids of items that points were lost with, those that cost most first."""

    chapters: Parts
    competencies: Parts
    lost: Sequence[str]
    rank: int
    candidate: str
    name: str
    department: str
    room: str
    form: str
    points: float
    worth: int
    percent: float
    passed: bool | None
    began: str
    ended: str
    origin: str
    receipt: str


def standings(folder: Path) -> list[Standing]:
    """By rank, and by number within one."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as database:  # sums of one order are the same every time
        database.execute("SET enable_progress_bar = false")
        for name in (RESPONSES, CANDIDATES):
            path = str(folder / name).replace("'", "''")
            view = name.removesuffix(".parquet")
            database.execute(f"CREATE VIEW {view} AS SELECT * FROM read_parquet('{path}')")  # noqa: S608
        chapters = _parts(database.execute(_query("chapters.sql")).fetchall())
        competencies = _parts(database.execute(_query("competencies.sql")).fetchall())
        lost: dict[str, list[str]] = {}
        for candidate, item in database.execute(_query("lost.sql")).fetchall():
            lost.setdefault(candidate, []).append(item)
        rows = database.execute(_query("standings.sql")).fetchall()
    return [
        Standing(chapters.get(row[1], {}), competencies.get(row[1], {}), lost.get(row[1], ()), *row)
        for row in rows
    ]


def written_answers(folder: Path, items: Sequence[str]) -> list[tuple[str, str, str]]:
    """Candidate, item and text of the answers to these items that a person has to judge, if there is any."""
    import duckdb

    path = str(folder / RESPONSES)
    query = "SELECT candidate, item, response FROM read_parquet(?)"
    asked = "marks IS NULL AND list_contains(?, item)"
    with duckdb.connect() as database:
        rows = database.execute(
            f"{query} WHERE {asked} ORDER BY candidate, position", [path, [*items]]
        ).fetchall()
    found = [(candidate, item, text_of(json.loads(said))) for candidate, item, said in rows]
    return [each for each in found if each[2].strip()]


def _parts(rows: Sequence[Sequence[Any]]) -> dict[str, dict[str, Share]]:
    found: dict[str, dict[str, Share]] = {}
    for candidate, part, points, worth, items in rows:
        found.setdefault(candidate, {})[part] = Share(points, worth, items)
    return found


@cache
def _query(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")
