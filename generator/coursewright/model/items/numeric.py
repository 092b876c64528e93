"""Numeric: a number to work out."""

from collections.abc import Callable, Iterator
from typing import Literal

from ..gap import BLANKS
from ..text import Text, field
from .fault import Fault
from .interaction import AskedGaps, Gap, Gaps
from .item import ItemSource
from .quantity import Quantity


class Numeric(ItemSource):
    """计算题 / numeric."""

    UNJUDGED = ItemSource.UNJUDGED - {"stem"}
    type: Literal["numeric"] = field("题型。", "Item type.")
    answer: Quantity = field("答案：数、误差和单位。", "The answer: number, tolerance and unit.")
    rationale: Text | None = field("怎样算出来的。", "How it is worked out.", None)

    def faults(self) -> Iterator[Fault]:
        if len(BLANKS.findall(self.stem)) > 1:
            yield Fault("CW0415", ("stem",), {"gaps": len(BLANKS.findall(self.stem)), "blanks": 1})
        yield from self.reasons()
        values = [self.answer.value, *(one.value for one in self.answer.mistakes)]
        for at, value in enumerate(values[1:]):
            if abs(value - values[0]) <= self.answer.tolerance or value in values[1 : at + 1]:
                yield Fault("CW0418", ("answer", "mistakes", at, "value"))

    def reasons(self) -> Iterator[Fault]:
        yield from super().reasons()
        if self.rationale is None and not self.unexplained:
            yield Fault("CW0424", ("answer",), key=True)

    def asked(self, words: Callable[[str], str]) -> AskedGaps:
        gap = Gap("answer", self.rationale, is_number=True, unit=self.answer.unit or "")
        return AskedGaps(Gaps((gap,)), {gap.id: self.answer.number()})
