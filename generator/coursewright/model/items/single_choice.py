"""Single choice: one option is right."""

from collections.abc import Iterator
from typing import Literal

from ..text import field
from .choosing import Choosing, Option
from .fault import Fault


class SingleChoice(Choosing):
    """单选题 / single choice."""

    many = False
    type: Literal["single-choice"] = field("题型。", "Item type.")
    options: tuple[Option, ...] = field(
        "选项，恰有一个 key。", "Options, exactly one of them a key.", min_length=2, max_length=8
    )

    def faults(self) -> Iterator[Fault]:
        if self.keys != 1:
            yield Fault("CW0401", ("options",), {"count": self.keys}, key=True)
        yield from super().faults()
