"""Units of a form changed for others, as long as that brings it closer to the target and keeps every row."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from .plan import Plan

LEAST = 1e-12
"""By which the sum of squares has to fall, so that the end is certain."""


def deviation(plan: Plan, places: Collection[int], aim: Sequence[float]) -> float:
    """The largest deviation from the target of any trait, as a share of it."""
    sums = [sum(each) for each in zip(*(plan.traits[at] for at in places), strict=True)]
    return float(max(abs(found - wanted) / wanted for found, wanted in zip(sums, aim, strict=True)))


PAIRED = 600
"""Moves of which every pair is tried where none alone brings a form closer."""


class Move(NamedTuple):
    """A unit that comes in at a place of the form, and the one that goes."""

    place: int
    out: int
    into: int


@dataclass(frozen=True)
class Swaps:
    """`free` are units that may come in; `allows` says whether the first may go and the second come.

    Units change for those of their class, or with `wide` for any with which every row still holds.
    """

    plan: Plan
    aim: Sequence[float]
    free: Collection[int]
    allows: Callable[[int, int], bool]
    wide: bool = False

    def mended(self, places: Sequence[int], enough: float) -> list[int]:
        """The form after the best swaps, one at a time, until it is close enough or none brings it closer.

        Closeness is the sum of squared deviations: the largest alone would stop at the first swap that has
        to make another worse.
        """
        import numpy

        chosen = list(places)
        while True:
            off = self._traits[chosen].sum(axis=0) - 1
            if numpy.abs(off).max() <= enough:
                return chosen
            moves = self._moves(chosen)
            best = self._best(moves, off) or self._best_pair(moves, off)
            if not best:
                return chosen
            for move in best:
                chosen[move.place] = move.into

    def _moves(self, chosen: Sequence[int]) -> list[Move]:
        outside = [at for at in self.free if at not in {*chosen}]
        return [
            Move(place, out, into)
            for place, out in enumerate(chosen)
            for into in self._fitting(chosen, out, outside)
            if self.allows(out, into)
        ]

    def _best(self, moves: Sequence[Move], off: Any) -> list[Move]:
        """The move that brings the form closest, if any brings it closer."""
        if not moves:
            return []
        after = ((off + self._changes(moves)) ** 2).sum(axis=1)
        at = int(after.argmin())
        return [moves[at]] if after[at] < (off**2).sum() - LEAST else []

    def _best_pair(self, moves: Sequence[Move], off: Any) -> list[Move]:
        """Two moves that together bring it closer, of those that change least; rows bear only one of two
        units of different classes."""
        import numpy

        if self.wide or len(moves) < 2:
            return []
        changes = self._changes(moves)
        small = numpy.argsort((changes**2).sum(axis=1), kind="stable")[:PAIRED]
        own = changes[small]
        after = ((off + own[:, None] + own[None, :]) ** 2).sum(axis=2)
        places = numpy.array([moves[at].place for at in small])
        units = numpy.array([moves[at].into for at in small])
        after[(places[:, None] == places) | (units[:, None] == units)] = numpy.inf
        one, other = numpy.unravel_index(int(after.argmin()), after.shape)
        if after[one, other] >= (off**2).sum() - LEAST:
            return []
        return [moves[small[one]], moves[small[other]]]

    def _changes(self, moves: Sequence[Move]) -> Any:
        return self._traits[[move.into for move in moves]] - self._traits[[move.out for move in moves]]

    def _fitting(self, chosen: Sequence[int], out: int, outside: Sequence[int]) -> Sequence[int]:
        if not self.wide:
            return [at for at in outside if self._class_of[at] == self._class_of[out]]
        weights, least, most = self._rows
        sums = weights[:, chosen].sum(axis=1) - weights[:, out]
        after = sums[:, None] + weights[:, outside]
        holds = ((after >= least[:, None]) & (after <= most[:, None])).all(axis=0)
        return [at for at, fits in zip(outside, holds, strict=True) if fits]

    @cached_property
    def _class_of(self) -> dict[int, int]:
        return {at: number for number, within in enumerate(self.plan.classes) for at in within}

    @cached_property
    def _traits(self) -> Any:
        """Shares of the target."""
        import numpy

        return numpy.array(self.plan.traits, dtype=float) / numpy.array(self.aim)

    @cached_property
    def _rows(self) -> tuple[Any, Any, Any]:
        import numpy

        rows = [row for row in self.plan.rows if not row.once]
        weights = numpy.zeros((len(rows), len(self.plan.units)), dtype=numpy.int64)
        for number, row in enumerate(rows):
            weights[number, list(row.weights)] = list(row.weights.values())
        return weights, numpy.array([row.least for row in rows]), numpy.array([row.most for row in rows])
