"""How far the totals of a form can be relied on."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from .scores import Array, Scores


@dataclass(frozen=True)
class Reliability:
    """`alpha` is Cronbach's (Psychometrika 16, 1951, 297-334), of points; where every item is right or wrong
    and worth one point it is KR-20 (Kuder and Richardson, Psychometrika 2, 1937, 151-160).

    All variances are with n - 1, those of items and that of totals alike: mixing n and n - 1 gives another
    number. `error` is the standard error of measurement in points, SD √(1 - alpha), with that same SD.
    `without` is alpha of the form without each item. None where it cannot be said: fewer than two items that
    count, or the same total for everyone.
    """

    is_dichotomous: bool
    alpha: float | None
    error: float | None
    without: dict[str, float | None]


def reliability(form: Scores) -> Reliability:
    own = np.flatnonzero(form.counted)
    covariance = form.squares[np.ix_(own, own)] * np.outer(form.worth[own], form.worth[own])
    covariance = covariance / max(1, form.candidates - 1)
    alpha = _alpha(covariance)
    error = None if alpha is None else sqrt(float(covariance.sum()) * max(0.0, 1 - alpha))
    without = {
        form.items[item]: _alpha(np.delete(np.delete(covariance, at, 0), at, 1))
        for at, item in enumerate(own)
    }
    return Reliability(bool(np.isin(form.matrix[:, own], (0, 1)).all()), alpha, error, without)


def _alpha(covariance: Array) -> float | None:
    count, total = len(covariance), float(covariance.sum())
    if count < 2 or total <= 1e-12:
        return None
    return count / (count - 1) * (1 - float(np.trace(covariance)) / total)
