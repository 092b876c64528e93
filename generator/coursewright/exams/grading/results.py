"""Tables and scores → what is kept of an exam's results: `responses.parquet` and `candidates.parquet`.

The queries are plain SQL in files, which any engine that reads Parquet can run over the same tables.
"""

from fractions import Fraction
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from ..session import Session
from .ruling import Rulings
from .scorer import Scorer, common
from .tables import Tables

RESPONSES, CANDIDATES = "responses.parquet", "candidates.parquet"
_QUERIES = {RESPONSES: "responses.sql", CANDIDATES: "candidates.sql"}
_FEW = {"questions": ("item", "type", "chapter", "competency", "objective", "case"), "said": ("response",)}
"""Columns of few different words, which are written twice as fast as numbers that stand for them."""
_SCORES = """
CREATE OR REPLACE TABLE scores (said INTEGER, units BIGINT, is_answered BOOLEAN);
CREATE OR REPLACE TABLE exam (session VARCHAR, parts BIGINT, cut INTEGER);
CREATE OR REPLACE TABLE questions (form VARCHAR, position SMALLINT, item VARCHAR, type VARCHAR,
    chapter VARCHAR, competency VARCHAR, objective VARCHAR, "case" VARCHAR, worth INTEGER);
"""


def write(tables: Tables, session: Session, scorer: Scorer, folder: Path) -> None:
    """Score what the tables hold, and write both files into a folder."""
    ask(tables, session, scorer.rulings)
    mark(tables, session, scorer)
    _shorten(tables)
    for file, query in _QUERIES.items():
        to = str(folder / file).replace("'", "''")
        tables.database.execute(f"COPY ({_query(query)}) TO '{to}' (FORMAT parquet)")


def ask(tables: Tables, session: Session, rulings: Rulings) -> None:
    """What each form asks; a void item is worth nothing."""
    tables.database.execute(_SCORES)
    rows = [
        (
            form.code, position, question.item, item.model.type, item.chapter,
            " ".join(item.model.competencies), item.objective, item.case,
            0 if question.item in rulings and rulings[question.item].is_void else question.worth,
        )
        for form in session.forms
        for position, question in enumerate(form.questions, 1)
        for item in [session.items[question.item]]
    ]  # fmt: skip
    tables.database.executemany("INSERT INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def mark(tables: Tables, session: Session, scorer: Scorer) -> None:
    """Score each different response."""
    found = [(number, *scorer.scored(said)) for number, said in tables.said()]
    parts = common([share for _, share, _ in found if share is not None])
    tables.database.execute("INSERT INTO exam VALUES (?, ?, ?)", [session.name, parts, session.blueprint.cut])
    units = [_units(share, parts) for _, share, _ in found]
    columns: dict[str, Any] = {
        "said": np.array([number for number, _, _ in found], dtype=np.int32),
        "units": np.ma.masked_array(
            [each or 0 for each in units], mask=[each is None for each in units]
        ).astype(np.int64),
        "is_answered": np.array([is_answered for _, _, is_answered in found], dtype=bool),
    }
    tables.insert("scores", columns)


def _units(share: Fraction | None, parts: int) -> int | None:
    return None if share is None else share.numerator * (parts // share.denominator)


def _shorten(tables: Tables) -> None:
    for table, columns in _FEW.items():
        for column in columns:
            distinct = f'SELECT DISTINCT "{column}" FROM {table}'  # noqa: S608
            words = f'{distinct} WHERE "{column}" IS NOT NULL ORDER BY 1'
            name = f"{table}_{column}"
            if tables.database.execute(words).fetchone():
                tables.database.execute(f"CREATE TYPE {name} AS ENUM ({words})")
                tables.database.execute(f'ALTER TABLE {table} ALTER "{column}" TYPE {name}')


@cache
def _query(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")
