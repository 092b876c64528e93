"""What the candidates of one form scored, and the sums of squares that most statistics are made of."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Scores:
    """`matrix` has a row a candidate and a column an item, as shares of the item's points from 0 to 1.

    `worth` are the points of each item; a void one is worth nothing, and is not part of the total.
    """

    form: str
    items: tuple[str, ...]
    worth: Array
    matrix: Array

    @property
    def candidates(self) -> int:
        return int(self.matrix.shape[0])

    @cached_property
    def totals(self) -> Array:
        """Points of each candidate."""
        return self.matrix @ self.worth

    @cached_property
    def squares(self) -> Array:
        """Sums of squares and products of the items about their means; an item that all answered alike has
        exact zeros."""
        centred = self.matrix - self.matrix.mean(axis=0)
        centred[:, np.ptp(self.matrix, axis=0) == 0] = 0
        return np.asarray(centred.T @ centred)

    @property
    def counted(self) -> NDArray[np.bool_]:
        """Which items count."""
        return self.worth > 0

    @cached_property
    def thirds(self) -> NDArray[np.int8]:
        """0, 1 or 2 for each candidate: the lower, middle and upper third by total; equal totals stay
        together.

        A total belongs to the third of its middle rank, so that the order of candidates means nothing.
        """
        _, at, counts = np.unique(self.totals.round(9), return_inverse=True, return_counts=True)
        middle = np.cumsum(counts) - counts / 2
        return np.minimum(2, 3 * middle / max(1, self.candidates)).astype(np.int8)[at]
