"""Abilities by the number right, and how well items fit the model, from a calibration."""

from typing import NamedTuple

import numpy as np

from .rasch import Calibration
from .scores import Array

LOW, HIGH = 0.7, 1.3
"""Mean squares from the one to the other are productive for measurement in a multiple-choice test (Wright and
Linacre, Rasch Measurement Transactions 8:3, 1994, 370)."""

_ROUNDS = 100


class Fit(NamedTuple):
    """Mean squares of residuals, 1 where the item behaves as the model says (Wright and Masters, Rating Scale
    Analysis, 1982, ch. 5). `infit` weighs by information; `outfit` does not, and so shows the unexpected
    answers of those far from the item."""

    infit: float
    outfit: float


def abilities(easiness: Array) -> Array:
    """In logits, by number right from none to all: weighted likelihood estimates (Warm, Psychometrika 54,
    1989, 427-450), which none and all right have too."""
    rights = np.arange(len(easiness) + 1)
    at = np.zeros(len(rights))
    for _ in range(_ROUNDS):
        right = _right(at, easiness)
        varied = right * (1 - right)
        information = varied.sum(axis=1)
        pull = (varied * (1 - 2 * right)).sum(axis=1) / (2 * information)
        step = np.clip((rights - right.sum(axis=1) + pull) / information, -1, 1)
        at = at + step
        if np.abs(step).max() < 1e-10:
            break
    return at


def fits(found: Calibration, matrix: Array) -> list[Fit]:
    """Of each item, at the abilities of the candidates; `matrix` has scores of 0 or 1."""
    totals = matrix.sum(axis=1).round().astype(int)
    many = np.bincount(totals, minlength=matrix.shape[1] + 1).astype(float)
    rights = np.stack([np.bincount(totals, column, minlength=len(many)) for column in matrix.T], axis=1)
    right = _right(abilities(found.easiness), found.easiness)
    varied = right * (1 - right)
    residual = rights * (1 - right) ** 2 + (many[:, None] - rights) * right**2
    infit = residual.sum(axis=0) / (many @ varied)
    outfit = (residual / varied).sum(axis=0) / many.sum()
    return [Fit(float(one), float(other)) for one, other in zip(infit, outfit, strict=True)]


def _right(at: Array, easiness: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-(at[:, None] + easiness))))
