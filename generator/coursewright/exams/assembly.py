"""Parallel forms of a plan, one after another, each against the same target.

A form is found as an integer program that leaves enough of every class for the forms after it, and then
mended by swaps of units that count alike (the approach of a common target with a look ahead is that of van
der Linden, Linear Models for Optimal Test Design, 2005, ch. 6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from .plan import Plan, rank
from .program import Status
from .search import searched
from .swaps import deviation, mended
from .target import Target, target

TOLERANCE = 0.004
"""Deviation from the target, as a share of it, at which a form is good enough."""
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
    """Forms as parallel as the bank allows. The same plan and seed give the same forms."""
    aim = target(plan)
    if aim is None:
        return Assembly(None, (), "infeasible")
    made: tuple[Made, ...] = ()
    for _ in range(plan.forms):
        form = _Next(plan, aim, made, seed).form()
        if not isinstance(form, Made):
            return Assembly(aim, made, form)
        made = (*made, form)
        plan = plan.of_equal_worth(plan.worth(form.places))
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
            before = [form.places for form in self.made]
            solution, chosen = searched(self.plan, self.aim.traits, before, candidates)
            if solution.found:
                places = self._mended(chosen, free)
                off = deviation(self.plan, places, self.aim.traits)
                return Made(
                    tuple(sorted(places)), solution.status, max(solution.bound, 0), off, len(candidates)
                )
            if len(candidates) == len(free):
                return solution.status
            most *= 2

    def _free(self) -> list[int]:
        """Units that the form may have, as the seed orders them."""
        plan = self.plan
        used = {at for form in self.made for at in form.places} - plan.anchors
        free = (at for at in range(len(plan.units)) if plan.overlap or at not in used)
        return sorted(free, key=lambda at: rank(self.seed, len(self.made), plan.units[at].id))

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

    def _mended(self, chosen: Sequence[int], free: Sequence[int]) -> list[int]:
        plan = self.plan
        kept = plan.anchors | {at for row in plan.rows if row.once for at in row.weights}
        others = [{*form.places} for form in self.made]

        def allows(out: int, into: int) -> bool:
            """What may be shared with another form is not shared more."""
            return out not in kept and all(into not in other or out in other for other in others)

        return mended(plan, chosen, self.aim.traits, free=free, allows=allows, enough=TOLERANCE)
