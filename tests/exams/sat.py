"""Results of a session as grading keeps them: who sat which form, and what everyone scored."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.random import Generator, default_rng

from coursewright.exams.analysis.results import CANDIDATES, RESPONSES
from coursewright.exams.session import Session
from coursewright.exams.shelf import digests, shelve
from coursewright.exams.store import Kept, add, get
from coursewright.model.items.interaction import AskedChoice
from coursewright.words import Words

RESPONSE_COLUMNS = {
    "session": "VARCHAR", "candidate": "VARCHAR", "form": "VARCHAR", "position": "SMALLINT",
    "item": "VARCHAR", "type": "VARCHAR", "chapter": "VARCHAR", "competency": "VARCHAR",
    "objective": "VARCHAR", '"case"': "VARCHAR", "worth": "INTEGER", "points": "DOUBLE", "score": "DOUBLE",
    "is_answered": "BOOLEAN", "response": "VARCHAR", "seconds": "FLOAT", "origin": "VARCHAR",
}  # fmt: skip
CANDIDATE_COLUMNS = {
    "session": "VARCHAR", "candidate": "VARCHAR", "name": "VARCHAR", "department": "VARCHAR",
    "room": "VARCHAR", "form": "VARCHAR", "points": "DOUBLE", "worth": "INTEGER", "percent": "DOUBLE",
    "passed": "BOOLEAN", "began": "VARCHAR", "ended": "VARCHAR", "origin": "VARCHAR", "receipt": "VARCHAR",
}  # fmt: skip

Row = dict[str, Any]


@dataclass
class Answers:
    """Rows of both tables, to be spoiled by a test before they are written."""

    responses: list[Row] = field(default_factory=list)
    candidates: list[Row] = field(default_factory=list)

    def files(self, folder: Path) -> dict[str, bytes]:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / RESPONSES, RESPONSE_COLUMNS, self.responses)
        _write(folder / CANDIDATES, CANDIDATE_COLUMNS, self.candidates)
        return {name: (folder / name).read_bytes() for name in (RESPONSES, CANDIDATES)}


def _write(file: Path, columns: Mapping[str, str], rows: Sequence[Row]) -> None:
    """What is not there is null."""
    names = [name.strip('"') for name in columns]
    table = {name: np.array([_text(row.get(name)) for row in rows], dtype=object) for name in names}
    cast = ", ".join(f"CAST({name} AS {type}) AS {name}" for name, type in columns.items())
    with duckdb.connect() as database:
        database.register("rows", table)
        database.execute(f"COPY (SELECT {cast} FROM rows) TO '{file}' (FORMAT parquet)")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


Chance = Callable[[str, float, int], float]
"""Item, ability, group (0 or 1) → the chance to be right."""


def usual(item: str, ability: float, group: int) -> float:
    easy = sum(map(ord, item)) % 7 / 3 - 0.5
    return float(1 / (1 + np.exp(-(1.2 * ability + easy))))


def answers(session: Session, count: int, chance: Chance = usual, seed: int = 1) -> Answers:
    """So many candidates, on each form in turn; every second one of the north."""
    random = default_rng(seed)
    found = Answers()
    asked = session.asked(Words("en"))
    for at in range(count):
        form = session.forms[at % len(session.forms)]
        ability, group = float(random.normal()), at // len(session.forms) % 2
        rows = [
            _response(session, form.code, position, question, asked[question.item], random)
            | {"candidate": f"{at:05}"}
            for position, question in enumerate(form.questions, 1)
        ]
        for row in rows:
            right = random.random() < chance(row["item"], ability, group)
            _score(row, asked[row["item"]], bool(right), random)
        points = sum(row["points"] for row in rows)
        worth = sum(row["worth"] for row in rows)
        found.responses += rows
        found.candidates.append(
            {
                "session": session.name, "candidate": f"{at:05}", "name": f"Candidate {at}",
                "department": ("South", "North")[group], "room": "1", "form": form.code, "points": points,
                "worth": worth, "percent": 100 * points / worth, "passed": points * 100 >= 60 * worth,
                "began": "", "ended": "", "origin": "sealed a.cwr", "receipt": "",
            }
        )  # fmt: skip
    return found


def _response(
    session: Session, form: str, position: int, question: Any, asked: Any, random: Generator
) -> Row:
    item = session.items[question.item]
    return {
        "session": session.name, "form": form, "position": position, "item": question.item,
        "type": item.model.type, "chapter": item.chapter, "competency": "", "objective": item.objective,
        "case": item.case, "worth": question.worth, "is_answered": True,
        "seconds": float(random.integers(20, 90)), "origin": "sealed a.cwr",
    }  # fmt: skip


def _score(row: Row, asked: Any, right: bool, random: Generator) -> None:
    row["score"], row["points"] = float(right), float(right * row["worth"])
    row["response"] = json.dumps("?")
    if isinstance(asked, AskedChoice):
        wrong = [option.id for option in asked.interaction.options if option.id not in asked.key]
        row["response"] = json.dumps(
            sorted(asked.key) if right else [wrong[int(random.integers(len(wrong)))]]
        )


def keep(kept: Kept, found: Answers, scratch: Path) -> Kept:
    """The session with these results on record, as grading leaves them."""
    files = found.files(scratch)
    shelve(kept.folder, "results", files)
    about = {"what": "results", "files": digests("results", files)}
    entry = {"at": kept.entries[-1].at, "by": "Ann", "did": "graded", "version": "1", "about": about}
    return add(kept, entry)


def kept_session(root: Path, name: str = "spring") -> Kept:
    return get(root, name)
