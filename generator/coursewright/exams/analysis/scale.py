"""Items and candidates of all forms on one scale, that of the first form which can be calibrated."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from .ability import Fit, abilities, fits
from .equating import shift
from .rasch import LEAST, Calibration, Counts, calibrated, counts
from .scores import Scores

ENOUGH_ITEMS = 15
"""Items of a form that fit is told of: of fewer, an item's own score moves the ability that it is held to."""


@dataclass(frozen=True)
class Location:
    """An item on the scale of abilities: its difficulty with its standard error, in logits. `drift` is how
    far the forms that ask it are from each other about it, `fit` None on a short form."""

    difficulty: float
    error: float
    fit: Fit | None
    drift: float


@dataclass(frozen=True)
class Model:
    """Rasch's model of a form: as it is, and with a slope of its own (`free`); `shift` puts it on the scale
    of the first form, `people` are candidates by ability in logits on that scale."""

    rasch: Calibration
    free: Calibration
    shift: float
    people: tuple[tuple[float, int], ...]


@dataclass(frozen=True)
class _Own:
    """A form calibrated by itself."""

    form: str
    items: tuple[str, ...]
    rasch: Calibration
    free: Calibration
    fits: Sequence[Fit | None]
    found: Counts

    @property
    def difficulties(self) -> dict[str, float]:
        return dict(zip(self.items, map(float, -self.free.easiness), strict=True))


@dataclass(frozen=True)
class _Placed:
    difficulty: float
    error: float
    drift: float
    fit: Fit | None


def scaled(forms: Sequence[Scores]) -> tuple[dict[str, Location], dict[str, Model]]:
    """By item, and by form. Forms without a common item are taken to have been sat by people who are
    alike."""
    calibrations = [own for form in forms if (own := _calibrated(form))]
    known: dict[str, list[_Placed]] = {}
    models: dict[str, Model] = {}
    for own in calibrations:
        linked = None if own is calibrations[0] else shift(own.difficulties, calibrations[0].difficulties)
        moved, drifts = linked or (0.0, {})
        for item, error, fit in zip(own.items, own.free.errors, own.fits, strict=True):
            placed = _Placed(own.difficulties[item] + moved, float(error), drifts.get(item, 0.0), fit)
            known.setdefault(item, []).append(placed)
        reached = abilities(own.free.easiness) + moved
        people = zip(map(float, reached), map(int, own.found.totals), strict=True)
        models[own.form] = Model(own.rasch, own.free, moved, tuple((at, many) for at, many in people if many))
    return {item: _located(placed) for item, placed in known.items()}, models


def _calibrated(form: Scores) -> _Own | None:
    """Of the items that are right or wrong, and neither for everyone."""
    if form.candidates < LEAST:
        return None
    means = form.matrix.mean(axis=0)
    is_binary = np.isin(form.matrix, (0, 1)).all(axis=0)
    own = np.flatnonzero(is_binary & form.counted & (means > 0) & (means < 1))
    if len(own) < 2:
        return None
    matrix = form.matrix[:, own]
    found = counts(matrix)
    rasch, free = calibrated(found, 1.0), calibrated(found)
    if rasch is None or free is None:
        return None
    own_fits = fits(free, matrix) if len(own) >= ENOUGH_ITEMS else [None] * len(own)
    return _Own(form.form, tuple(form.items[at] for at in own), rasch, free, own_fits, found)


def _located(placed: Sequence[_Placed]) -> Location:
    """The mean over forms, weighed by how well each knows it."""
    weights = [1 / max(each.error, 1e-6) ** 2 for each in placed]
    total = sum(weights)
    difficulty = sum(weight * each.difficulty for weight, each in zip(weights, placed, strict=True)) / total
    worst = max((each.fit for each in placed if each.fit), key=lambda fit: fit.infit, default=None)
    return Location(difficulty, 1 / sqrt(total), worst, max(abs(each.drift) for each in placed))
