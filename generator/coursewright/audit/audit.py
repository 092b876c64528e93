"""The whole picture of a bank: what is flawed, who passes without knowledge, what texts have answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..diagnostics import Problem, in_order
from ..model.kinds import BANK
from ..validate.sources import Sources
from .echo import Echoes
from .finding import Finding, about_file
from .flaws import flaws
from .levels import level_findings
from .lexicon import lexicon
from .passages import passages
from .question import Question, questions
from .sitting import FILE, LEVEL, WHOLE, Group, Sitting, sittings
from .waiving import waived, waiver_problems


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
        *_winners(sources, asked, sat),
    ]
    standing, dropped = waived(sources, found)
    problems = [*(each.problem for each in standing), *waiver_problems(sources, found)]
    return Audit(asked, sat, tuple(standing), tuple(dropped), tuple(in_order(problems)))


def _winners(sources: Sources, asked: Sequence[Question], sat: Sequence[Sitting]) -> Iterator[Finding]:
    """The best winner of each group; one that wins in the whole bank is told only there."""
    best: dict[Group, Sitting] = {}
    winners = [each for each in sat if each.wins]
    everywhere = {each.cheater for each in winners if each.group.kind == WHOLE}
    for each in winners:
        if each.group.kind == WHOLE or each.cheater not in everywhere:
            best[each.group] = max(best.get(each.group, each), each, key=_lead)
    for each in best.values():
        bank = each.group.name if each.group.kind == FILE else _worst_file(each, asked, sat)
        yield _winner(sources, each, bank)


def _worst_file(won: Sitting, asked: Sequence[Question], sat: Sequence[Sitting]) -> str:
    """Among the files of a group that is no file, the one in which the winner leads by most."""
    group = won.group
    banks = {each.bank for each in asked if group.kind != LEVEL or each.item.level == group.name}
    files = (each for each in sat if each.cheater == won.cheater and each.group.kind == FILE)
    return max((each for each in files if each.group.name in banks), key=_lead).group.name


def _lead(sat: Sitting) -> float:
    return sat.low - sat.chance


def _winner(sources: Sources, sat: Sitting, bank: str) -> Finding:
    """Told in a file; only of the file itself may it be waived there."""
    shares = {name: round(100 * value) for name, value in _shares(sat)}
    said = {"cheater": sat.cheater.says, "group": sat.group.says}
    values: dict[str, Any] = {**shares, **said, "count": sat.count}
    found = about_file(sources.all(BANK)[bank].file, "guessable", "items", **values)
    return found if sat.group.kind == FILE else replace(found, owner=None)


def _shares(sat: Sitting) -> Iterator[tuple[str, float]]:
    yield from (("score", sat.mean), ("chance", sat.chance), ("low", sat.low), ("high", sat.high))
