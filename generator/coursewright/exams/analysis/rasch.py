"""Rasch's model and its kin with one common slope, for items that are right or wrong.

The chance of a right answer is logistic(a θ + d) with abilities θ from the standard normal distribution; d is
the item's easiness in logits. In Rasch's own model a is 1; in the one-parameter logistic model it is found.
"""

from dataclasses import dataclass
from math import log, pi, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .scores import Array

LEAST = 200
"""Candidates."""
_REACH, _STEP = 8.0, 0.05
_ROUNDS = 100
_CLOSE = 1e-10


class Counts(NamedTuple):
    """All that the data say of the model: how many had each number right, from 0 on, and each item right."""

    totals: Array
    rights: Array


@dataclass(frozen=True)
class Calibration:
    """`easiness` of each item and its standard error, in logits; `spread` is the slope a, the SD of abilities
    in those logits, with its standard error, which is 0 where it was set."""

    spread: float
    spread_error: float
    easiness: Array
    errors: Array
    likelihood: float


def counts(matrix: Array) -> Counts:
    """Of scores that are 0 or 1."""
    totals = np.bincount(matrix.sum(axis=1).round().astype(int), minlength=matrix.shape[1] + 1)
    return Counts(totals.astype(float), matrix.sum(axis=0))


def calibrated(found: Counts, spread: float | None = None) -> Calibration | None:
    """By marginal maximum likelihood (Bock and Aitkin, Psychometrika 46, 1981, 443-459; for one slope
    Thissen, Psychometrika 47, 1982, 175-186), to the optimum by Newton's method with the information of Louis
    (Journal of the Royal Statistical Society B 44, 1982, 226-233). The integral is a sum over evenly spaced
    points.

    `spread` sets the slope. None where an item was right for all or for none, or there is no optimum.
    """
    n = found.totals.sum()
    if not len(found.rights) or not ((found.rights > 0) & (found.rights < n)).all():
        return None
    shares = found.rights / n
    at = np.append(np.log(shares / (1 - shares)), 1.0 if spread is None else spread)
    return _climbed(found, at, spread is None)


def _climbed(found: Counts, at: Array, is_free: bool) -> Calibration | None:
    free = len(at) if is_free else len(at) - 1
    state = _State.of(found, at)
    for _ in range(_ROUNDS):
        information = state.information[:free, :free]
        try:
            step: Array = np.asarray(np.linalg.solve(information, state.gradient[:free]), dtype=np.float64)
        except np.linalg.LinAlgError:
            return None
        gain = float(step @ state.gradient[:free])
        if abs(gain) < _CLOSE:
            return _calibration(state, at, free)
        better = _uphill(found, at, state, step)
        if better is None:
            return _calibration(state, at, free) if abs(gain) < 1e-6 else None
        at, state = better
    return None


def _uphill(found: Counts, at: Array, state: "_State", step: Array) -> "tuple[Array, _State] | None":
    """Half the step, and half of that, until the likelihood rises."""
    for halved in range(30):
        there = at.copy()
        there[: len(step)] += step / 2**halved
        if there[-1] > 0:
            next_state = _State.of(found, there)
            if next_state.likelihood > state.likelihood:
                return there, next_state
    return None


def _calibration(state: "_State", at: Array, free: int) -> Calibration:
    errors = np.zeros(len(at))
    errors[:free] = np.sqrt(np.maximum(0, np.diag(np.linalg.inv(state.information[:free, :free]))))
    return Calibration(float(at[-1]), float(errors[-1]), at[:-1], errors[:-1], state.likelihood)


@dataclass(frozen=True)
class _State:
    """Of the marginal log-likelihood at some easinesses and a slope, which stands behind them."""

    likelihood: float
    gradient: Array
    information: Array

    @classmethod
    def of(cls, found: Counts, at: Array) -> "_State":
        """A candidate's posterior depends on the number right alone."""
        easiness, spread = at[:-1], at[-1]
        points = np.arange(-_REACH, _REACH + _STEP / 2, _STEP)
        logits = spread * points[:, None] + easiness
        right = 1 / (1 + np.exp(-logits))
        silent = -np.logaddexp(0, logits).sum(axis=1) - points**2 / 2 + log(_STEP / sqrt(2 * pi))
        reached = np.flatnonzero(found.totals)
        heights = reached[:, None] * spread * points + silent
        top = heights.max(axis=1, keepdims=True)
        weights = np.exp(heights - top)
        sums = weights.sum(axis=1, keepdims=True)
        posterior = weights / sums
        many = found.totals[reached]
        likelihood = many @ (np.log(sums[:, 0]) + top[:, 0]) + found.rights @ easiness
        return cls(float(likelihood), *_slopes(found, reached, points, right, posterior))


def _slopes(
    found: Counts, reached: NDArray[np.intp], points: Array, right: Array, posterior: Array
) -> tuple[Array, Array]:
    """Gradient, and information: what complete data would have, less what varies of their score."""
    many = found.totals[reached]
    mass = many @ posterior
    spoken = points[None, :] * (reached[:, None] - right.sum(axis=1)[None, :])
    means = np.column_stack([posterior @ right, -(posterior * spoken).sum(axis=1)])
    gradient = np.append(found.rights, 0.0) - many @ means
    varied = right * (1 - right)
    items = len(found.rights)
    information = np.zeros((items + 1, items + 1))
    cross = mass @ (points[:, None] * varied)
    information[range(items), range(items)] = mass @ varied
    information[:-1, -1] = information[-1, :-1] = cross
    information[-1, -1] = mass @ (points**2 * varied.sum(axis=1))
    seconds = np.zeros_like(information)
    seconds[:-1, :-1] = right.T @ (mass[:, None] * right)
    both = -((many[:, None] * posterior * spoken).sum(axis=0) @ right)
    seconds[:-1, -1] = seconds[-1, :-1] = both
    seconds[-1, -1] = (many[:, None] * posterior * spoken**2).sum()
    return gradient, information - (seconds - means.T @ (many[:, None] * means))
