"""Results that are kept, held against those that the same answers give again.

Tables are compared row by row, whatever wrote them: a file of Parquet has other bytes with every version of
what writes it. Where answers were read again from the files that came, those may lie elsewhere by now.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ...words import marked as _
from ..store import Kept
from .grading import RESULTS, Graded
from .outcome import Outcome, as_rows
from .results import CANDIDATES, RESPONSES
from .ruling import Rulings

UNREADABLE = _("{file} cannot be read as what grading writes")
UNLIKE = _("results: by answers and keys another result follows for: {candidates}")
SAID = _("results.json: {what} is not what session and journal say")
MOST = 20
"""Candidates who are named."""
_EITHER = """
SELECT DISTINCT candidate FROM (
    (SELECT {columns} FROM read_parquet($kept) EXCEPT ALL SELECT {columns} FROM read_parquet($again))
    UNION ALL
    (SELECT {columns} FROM read_parquet($again) EXCEPT ALL SELECT {columns} FROM read_parquet($kept))
) ORDER BY candidate
"""


class Unlike(NamedTuple):
    """What is not as it should be, in a source string of the catalogs."""

    said: str
    values: Mapping[str, str]


def unlike(kept: Kept, made: Graded, *, is_from_files: bool = False) -> Iterator[Unlike]:
    """Whose rows are others in the tables of results that are kept than in those that were made again."""
    import duckdb

    found: set[str] = set()
    with TemporaryDirectory() as name:
        for file in (CANDIDATES, RESPONSES):
            again = Path(name) / file
            again.write_bytes(made.data[file])
            columns = "* EXCLUDE (origin)" if is_from_files else "*"
            paths = {"kept": str(kept.folder / RESULTS / file), "again": str(again)}
            try:
                with duckdb.connect() as database:
                    rows = database.execute(_EITHER.format(columns=columns), paths).fetchall()
            except duckdb.Error:
                yield Unlike(UNREADABLE, {"file": f"{RESULTS}/{file}"})
                return
            found.update(str(candidate) for (candidate,) in rows)
    if found:
        named = [*sorted(found)[:MOST], *(["…"] if len(found) > MOST else [])]
        yield Unlike(UNLIKE, {"candidates": ", ".join(named)})


def misstated(kept: Kept, outcome: Outcome, held: Rulings) -> Iterator[Unlike]:
    """What the results say of what they are made by, and the session or its journal does not."""
    listings = {entry.about.get("listing") for entry in kept.entries if entry.did == "graded"}
    stated = {
        "session": outcome.session == kept.session.name,
        "commitment": outcome.commitment == kept.commitment,
        "cut": outcome.cut == kept.session.blueprint.cut,
        "rulings": outcome.rulings == as_rows(held),
        "listing": outcome.listing in listings,
    }
    for what, is_so in stated.items():
        if not is_so:
            yield Unlike(SAID, {"what": what})
