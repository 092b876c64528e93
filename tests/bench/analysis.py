"""Item analysis of large exams: synthetic results as grading keeps them, made by DuckDB, analysed whole."""

import subprocess
import sys
from pathlib import Path

import duckdb
from rows import Row
from timing import timed

SIZES = ((100_000, 60, 10.0, None), (420_000, 100, None, 8192.0))
"""Candidates, items, seconds at most, megabytes at most."""

_RESPONSES = """
SELECT 'bench' AS session, printf('%07d', c) AS candidate, CASE WHEN c % 2 = 0 THEN 'A' ELSE 'B' END AS form,
    CAST(p AS SMALLINT) AS position, printf('i%03d', p) AS item, 1 AS worth, CAST(x AS DOUBLE) AS points,
    CAST(x AS DOUBLE) AS score, TRUE AS is_answered, CAST(30 + hash(c + p) % 60 AS FLOAT) AS seconds,
    CASE WHEN x THEN '["a"]' ELSE '["' || chr(CAST(98 + hash(c * 1009 + p) % 3 AS INTEGER)) || '"]' END
        AS response
FROM (
    SELECT c, p, hash(c * 1000 + p + 7) % 10000 / 10000.0
        < 1 / (1 + exp(1 - hash(c) % 1000 / 500.0 - (p % 21 - 10) / 5.0)) AS x
    FROM range({candidates}) a(c), range(1, {items} + 1) b(p)
)
ORDER BY candidate, position
"""
_CANDIDATES = """
SELECT candidate, form, 'd' || CAST(candidate AS INTEGER) % 3 AS department, '1' AS room
FROM responses GROUP BY ALL ORDER BY candidate
"""
_ANALYSIS = """
import sys
from pathlib import Path
from coursewright.exams.analysis.figures import Taken, figures
from coursewright.exams.analysis.parts import Subject
from coursewright.exams.analysis.report import report
from coursewright.exams.analysis.results import Results
from coursewright.model.items.interaction import AskedChoice, Choice, Entry
from coursewright.words import Words

folder, count = Path(sys.argv[1]), int(sys.argv[2])
items = [f"i{at:03}" for at in range(1, count + 1)]
choice = Choice(tuple(Entry(id, id, None) for id in "abcd"), False)
asked = {item: AskedChoice(choice, frozenset("a")) for item in items}
with Results(folder, {"A": items, "B": items}, folder) as results:
    forms = [form.scores for form in results.forms()]
    found = figures(Taken(forms, results.said(forms, items), results.paces(), asked, 60, {}))
report(found, Subject("Bench", "Bench", "en", ("bench",), "2026-11-28", "", "", {}, {}), Words("en"))
"""


def analyses_of_large_exams(scratch: Path) -> list[Row]:
    """From both files to the report, in a process of its own."""
    return [_measured(scratch, *size) for size in SIZES]


def _measured(
    scratch: Path, candidates: int, items: int, most_seconds: float | None, most_megabytes: float | None
) -> Row:
    folder = scratch / f"analysis-{candidates}"
    if not (folder / "candidates.parquet").exists():
        # In a process of its own: one that is started counts what its parent took as its own peak.
        subprocess.run([sys.executable, __file__, str(folder), str(candidates), str(items)], check=True)
    run = timed([sys.executable, "-c", _ANALYSIS, str(folder), str(items)])
    held = run.wall <= (most_seconds or run.wall) and run.peak <= (most_megabytes or run.peak)
    target = f"≤ {most_seconds:g} s" if most_seconds else f"≤ {most_megabytes:,.0f} MB"
    what = f"analysis of {candidates:,} candidates × {items} items, with its report"
    return Row(what, f"{run.wall:.1f} s, {run.peak:,.0f} MB", "", "", "", target, held)


def _make(folder: Path, candidates: int, items: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as database:
        query = _RESPONSES.format(candidates=candidates, items=items)
        responses = folder / "responses.parquet"
        database.execute(f"COPY ({query}) TO '{responses}' (FORMAT parquet)")
        database.execute(f"CREATE VIEW responses AS SELECT * FROM '{responses}'")
        database.execute(f"COPY ({_CANDIDATES}) TO '{folder / 'candidates.parquet'}' (FORMAT parquet)")


if __name__ == "__main__":
    _make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
