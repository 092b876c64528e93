"""True or false: a choice of two, whose texts are the interface's."""

from collections.abc import Callable, Iterator
from typing import Literal

from ..text import Flag, Text, field
from .fault import Fault
from .interaction import AskedChoice, Choice, Entry
from .item import ItemSource


class TrueFalse(ItemSource):
    """判断题 / true or false."""

    type: Literal["true-false"] = field("题型。", "Item type.")
    answer: Flag = field("题干是否正确。", "Whether the stem is true.")
    if_true: Text | None = field("选“正确”时的说明。", "Rationale for the answer “true”.", None)
    if_false: Text | None = field("选“错误”时的说明。", "Rationale for the answer “false”.", None)

    def reasons(self) -> Iterator[Fault]:
        yield from super().reasons()
        if None in (self.if_true, self.if_false) and not self.unexplained:
            yield Fault("CW0424", ("answer",), key=True)

    def asked(self, words: Callable[[str], str]) -> AskedChoice:
        options = Entry("true", words("True"), self.if_true), Entry("false", words("False"), self.if_false)
        key = frozenset({"true" if self.answer else "false"})
        return AskedChoice(Choice(options, many=False), key, fixed=True)
