"""What each group of candidates, from the weakest to the strongest, scored on an item."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .scores import Array, Scores

GROUPS = 5
LEAST = 10
"""Candidates of a group; with fewer there are fewer groups."""


@dataclass(frozen=True)
class Characteristic:
    """`shares` of the item's points by group, `counts` of candidates, from the lowest totals to the
    highest."""

    shares: tuple[float, ...]
    counts: tuple[int, ...]


def characteristics(forms: Sequence[Scores]) -> dict[str, Characteristic]:
    """By item. Groups are of about one size by total within a form, equal totals are in one group, and a
    group that nobody is in is left out."""
    wanted = max(1, min([GROUPS, *(form.candidates // LEAST for form in forms)]))
    sums: dict[str, Array] = {}
    counts: dict[str, Array] = {}
    for form in forms:
        groups = _groups(form.totals, wanted)
        many = np.bincount(groups, minlength=wanted).astype(float)
        own = np.stack([form.matrix[groups == group].sum(axis=0) for group in range(wanted)])
        for at, item in enumerate(form.items):
            sums[item] = sums.get(item, np.zeros(wanted)) + own[:, at]
            counts[item] = counts.get(item, np.zeros(wanted)) + many
    return {item: _characteristic(sums[item], counts[item]) for item in sums}


def _groups(totals: Array, wanted: int) -> NDArray[np.int64]:
    _, at, many = np.unique(totals.round(9), return_inverse=True, return_counts=True)
    middle = (np.cumsum(many) - many / 2) / len(totals)
    return np.minimum(wanted - 1, (middle * wanted).astype(np.int64))[at]


def _characteristic(sums: Array, counts: Array) -> Characteristic:
    there = counts > 0
    return Characteristic(
        tuple(map(float, sums[there] / counts[there])), tuple(int(count) for count in counts[there])
    )
