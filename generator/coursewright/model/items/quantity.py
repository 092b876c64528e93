"""A number as an author writes it: in decimals, with a unit, and how far from it is still right."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints
from pydantic.types import StrictFloat

from ..mark import PLAIN
from ..text import MOST_OF_A_LINE, Source, Text, field
from .interaction import Mistake, Number

MOST = 1e15
"""Beyond it a number in a source would lose digits."""

Amount = Annotated[StrictFloat, Field(ge=-MOST, le=MOST)]
Width = Annotated[StrictFloat, Field(ge=0, le=MOST)]
UNIT = r"^[^\s\d.,+-][^\n]*$"
"""Nothing that a number could go on with."""
Unit = Annotated[str, StringConstraints(max_length=MOST_OF_A_LINE, pattern=UNIT), PLAIN]


class MistakeSource(Source):
    """A wrong number that people come to."""

    value: Amount = field("算错时得出的数。", "The wrong number.")
    rationale: Text = field("错在哪一步。", "Where it comes from.")


class Quantity(Source):
    """A number that is asked for."""

    value: Amount = field("正确的数，用 unit 的单位。", "The right number, in the unit.")
    tolerance: Width = field("允许的误差，上下都算。", "How far from it is still right, either way.", 0)
    unit: Unit | None = field(
        "单位，印在空格后面；作答时写不写都行，写“万”“亿”“%”会换算。",
        "Unit, shown behind the gap; it may be written or not, and magnitudes and percent are converted.",
        None,
    )
    mistakes: tuple[MistakeSource, ...] = field(
        "常见的错数，各写错在哪里。",
        "Wrong numbers that people come to, each with the reason.",
        (),
        max_length=6,
    )

    def number(self) -> Number:
        mistakes = tuple(Mistake(decimal(one.value), one.rationale) for one in self.mistakes)
        return Number(decimal(self.value), decimal(self.tolerance), mistakes)


def decimal(value: float) -> str:
    """A number in plain decimals as its author wrote it: 1e5 is 100000, 2.50 is 2.5."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
