"""What is drawn as one, an item or a case with its questions, and what is expected of it.

All of it is plain values, which a session keeps: years later the same forms can be made of them again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import exp, log
from typing import NamedTuple

from ..link.blueprints import Tested, measured
from ..link.vault import ReservedItem
from ..model.blueprint import Blueprint
from ..model.chapter import Level
from ..model.items.item import ItemSource

EXPECTED: Mapping[Level, tuple[int, int]] = {
    "recall": (85, 40),
    "understand": (75, 60),
    "apply": (65, 90),
    "analyse": (55, 120),
}
"""Facility in percent and seconds of an item that says neither, by its level."""

PRIOR, OBSERVED = 30, 20
"""Candidates that an author's estimate counts as, and the fewest who must have sat an item to change it."""

ABILITIES = (-1, 0, 1)
"""Points of the scale at which forms are to measure alike, in logits from the trained candidate."""

THOUSAND = 1000


class Traits(NamedTuple):
    """What parallel forms have alike, in whole numbers, so that sums are exact.

    Expected points and information are in thousandths, at abilities -1, 0 and 1.
    """

    points: int
    seconds: int
    low: int
    middle: int
    high: int


class Pooled(NamedTuple):
    """An item as forms are made of it; `identity` is that of what it asks."""

    id: str
    identity: str
    tested: Tested
    facility: int
    seconds: int
    worth: int

    @property
    def traits(self) -> Traits:
        """The item's curve is Rasch's, with the difficulty at which a trained candidate (ability 0) comes to
        the expected facility; its information is P(1 - P) (Birnbaum in Lord and Novick, Statistical Theories
        of Mental Test Scores, 1968, ch. 20)."""
        difficulty = log((100 - self.facility) / self.facility)
        curve = (1 / (1 + exp(difficulty - ability)) for ability in ABILITIES)
        information = (round(THOUSAND * right * (1 - right)) for right in curve)
        return Traits(self.worth * self.facility * (THOUSAND // 100), self.seconds, *information)


@dataclass(frozen=True)
class Unit:
    """A case has its own id, an item alone that of the item."""

    id: str
    items: tuple[Pooled, ...]

    @property
    def size(self) -> int:
        return len(self.items)

    @property
    def traits(self) -> Traits:
        return Traits(*map(sum, zip(*(item.traits for item in self.items), strict=True)))


def units(reserved: Iterable[ReservedItem], blueprint: Blueprint) -> list[Unit]:
    """What a blueprint's forms may be made of, in the order of the bank; no case that goes beyond it."""
    groups = groupby(reserved, lambda item: item.case.id if item.case else item.id)
    found = ((id, tuple(group)) for id, group in groups)
    own = blueprint.chapters
    return [
        Unit(id, tuple(pooled(item, blueprint) for item in group))
        for id, group in found
        if not own or all(item.section.chapter in own for item in group)
    ]


def pooled(item: ReservedItem, blueprint: Blueprint) -> Pooled:
    about = measured(item)
    worth = (blueprint.worth[type] for type in reversed(about.types) if type in blueprint.worth)
    facility, seconds = expected(item.model)
    return Pooled(item.id, item.model.identity, about, facility, seconds, next(worth, 1))


def expected(item: ItemSource) -> tuple[int, int]:
    """Facility in percent and seconds, as its author or its level says; facility drawn to what sessions
    showed."""
    facility, seconds = EXPECTED[item.level]
    return _shrunk(item, item.facility or facility), item.seconds or seconds


def _shrunk(item: ItemSource, facility: int) -> int:
    """The mean of what was expected, which counts as `PRIOR` candidates, and of everyone who sat this
    edition: the mean of the posterior of a beta distribution (Gelman and others, Bayesian Data Analysis,
    2013, sect. 2.4). Of fewer than `OBSERVED` candidates nothing is taken."""
    own = [each for each in item.observed if each.edition == item.edition]
    count = sum(each.n for each in own)
    if count < OBSERVED:
        return facility
    reached = sum(each.n * each.facility for each in own)
    return min(99, max(1, round((PRIOR * facility + reached) / (PRIOR + count))))
