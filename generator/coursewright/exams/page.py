"""A page of an answer sheet in millimetres from its upper left corner: what is drawn is what is read."""

from dataclasses import dataclass, field
from typing import Any, Literal

WIDTH, HEIGHT = 210.0, 297.0
"""A4 (ISO 216)."""

RADIUS = 2.1
"""Of a bubble, to the middle of its line."""

Kind = Literal["choice", "match", "order", "digit", "points", "number", "form"]


Look = Literal["plain", "strong", "muted"]


@dataclass(frozen=True)
class Bubble:
    """A bubble, by its middle. What it means, by its kind:

        choice   option `value` of item `item`
        match    thing `entry` belongs to target `value`
        order    step `value` stands in place `entry`, from 1
        digit    the sign, point or digit `value` in column `column`, from 0, of gap `entry`; 0 is the sign's
        points   a marker gives `value`, in column `column` of its digits, for gap `entry` or the whole item
        number   the digit `value` in column `column` of the candidate's number
        form     the form `value`

    On a sheet for any form `item` is empty, and entries and values are numbers and letters of the form.
    `shown` is printed in it.
    """

    kind: Kind
    value: str
    shown: str
    x: float
    y: float
    number: int = 0
    item: str = ""
    entry: str = ""
    column: int = 0


@dataclass(frozen=True)
class Reference:
    """A bubble that is printed filled, or that nobody fills: how dark such bubbles are on this sheet."""

    is_filled: bool
    x: float
    y: float


@dataclass(frozen=True)
class Text:
    """One line, by the middle of its left end; as small as fits, and cut off where that is not enough."""

    x: float
    y: float
    width: float
    text: str
    size: float = 9
    align: Literal["left", "center", "right"] = "left"
    look: Look = "plain"


@dataclass(frozen=True)
class Box:
    """A rectangle with a thin line; with a grey one if it is not for the candidate."""

    x: float
    y: float
    width: float
    height: float
    is_muted: bool = False


Sample = Literal["full", "tick", "cross", "dot"]
"""How a bubble is filled in, and how it is not."""


@dataclass
class Page:
    """What is on a page of every candidate alike."""

    bubbles: list[Bubble] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    samples: list[tuple[float, float, Sample]] = field(default_factory=list)

    def bubble(self, kind: Kind, mark: tuple[str, str], x: float, y: float, **about: Any) -> None:
        """One more, at hundredths of a mm; `mark` is its value and what is shown, `about` the rest of it."""
        self.bubbles.append(Bubble(kind, *mark, round(x, 2), round(y, 2), **about))
