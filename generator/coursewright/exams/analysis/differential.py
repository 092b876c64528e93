"""Whether an item is harder for one group than for another of the same ability (differential functioning)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .scores import Array, Scores

LEAST = 50
"""Candidates of a group; with fewer an item would have to be very unfair to show."""
_DELTA = -2.35
_B, _C = 1.0, 1.5
_CHI_5 = 3.841458820694124
_ONE_SIDED_5 = 1.6448536269514722

_SUMS = 7

Grade = Literal["A", "B", "C"]
Groups = NDArray[np.int8]
"""0 for who is compared with, 1 for whoever is compared, -1 for everyone else, in the order of a form's
rows."""


@dataclass(frozen=True)
class Differential:
    """`delta` is Mantel and Haenszel's on ETS's scale, below 0 where the item is harder for the compared
    group than for the others of the same total. A is negligible, B slight to moderate, C moderate to
    large."""

    delta: float
    error: float
    chi: float
    grade: Grade


def differentials(forms: Sequence[Scores], groups: Sequence[Groups]) -> dict[str, Differential]:
    """By item; those that cannot be told, such as one with partial credit, are left out.

    Candidates are matched by their points, form by form. What is grade C then is taken out of the points that
    the other items are matched by, once (purification; Holland and Thayer in Wainer and Braun, Test Validity,
    1988, 129-145). The item itself always counts.
    """
    first = _pass(forms, groups, frozenset())
    unfair = frozenset(item for item, found in first.items() if found.grade == "C")
    return _pass(forms, groups, unfair) if unfair else first


def _pass(
    forms: Sequence[Scores], groups: Sequence[Groups], unfair: frozenset[str]
) -> dict[str, Differential]:
    sums: dict[str, Array] = {}
    for form, own in zip(forms, groups, strict=True):
        fair = form.worth * [item not in unfair for item in form.items]
        fair_totals = form.matrix @ fair
        for at, item in enumerate(form.items):
            column = form.matrix[:, at]
            if np.isin(column, (0, 1)).all():
                matched = fair_totals + (column * form.worth[at] if item in unfair else 0)
                sums[item] = sums.get(item, np.zeros(_SUMS)) + _sums(column, matched, own)
    return {item: found for item, own in sums.items() if (found := _differential(own))}


def _sums(column: Array, matched: Array, groups: Groups) -> Array:
    """Over the strata of equal points, rounded down to whole ones: what the statistics are made of."""
    there = groups >= 0
    strata = np.floor(matched[there] + 1e-9).astype(np.int64)
    cell = strata * 4 + groups[there] * 2 + column[there].astype(np.int64)
    counts = np.bincount(cell, minlength=4 * (int(strata.max(initial=0)) + 1)).reshape(-1, 4).astype(float)
    counts = counts[(counts[:, :2].sum(axis=1) > 0) & (counts[:, 2:].sum(axis=1) > 0)]
    wrong, right, wrong_too, right_too = counts.T
    total = counts.sum(axis=1)
    many, rights = wrong + right, right + right_too
    agree, cross = (right + wrong_too) / total, (wrong + right_too) / total
    odds, against = right * wrong_too / total, wrong * right_too / total
    expected = many * rights / total
    varied = many * (total - many) * rights * (total - rights) / (total**2 * np.maximum(1, total - 1))
    parts = (odds, against, agree * odds, agree * against + cross * odds, cross * against, right - expected)
    return np.array([part.sum() for part in (*parts, varied)])


def _differential(sums: Array) -> Differential | None:
    """The common odds ratio of Mantel and Haenszel (Journal of the National Cancer Institute 22, 1959,
    719-748), the variance of its logarithm by Robins, Breslow and Greenland (Biometrics 42, 1986, 311-323),
    the grades of ETS (Zieky in Holland and Wainer, Differential Item Functioning, 1993, 337-347)."""
    odds, against, own, both, other, excess, varied = map(float, sums)
    if odds <= 0 or against <= 0 or varied <= 0:
        return None
    delta = _DELTA * log(odds / against)
    error = -_DELTA * sqrt(own / (2 * odds**2) + both / (2 * odds * against) + other / (2 * against**2))
    chi = max(0.0, abs(excess) - 0.5) ** 2 / varied
    return Differential(delta, error, chi, _grade(delta, error, chi))


def _grade(delta: float, error: float, chi: float) -> Grade:
    size = abs(delta)
    if size < _B or chi <= _CHI_5:
        return "A"
    return "C" if size >= _C and size - _B > _ONE_SIDED_5 * error else "B"
