"""How dark the bubbles of a page are, in percent: 0 as the paper around each, 100 as black."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..layout import REFERENCES
from ..page import RADIUS
from .pictures import Grey
from .registration import Floats, through

INNER = 0.7
"""Of a bubble's radius: within its line, also where the page is seen a little aside."""
PAPER = (1.18, 1.45)
"""Of a bubble's radius: around it, where the nearest thing is a neighbour's line."""
STEP = 0.12
"""mm from sample to sample: a pixel at 200 dpi."""
LIGHT = 75
"""The percentile of what is around a bubble that is paper, also where a mark goes over the line."""
SHADE = 0.7
"""A bubble's paper is at least this share as light as the page's around its references: what is scribbled
over is no shadow."""


@dataclass(frozen=True)
class Inked:
    """Of a page: how dark each bubble is, and how dark its printed empty and filled ones."""

    greys: tuple[int, ...]
    empty: int
    filled: int


def inked(grey: Grey, projection: Floats, spots: Sequence[tuple[float, float]]) -> Inked:
    """`spots` are middles in mm. Of the references the middle two of each kind count: no torn corner does,
    nor a blot."""
    references = [(each.x, each.y) for each in REFERENCES]
    middles = np.array([*references, *spots], np.float64)
    inner = _samples(grey, projection, middles, (0, INNER)).mean(1)
    paper = np.percentile(_samples(grey, projection, middles, PAPER), LIGHT, axis=1)
    light = np.maximum(paper, SHADE * np.median(paper[: len(references)]))
    dark = np.clip(1 - inner / np.maximum(light, 1), 0, 1)
    percent = [round(100 * float(each)) for each in dark]
    kinds = {
        is_filled: sorted(
            value for value, each in zip(percent, REFERENCES, strict=False) if each.is_filled == is_filled
        )
        for is_filled in (False, True)
    }
    empty, filled = (round(sum(kinds[kind][1:3]) / 2) for kind in (False, True))
    return Inked(tuple(percent[len(references) :]), empty, filled)


def _samples(grey: Grey, projection: Floats, middles: Floats, ring: tuple[float, float]) -> Floats:
    """Pixels of a disc or a ring around each middle, a row each; what is beyond the picture is white."""
    inner, outer = (RADIUS * share for share in ring)
    steps = np.arange(-outer, outer + STEP / 2, STEP)
    across, down = np.meshgrid(steps, steps)
    far = np.hypot(across, down)
    offsets = np.stack([across, down], -1)[(far <= outer) & (far >= inner)]
    columns, rows = np.floor(through(projection, middles[:, None] + offsets)).astype(int).transpose(2, 0, 1)
    height, width = grey.shape
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    found = grey[rows.clip(0, height - 1), columns.clip(0, width - 1)].astype(np.float64)
    return np.where(inside, found, 255.0)
