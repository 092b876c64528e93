"""Whether demands can be met from a bank, and by what: an exact search over groups of like units.

A unit is what is drawn as one: an item, or a case with its questions. Units that count alike for every
demand are a group, and a draw is a number for each group. Bounds of these numbers are narrowed by every
demand until nothing changes; then one group is fixed, the likeliest number first (branch and bound over
interval constraints, as in Apt, Principles of Constraint Programming, 2003, ch. 6). What such a search of
a moment does not decide is left to a solver, which takes longer to load than most banks need.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..program import Program

Weights = tuple[int, ...]
"""What a unit counts for each demand."""
Bounds = tuple[int, int]
"""At least and at most."""

MOST_STEPS = 1000
"""Of a search before it is left to the solver: less than a second."""
ROUNDS = 3
"""In which demands are tightened by one another."""


@dataclass(frozen=True)
class Drawn:
    """How many of each group, or None where there is none; `certain` unless the search was given up."""

    numbers: Mapping[Weights, int] | None
    certain: bool = True

    @property
    def refuted(self) -> bool:
        """Whether there certainly is no draw."""
        return self.numbers is None and self.certain


def drawn(units: Iterable[Weights], demands: Sequence[Bounds]) -> Drawn:
    """Numbers of units with which every demand is met."""
    available: defaultdict[Weights, int] = defaultdict(int)
    for weights in units:
        available[weights] += 1
    tightened = _tightened(available, demands)
    if tightened is None:
        return Drawn(None)
    found = _Search(list(available), tightened).found([*available.values()], MOST_STEPS)
    return found if found.certain else _solved(available, tightened)


def _solved(available: Mapping[Weights, int], demands: Sequence[Bounds]) -> Drawn:
    program = Program()
    columns = [program.column(0, count, whole=True) for count in available.values()]
    for demand, (least, most) in enumerate(demands):
        weights = zip(columns, available, strict=True)
        program.row({column: counts[demand] for column, counts in weights if counts[demand]}, least, most)
    solution = program.solved()
    if not solution.found:
        return Drawn(None, certain=solution.status == "infeasible")
    return Drawn(dict(zip(available, map(int, solution.values), strict=True)))


def _tightened(available: Mapping[Weights, int], demands: Sequence[Bounds]) -> list[Bounds] | None:
    """Demands with what follows from their sums, the total being the last of them; None if they conflict.

    Of demands that share no item, one cannot have more than the others leave of the total, nor less than
    they and the items beside them all leave open.
    """
    bounds = list(demands)
    families = _families(available, len(demands) - 1)
    for _ in range(ROUNDS):
        for family in families:
            beside = sum(
                count * (weights[-1] - sum(weights[at] for at in family))
                for weights, count in available.items()
            )
            for at in family:
                least = sum(bounds[other][0] for other in family if other != at)
                most = sum(bounds[other][1] for other in family if other != at) + beside
                there = sum(count * weights[at] for weights, count in available.items())
                low, high = bounds[at]
                bounds[at] = max(low, bounds[-1][0] - most), min(high, bounds[-1][1] - least, there)
                if bounds[at][0] > bounds[at][1]:
                    return None
    return bounds


def _families(groups: Iterable[Weights], demands: int) -> list[list[int]]:
    """Demands put together so that no item counts for two of them."""
    families: list[list[int]] = []
    for at in range(demands):
        for family in families:
            if all(sum(weights[each] for each in (*family, at)) <= weights[-1] for weights in groups):
                family.append(at)
                break
        else:
            families.append([at])
    return families


def first_of(units: Sequence[Weights], numbers: Mapping[Weights, int]) -> tuple[int, ...]:
    """The places of so many units of each group as a draw says."""
    left = dict(numbers)
    chosen = []
    for at, weights in enumerate(units):
        if left.get(weights):
            left[weights] -= 1
            chosen.append(at)
    return tuple(chosen)


class _Search:
    def __init__(self, groups: Sequence[Weights], demands: Sequence[Bounds]) -> None:
        self._groups = groups
        self._demands = demands
        self._within = [
            [(at, weights[demand]) for at, weights in enumerate(groups) if weights[demand]]
            for demand in range(len(demands))
        ]
        self._of = [[at for at, weight in enumerate(weights) if weight] for weights in groups]

    def found(self, available: list[int], steps: int) -> Drawn:
        waiting = [([0] * len(available), available, list(range(len(self._demands))))]
        for _ in range(steps):
            if not waiting:
                return Drawn(None)
            low, high, changed = waiting.pop()
            if not self._narrowed(low, high, changed):
                continue
            at = self._open(low, high)
            if at is None:
                return Drawn(dict(zip(self._groups, low, strict=True)))
            waiting += self._branches(low, high, at)
        return Drawn(None, certain=not waiting)

    def _narrowed(self, low: list[int], high: list[int], changed: list[int]) -> bool:
        """Narrow the bounds of all groups in place; False when some demand cannot be met any more."""
        waiting = dict.fromkeys(changed)
        while waiting:
            demand = next(iter(waiting))
            del waiting[demand]
            least, most = self._demands[demand]
            within = self._within[demand]
            spare = most - sum(low[at] * weight for at, weight in within)
            over = sum(high[at] * weight for at, weight in within) - least
            if spare < 0 or over < 0:
                return False
            for at, weight in within:
                up, down = min(high[at], low[at] + spare // weight), max(low[at], high[at] - over // weight)
                if (down, up) != (low[at], high[at]):
                    low[at], high[at] = down, up
                    waiting |= dict.fromkeys(self._of[at])
        return True

    def _open(self, low: list[int], high: list[int]) -> int | None:
        """The group that is least decided, or None when all are."""
        at = max(range(len(low)), key=lambda at: high[at] - low[at], default=None)
        return None if at is None or high[at] == low[at] else at

    def _branches(
        self, low: list[int], high: list[int], at: int
    ) -> list[tuple[list[int], list[int], list[int]]]:
        """The likeliest number of a group last, for it is looked at first."""
        likely = self._likely(low, high, at)
        parts = [(likely + 1, high[at]), (low[at], likely - 1), (likely, likely)]
        return [(_with(low, at, down), _with(high, at, up), self._of[at]) for down, up in parts if down <= up]

    def _likely(self, low: list[int], high: list[int], at: int) -> int:
        """As large a share of what is open as the tightest of its demands still wants."""
        share = 1.0
        for demand in self._of[at]:
            within = self._within[demand]
            least = sum(low[at] * weight for at, weight in within)
            room = sum(high[at] * weight for at, weight in within) - least
            share = min(share, (self._demands[demand][1] - least) / room) if room else share
        return low[at] + round(share * (high[at] - low[at]))


def _with(bounds: list[int], at: int, bound: int) -> list[int]:
    return [*bounds[:at], bound, *bounds[at + 1 :]]
