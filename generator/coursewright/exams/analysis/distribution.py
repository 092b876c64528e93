"""How the percentages of a form are spread."""

from dataclasses import dataclass

import numpy as np

from .scores import Array, Scores

STEPS, FEWER_STEPS = 20, 10
"""Columns of the histogram: of five percent each, of ten on a form whose points would leave some of them
empty. 100 % is in the last one."""


@dataclass(frozen=True)
class Distribution:
    """In percent of the form's points; `skew` is None for fewer than 3, or where all have the same.

    `columns` counts candidates, each over the same stretch of percent, from 0 on.
    """

    mean: float
    median: float
    deviation: float
    low: float
    high: float
    skew: float | None
    columns: tuple[int, ...]


def distribution(form: Scores) -> Distribution:
    """SD is with n - 1; skew is Fisher and Pearson's, adjusted, G1 of Joanes and Gill (The Statistician 47,
    1998, 183-189)."""
    percent = 100 * form.totals / max(1.0, float(form.worth.sum()))
    steps = STEPS if form.worth.sum() >= 2 * STEPS else FEWER_STEPS
    places = np.minimum(steps - 1, np.floor(percent * steps / 100 + 1e-9).astype(int))
    return Distribution(
        mean=float(percent.mean()),
        median=float(np.median(percent)),
        deviation=float(percent.std(ddof=1)) if len(percent) > 1 else 0.0,
        low=float(percent.min()),
        high=float(percent.max()),
        skew=_skew(percent),
        columns=tuple(int(count) for count in np.bincount(places, minlength=steps)),
    )


def _skew(values: Array) -> float | None:
    count, deviations = len(values), values - values.mean()
    variance = float((deviations**2).mean())
    if count < 3 or variance < 1e-9:
        return None
    return float((deviations**3).mean() / variance**1.5 * np.sqrt(count * (count - 1)) / (count - 2))
