"""Gathered sittings, or results that are kept, → everything of `results/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ...words import Words
from ..store import Kept
from .gathering import Gathering, Roster
from .judging import judged
from .marking import Judgments, criteria_of
from .outcome import Outcome, outcome_of
from .results import CANDIDATES, RESPONSES, write
from .ruling import Rulings
from .scorer import Scorer
from .standing import Standing, standings
from .tables import Filling, Tables

RESULTS = "results"
RESULTS_FILE = "results.json"


@dataclass(frozen=True)
class Graded:
    """What a session's results are, before anybody is told: files of them, and who came to what."""

    kept: Kept
    outcome: Outcome
    standings: list[Standing]
    data: Mapping[str, bytes]

    @property
    def unmarked(self) -> int:
        """Candidates with an answer that a person has still to judge."""
        return sum(each.passed is None for each in self.standings)


@dataclass(frozen=True)
class Basis:
    """What answers are graded by beside their keys; `version` is that of coursewright."""

    version: str
    rulings: Rulings
    judgments: Judgments


def graded(kept: Kept, gathering: Gathering, roster: Roster, basis: Basis, words: Words) -> Graded:
    """The results of what was gathered."""
    agreement = basis.judgments.agreement(criteria_of(kept.session))
    outcome = outcome_of(kept, gathering, basis.rulings, basis.version)
    outcome = replace(outcome, agreement=agreement and agreement.as_data())

    def fill(tables: Tables) -> None:
        sittings = judged(gathering.counted, basis.judgments.decisions)
        Filling(tables, kept.session, roster.people).fill(sittings)

    return _graded(kept, outcome, basis.rulings, words, fill)


def regraded(
    kept: Kept, outcome: Outcome, rulings: Rulings, words: Words, decided: list[tuple[str, str, str]]
) -> Graded:
    """Results that are kept in the session's folder, by other rulings or with answers judged since.

    `decided` has candidate, item and what is their response now.
    """
    return _graded(
        kept, outcome, rulings, words, lambda tables: tables.refill(kept.folder / RESULTS, decided)
    )


def _graded(
    kept: Kept, outcome: Outcome, rulings: Rulings, words: Words, fill: Callable[[Tables], None]
) -> Graded:
    scorer = Scorer(kept.session.asked(words), rulings)
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Tables(folder) as tables:
            fill(tables)
            write(tables, kept.session, scorer, folder)
        files = {file: (folder / file).read_bytes() for file in (RESPONSES, CANDIDATES)}
        found = standings(folder)
    return Graded(kept, outcome, found, {**files, RESULTS_FILE: outcome.as_bytes})
