"""How well an item tells those who know from those who do not."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .interval import Interval, of_correlation
from .scores import Array, Scores

POOR, GOOD = 0.2, 0.4
"""Below the one poor, from the other on good, between them fair (Ebel and Frisbie, Essentials of Educational
Measurement, 1991, ch. 13)."""


class Discrimination(NamedTuple):
    value: float
    interval: Interval


def discrimination(item: str, forms: Sequence[Scores]) -> Discrimination | None:
    """The corrected point-biserial: correlation of an item's score with the points of all other items
    (Henrysson, Psychometrika 28, 1963, 211-218); None where either is the same for everyone.

    Over several forms it is that within forms: sums of squares about each form's own means, added up.
    """
    sums, count, groups = np.zeros(3), 0, 0
    for form in forms:
        if item in form.items:
            sums += sums_of(form, form.items.index(item))
            count, groups = count + form.candidates, groups + 1
    item_squares, products, rest_squares = sums
    if item_squares <= 0 or rest_squares <= 1e-9 * count:
        return None
    value = float(np.clip(products / np.sqrt(item_squares * rest_squares), -1, 1))
    return Discrimination(value, of_correlation(value, count - groups - 2))


def sums_of(form: Scores, at: int) -> Array:
    """Squares of the item, products of it with the rest, squares of the rest."""
    weights = form.worth.copy()
    weights[at] = 0
    squares = form.squares
    return np.array([squares[at, at], squares[at] @ weights, weights @ squares @ weights])
