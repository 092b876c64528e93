"""Parallel forms of a plan, one after another, each against the same target.

A form is found as an integer program that leaves enough of every class for the forms after it, and then
mended by swaps of units that count alike (the approach of a common target with a look ahead is that of van
der Linden, Linear Models for Optimal Test Design, 2005, ch. 6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from ..program import Status
from .plan import Plan, rank
from .search import leaves_enough, searched
from .swaps import Swaps, deviation
from .target import Target, alike, target

TOLERANCE = 0.004
"""Deviation from the target, as a share of it, at which a form is good enough."""
ROUGH = 0.02
"""Deviation at which a search ends: swaps do the rest."""
OTHER_POINTS = 2
"""How many points more or less are tried where the likeliest number cannot be."""
CANDIDATES = 1200
"""Units that are looked at for one form, at first."""


@dataclass(frozen=True)
class Made:
    """A form as places of units in the order of the bank.

    `status` and `bound` are what was proved of its deviation before it was mended: the largest from the
    target of any trait, as a share of it. `deviation` is that after it.
    """

    places: tuple[int, ...]
    status: Status
    bound: float
    deviation: float
    candidates: int


@dataclass(frozen=True)
class Assembly:
    """The forms of a plan; fewer than it wants, where the next one could not be made, which `failed` says."""

    aim: Target | None
    forms: tuple[Made, ...]
    failed: Status | None = None


def assembled(plan: Plan, seed: str) -> Assembly:
    """Forms as parallel as the bank allows: of the same points, and if that can be found, by the same number
    for each demand. The same plan and seed give the same forms."""
    aim = target(plan)
    if aim is None:
        return Assembly(None, (), "infeasible")
    found = Assembly(aim, (), "infeasible")
    for points in _points(plan, aim):
        exact = plan.of_equal_worth(points)
        for tried in filter(None, (alike(exact.of_types), alike(exact), exact)):
            found = _forms(tried, seed)
            if not found.failed:
                return found
    return found


def _points(plan: Plan, aim: Target) -> list[int]:
    """Of every form: what the blueprint says, or whole numbers from the likeliest one on."""
    row = next(row for row in plan.rows if row.label.rule == "worth")
    used = zip(plan.classes, aim.shares, strict=True)
    likely = round(sum(share * plan.worth(within) for within, share in used) / plan.forms)
    near = sorted(
        range(likely - OTHER_POINTS, likely + OTHER_POINTS + 1), key=lambda each: abs(each - likely)
    )
    return [row.least] if row.least == row.most else [each for each in near if row.least <= each <= row.most]


def _forms(plan: Plan, seed: str) -> Assembly:
    aim = target(plan)
    if aim is None:
        return Assembly(None, (), "infeasible")
    made: tuple[Made, ...] = ()
    for _ in range(plan.forms):
        form = _Next(plan, aim, made, seed).form()
        if not isinstance(form, Made):
            return Assembly(aim, made, form)
        made = (*made, form)
    return Assembly(aim, made)


@dataclass(frozen=True)
class _Next:
    """The form after those that are made."""

    plan: Plan
    aim: Target
    made: tuple[Made, ...]
    seed: str

    def form(self) -> Made | Status:
        """Twice as many units are looked at before there is said to be none."""
        free = self._free()
        most = CANDIDATES
        while True:
            candidates = self._candidates(free, most)
            solution, chosen = searched(self.plan, self.aim.traits, self._before, candidates, enough=ROUGH)
            if solution.found:
                places = self._mended(chosen, free, candidates)
                off = deviation(self.plan, places, self.aim.traits)
                bound = max(solution.bound, 0)
                return Made(tuple(sorted(places)), solution.status, bound, off, len(candidates))
            if len(candidates) == len(free):
                return solution.status
            most *= 2

    @property
    def _before(self) -> list[tuple[int, ...]]:
        return [form.places for form in self.made]

    def _free(self) -> list[int]:
        """Units that the form may have, as the seed orders them."""
        free = self.plan.free(self._before)
        return sorted(free, key=lambda at: rank(self.seed, len(self.made), self.plan.units[at].id))

    def _candidates(self, free: Sequence[int], most: int) -> Sequence[int]:
        """So many units, the first of each class: as many as its part of all, and as it is likely to give."""
        if len(free) <= most:
            return free
        class_of = {at: number for number, within in enumerate(self.plan.classes) for at in within}
        left = [
            ceil(max(most / len(free), 2 * share / self.plan.forms) * len(within)) + 1
            for within, share in zip(self.plan.classes, self.aim.shares, strict=True)
        ]
        kept = []
        for at in free:
            if left[class_of[at]]:
                left[class_of[at]] -= 1
                kept.append(at)
        return kept

    def _mended(self, chosen: Sequence[int], free: Sequence[int], candidates: Sequence[int]) -> list[int]:
        """Swaps within classes, which leave as much for the forms to come; where these do not bring the form
        close enough, others, if they leave enough."""
        aim = self.aim.traits
        places = Swaps(self.plan, aim, free, self._allows).mended(chosen, TOLERANCE)
        if deviation(self.plan, places, aim) <= TOLERANCE:
            return places
        wider = Swaps(self.plan, aim, candidates, self._allows, wide=True).mended(places, TOLERANCE)
        return wider if leaves_enough(self.plan, [*self._before, wider]) else places

    def _allows(self, out: int, into: int) -> bool:
        """What must be in a form stays, and what is shared with another one is not shared more."""
        return out not in self._kept and all(into not in form or out in form for form in self._before)

    @cached_property
    def _kept(self) -> frozenset[int]:
        return self.plan.anchors | {at for row in self.plan.rows if row.once for at in row.weights}
