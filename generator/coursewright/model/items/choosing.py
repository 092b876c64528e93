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
        return Asked(Choice(options, self.many), right)
