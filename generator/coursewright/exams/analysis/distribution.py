"""How the percentages of a form are spread."""

from dataclasses import dataclass

import numpy as np

from .scores import Array, Scores

STEPS = 20
"""Columns of the histogram, of five percent each; 100 % is in the last one."""


@dataclass(frozen=True)
class Distribution:
    """In percent of the form's points; `skew` is None for fewer than 3, or where all have the same.

    `columns` counts candidates from 0 up to 5 %, from there up to 10 %, and so on.
    """

    mean: float
    median: float
    deviation: float
    low: float
    high: float
    skew: float | None
    columns: tuple[int, ...]


def distribution(form: Scores) -> Distribution:
    """SD is with n - 1; skew is Fisher and Pearson's, adjusted, G1 of Joanes and Gill (The Statistician 47, 1998,
    183-189)."""
    percent = 100 * form.totals / max(1.0, float(form.worth.sum()))
    places = np.minimum(STEPS - 1, np.floor(percent * STEPS / 100 + 1e-9).astype(int))
    return Distribution(
        mean=float(percent.mean()),
        median=float(np.median(percent)),
        deviation=float(percent.std(ddof=1)) if len(percent) > 1 else 0.0,
        low=float(percent.min()),
        high=float(percent.max()),
        skew=_skew(percent),
        columns=tuple(int(count) for count in np.bincount(places, minlength=STEPS)),
    )


def _skew(values: Array) -> float | None:
    count, deviations = len(values), values - values.mean()
    variance = float((deviations**2).mean())
    if count < 3 or variance < 1e-9:
        return None
    return float((deviations**3).mean() / variance**1.5 * np.sqrt(count * (count - 1)) / (count - 2))
