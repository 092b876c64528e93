"""Public response patterns with their counts: sections 6 and 7 of the Law School Admission Test, 1,000
candidates and five items each (Bock and Lieberman, Psychometrika 35, 1970, 179-197)."""

from itertools import product

import numpy as np

from coursewright.exams.analysis.scores import Scores

LSAT6 = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15,
    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
)  # fmt: skip
LSAT7 = (
    12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28,
    7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32, 308,
)  # fmt: skip
"""Counts of the patterns 00000, 00001, 00010, … 11111."""


def scores(counts: tuple[int, ...]) -> Scores:
    matrix = np.repeat(np.array([*product((0.0, 1.0), repeat=5)]), counts, axis=0)
    return made(matrix)


def made(matrix: object, worth: object = None, form: str = "A") -> Scores:
    table = np.asarray(matrix, dtype=float)
    points = np.ones(table.shape[1]) if worth is None else np.asarray(worth, dtype=float)
    return Scores(form, tuple(f"i{at}" for at in range(table.shape[1])), points, table)
