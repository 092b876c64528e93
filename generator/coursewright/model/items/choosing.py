"""Options, which single and multiple choice have alike."""

from abc import ABC
from collections.abc import Callable, Iterator
from typing import ClassVar, Self

from ..text import Flag, field
from .entry import EntrySource, entry_faults, with_ids
from .fault import Fault
from .interaction import Asked, Choice
from .item import ItemSource


class Option(EntrySource):
    """One answer to choose."""

    key: Flag = field("true 为正确选项。", "True if this is a key.", False)


class Choosing(ItemSource, ABC):
    """An item with options; `many` of them may be chosen, or one."""

    many: ClassVar[bool]
    fixed: Flag = field(
        "true:选项次序有意义，如最后一项是“以上都不对”，重新作答时不打乱；以数字开头的选项本来就不打乱。",
        "True if the order of the options means something, such as “none of these” at the end: taking the "
        "quiz again does not shuffle them. Options that begin with a digit are never shuffled.",
        False,
    )
    options: tuple[Option, ...]

    @property
    def keys(self) -> int:
        """How many of the options are right."""
        return sum(option.key for option in self.options)

    def with_ids(self) -> Self:
        return self.model_copy(update={"options": with_ids(self.options)})

    def faults(self) -> Iterator[Fault]:
        return entry_faults(self.options, ("options",))

    def asked(self, words: Callable[[str], str]) -> Asked:
        options = tuple(option.named() for option in self.options)
        right = frozenset(named.id for named, option in zip(options, self.options, strict=True) if option.key)
        is_scale = all(option.text[:1].isdigit() for option in options)
        return Asked(Choice(options, self.many), right, self.fixed or is_scale)
