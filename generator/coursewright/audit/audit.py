"""The whole picture of a bank: what is flawed, who passes without knowledge, what texts have answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..diagnostics import Place, Problem, in_order
from ..model.kinds import BANK
from ..validate.sources import Sources
from .echo import Echoes
from .finding import Finding, about_file
from .flaws import flaws
from .levels import level_findings
from .lexicon import lexicon
from .passages import passages
from .question import Question, questions
from .sitting import FILE, WHOLE, Group, Sitting, sittings
from .waiving import waived, waiver_problems

BANKS = "quizzes/bank"
"""Where a problem of the bank as a whole is shown."""


@dataclass(frozen=True)
class Audit:
    """`findings` are what no author has waived, `waived` the others."""

    questions: tuple[Question, ...]
    sittings: tuple[Sitting, ...]
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    """Every finding that stands, and what is wrong with waivers, as warnings in the order of files."""


def audited(sources: Sources) -> Audit:
    """Everything there is to say about the items of a course, as its author wrote them."""
    asked = questions(sources)
    words = lexicon(sources.language)
    sat = tuple(sittings(asked, words))
    echoes = Echoes(passages(sources), asked)
    found = [
        *flaws(asked, words),
        *level_findings(sources, asked),
        *(finding for question in asked for finding in echoes.findings(question)),
        *_winners(sources, sat),
    ]
    standing, dropped = waived(sources, found)
    problems = [*(each.problem for each in standing), *waiver_problems(sources, found)]
    return Audit(asked, sat, tuple(standing), tuple(dropped), tuple(in_order(problems)))


def _winners(sources: Sources, sat: Sequence[Sitting]) -> Iterator[Finding]:
    """The best winner of each group; one that wins in the whole bank is told only there."""
    best: dict[Group, Sitting] = {}
    winners = [each for each in sat if each.wins]
    everywhere = {each.cheater for each in winners if each.group.kind == WHOLE}
    for each in winners:
        if each.group.kind == WHOLE or each.cheater not in everywhere:
            best[each.group] = max(best.get(each.group, each), each, key=_lead)
    yield from (_winner(sources, each) for each in best.values())


def _lead(sat: Sitting) -> float:
    return sat.low - sat.chance


def _winner(sources: Sources, sat: Sitting) -> Finding:
    shares = {name: round(100 * value) for name, value in _shares(sat)}
    said = {"cheater": sat.cheater.says, "group": sat.group.says}
    values: dict[str, Any] = {**shares, **said, "count": sat.count}
    if sat.group.kind == FILE:
        return about_file(sources.all(BANK)[sat.group.name].file, "guessable", "items", **values)
    return Finding("guessable", Place(BANKS), None, values)


def _shares(sat: Sitting) -> Iterator[tuple[str, float]]:
    yield from (("score", sat.mean), ("chance", sat.chance), ("low", sat.low), ("high", sat.high))
