"""Multiple choice: any number of options is right, from one to all."""

from collections.abc import Iterator
from typing import Literal

from ..text import field
from .choosing import Choosing, Option
from .fault import Fault


class MultipleChoice(Choosing):
    """多选题 / multiple choice."""

    many = True
    type: Literal["multiple-choice"] = field("题型。", "Item type.")
    options: tuple[Option, ...] = field(
        "选项，一个到全部是 key。", "Options, from one to all of them keys.", min_length=3, max_length=8
    )

    def faults(self) -> Iterator[Fault]:
        if not self.keys:
            yield Fault("CW0402", ("options",), key=True)
        yield from super().faults()
