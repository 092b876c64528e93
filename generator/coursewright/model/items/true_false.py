"""True or false: a choice of two, whose texts are the interface's."""

from collections.abc import Callable
from typing import Literal

from ..text import Flag, Text, field
from .interaction import AskedChoice, Choice, Entry
from .item import ItemSource


class TrueFalse(ItemSource):
    """判断题 / true or false."""

    type: Literal["true-false"] = field("题型。", "Item type.")
    answer: Flag = field("题干是否正确。", "Whether the stem is true.")
    if_true: Text = field("选“正确”时的说明。", "Rationale for the answer “true”.")
    if_false: Text = field("选“错误”时的说明。", "Rationale for the answer “false”.")

    def asked(self, words: Callable[[str], str]) -> AskedChoice:
        options = Entry("true", words("True"), self.if_true), Entry("false", words("False"), self.if_false)
        key = frozenset({"true" if self.answer else "false"})
        return AskedChoice(Choice(options, many=False), key, fixed=True)
