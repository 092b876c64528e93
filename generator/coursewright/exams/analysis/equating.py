"""What a score on one form is on another, through the items that both ask."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from .scores import Array, Scores

ENOUGH = 0.2
"""Share of a form's items that should be common (Kolen and Brennan, Test Equating, Scaling, and Linking, 3rd
ed. 2014, sect. 8.2)."""
DRIFT = 0.5
"""Logits that a common item may differ by between two forms."""

Way = Literal["same", "tucker", "random"]


@dataclass(frozen=True)
class Line:
    """A score x of `form` is `slope` x + `base` on `other`. `anchors` are the common items that count.

    `same`: both forms ask the same items. `tucker`: through the common items. `random`: none are common, or
    they say nothing; that is fair only if chance decided who got which form.
    """

    form: str
    other: str
    way: Way
    anchors: tuple[str, ...]
    slope: float
    base: float
    is_thin: bool

    def of(self, score: float) -> float:
        return self.slope * score + self.base

    def back(self, score: float) -> float:
        """The score of `form` that is a score of `other`."""
        return (score - self.base) / self.slope


class _Moments(NamedTuple):
    mean: float
    variance: float


def line(form: Scores, other: Scores) -> Line | None:
    """The linear function; None where a form has the same total for everyone."""
    anchors = tuple(item for item in form.items if item in _counted(other) and item in _counted(form))
    if set(_counted(form)) == set(_counted(other)):
        return Line(form.form, other.form, "same", anchors, 1.0, 0.0, False)
    is_thin = len(anchors) < ENOUGH * min(len(_counted(form)), len(_counted(other)))
    synthetic = _tucker(form, other, anchors) if anchors else None
    own, its = synthetic or (_moments(form.totals), _moments(other.totals))
    if own.variance <= 1e-12 or its.variance <= 1e-12:
        return None
    slope = float(np.sqrt(its.variance / own.variance))
    way: Way = "tucker" if synthetic else "random"
    return Line(form.form, other.form, way, anchors, slope, its.mean - slope * own.mean, is_thin)


def _tucker(form: Scores, other: Scores, anchors: tuple[str, ...]) -> tuple[_Moments, _Moments] | None:
    """Means and variances of both forms in one population of all candidates (Kolen and Brennan, sect. 4.1,
    equations 4.17 to 4.22)."""
    common, its_common = _points(form, anchors), _points(other, anchors)
    one, two = _moments(common), _moments(its_common)
    if min(one.variance, two.variance) <= 1e-12:
        return None
    share = form.candidates / (form.candidates + other.candidates)
    gap, spread = one.mean - two.mean, one.variance - two.variance
    own, its = _moments(form.totals), _moments(other.totals)
    slope = _together(form.totals, common) / one.variance
    its_slope = _together(other.totals, its_common) / two.variance
    both = share * (1 - share) * gap**2
    return (
        _Moments(
            own.mean - (1 - share) * slope * gap,
            own.variance - (1 - share) * slope**2 * spread + both * slope**2,
        ),
        _Moments(
            its.mean + share * its_slope * gap,
            its.variance + share * its_slope**2 * spread + both * its_slope**2,
        ),
    )


def shift(own: dict[str, float], other: dict[str, float]) -> tuple[float, dict[str, float]] | None:
    """What to add to difficulties of one form to have them on the other's scale, and what each common item is
    off by then, in logits: the mean difference, as Rasch's scales have one unit (Wright and Stone, Best Test
    Design, 1979, ch. 5). None where there are no common items."""
    if not (common := own.keys() & other.keys()):
        return None
    between = float(np.mean([other[item] - own[item] for item in sorted(common)]))
    return between, {item: own[item] + between - other[item] for item in sorted(common)}


def _counted(form: Scores) -> tuple[str, ...]:
    return tuple(item for item, worth in zip(form.items, form.worth, strict=True) if worth > 0)


def _points(form: Scores, items: tuple[str, ...]) -> Array:
    places = [form.items.index(item) for item in items]
    return np.asarray(form.matrix[:, places] @ form.worth[places])


def _moments(values: Array) -> _Moments:
    return _Moments(float(values.mean()), float(values.var()))


def _together(one: Array, other: Array) -> float:
    return float(((one - one.mean()) * (other - other.mean())).mean())
