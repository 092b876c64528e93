"""Cheaters sit the bank, and their scores are held against chance."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from ..diagnostics import Phrase, SourceString
from ..model.chapter import LEVEL_NAMES
from ..scoring import score
from ..words import marked as _
from .chance import chance
from .cheaters import ALL, Cheater
from .cheaters.cheater import Response
from .lexicon import Lexicon
from .question import Question

FEWEST = 5
"""Questions of a group: of fewer nothing can be said."""
MARGIN = 0.10
"""By how much the lower end of the interval must pass chance to be told."""
NORMAL = 1.959964
"""The quantile of the normal distribution for 95 %."""

WHOLE, FILE, LEVEL = "bank", "file", "level"
_GROUPS = {
    WHOLE: _("the whole bank"),
    FILE: _("the file “{name}”"),
    LEVEL: _("the items of the level “{name}”"),
}


@dataclass(frozen=True)
class Group:
    """Questions that are looked at together: those of a file, of a level, or all."""

    kind: str
    name: str = ""

    @property
    def says(self) -> Phrase:
        name = SourceString(LEVEL_NAMES[self.name]) if self.kind == LEVEL else self.name
        return Phrase(_GROUPS[self.kind], (("name", name),))


@dataclass(frozen=True)
class Sitting:
    """What one cheater reached in one group: mean shares of the points, from 0 to 1.

    `low` and `high` are Wilson's 95 % interval (E. B. Wilson, JASA 22, 1927) about the mean. It is made for
    shares of right answers; where there are parts of points it is wider than need be, never narrower.
    """

    cheater: Cheater
    group: Group
    count: int
    mean: float
    chance: float
    low: float
    high: float

    @property
    def wins(self) -> bool:
        """Whether the cheater beats chance by more than the margin, beyond what luck explains."""
        return self.count >= FEWEST and self.low > self.chance + MARGIN


def sittings(asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Sitting]:
    """Every cheater in every group in which it has something to answer."""
    expected = {question.at: chance(question) for question in asked}
    for cheater in ALL:
        groups: defaultdict[Group, list[tuple[float, float]]] = defaultdict(list)
        for question, responses in cheater.sit(asked, lexicon):
            reached = _reached(question, responses), expected[question.at]
            for group in _groups(question):
                groups[group].append(reached)
        yield from (_sitting(cheater, group, reached) for group, reached in groups.items())


def _groups(question: Question) -> tuple[Group, ...]:
    return Group(WHOLE), Group(FILE, question.bank), Group(LEVEL, question.item.level)


def _reached(question: Question, responses: list[Response]) -> float:
    scores = [score(question.asked, response) for response in responses]
    return sum(one.points / one.of for one in scores) / len(scores)


def _sitting(cheater: Cheater, group: Group, reached: list[tuple[float, float]]) -> Sitting:
    count = len(reached)
    mean, by_chance = (sum(each) / count for each in zip(*reached, strict=True))
    return Sitting(cheater, group, count, mean, by_chance, *wilson(mean, count))


def wilson(mean: float, count: int) -> tuple[float, float]:
    """Wilson's score interval about a mean of so many shares."""
    square = NORMAL**2 / count
    middle = (mean + square / 2) / (1 + square)
    half = NORMAL / (1 + square) * sqrt(mean * (1 - mean) / count + square / (4 * count))
    return max(0.0, min(mean, middle - half)), min(1.0, max(mean, middle + half))
