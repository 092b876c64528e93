"""How percentages are distributed, drawn: SVG for a page, and that SVG as a picture for paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

from jinja2 import Environment, PackageLoader

from ...press.fonts import typeface
from ...press.picture import Picture, picture
from ...press.typeset import typeset
from ...styles.tokens import engine_tokens

STEP = 5
"""Percentage points of a bar."""
WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 56, 744, 36, 236


class Bar(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    passes: bool


@dataclass(frozen=True)
class Bars:
    """`counts` of candidates from 0 % on, in steps; the last has those with 100 % too."""

    counts: tuple[int, ...]
    cut: int

    @property
    def steps(self) -> Sequence[int]:
        """Values beside the bars: whole numbers of candidates, about four."""
        step = max(1, -(-max(self.counts) // 4))
        return range(0, max(*self.counts, 1) + step, step)

    @property
    def bars(self) -> Iterator[Bar]:
        wide = (RIGHT - LEFT) / len(self.counts)
        for at, count in enumerate(self.counts):
            y = self.y(count)
            yield Bar(
                round(LEFT + at * wide + 2, 1),
                y,
                round(wide - 4, 1),
                round(BOTTOM - y, 1),
                at * STEP >= self.cut,
            )

    def y(self, count: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * count / self.steps[-1], 1)


def bars(percents: Sequence[float], cut: int) -> Bars:
    last = 100 // STEP - 1
    counts = [0] * (last + 1)
    for percent in percents:
        counts[min(last, int(percent // STEP))] += 1
    return Bars(tuple(counts), cut)


def svg(bars: Bars, axis: str, passing: str, language: str) -> str:
    """Colours are those of the light scheme: on paper, and on a white ground in the dark."""
    pages = Environment(loader=PackageLoader("coursewright.exams.grading", "."), autoescape=True)
    return pages.get_template("bars.svg").render(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        rows=[(value, bars.y(value)) for value in bars.steps],
        bars=[*bars.bars],
        ticks=[(percent, _x(percent)) for percent in range(0, 101, 10)],
        cut=_x(bars.cut),
        axis=axis,
        passing=passing,
        ink=engine_tokens()["light"],
        font=", ".join(typeface(language).families),
    )


def as_picture(svg: str) -> Picture:
    program = resources.files(__package__).joinpath("bars.typ").read_bytes()
    return picture(typeset(program, {"svg": svg}, format="png")[0])


def _x(percent: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * percent / 100, 1)
