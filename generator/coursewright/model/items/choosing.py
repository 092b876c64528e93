"""Options, which single and multiple choice have alike."""

from abc import ABC
from collections.abc import Callable, Iterator
from typing import ClassVar, Self

from ..text import Flag, field
from .entry import EntrySource, entry_faults, with_ids
from .fault import Fault
from .interaction import AskedChoice, Choice
from .item import ItemSource


class Option(EntrySource):
    """One answer to choose."""

    key: Flag = field("true 为正确选项。", "True if this is a key.", False)
    last: Flag = field(
        "true：打乱时总排在最后，如“以上都不对”。",
        "True for one that stays last when the others are shuffled, such as “none of these”.",
        False,
    )


class Choosing(ItemSource, ABC):
    """An item with options; `many` of them may be chosen, or one."""

    many: ClassVar[bool]
    shuffle: Flag = field(
        "false：选项的次序有意义，不打乱；以数字开头的选项本来就不打乱。",
        "False if the order of the options means something; options that begin with a digit are never "
        "shuffled.",
        True,
    )
    options: tuple[Option, ...]

    @property
    def keys(self) -> int:
        """How many of the options are right."""
        return sum(option.key for option in self.options)

    def with_ids(self) -> Self:
        return self.model_copy(update={"options": with_ids(self.options)})

    def faults(self) -> Iterator[Fault]:
        yield from entry_faults(self.options, ("options",))
        yield from self.reasons()
        for at, option in enumerate(self.options[:-1]):
            if option.last:
                yield Fault("CW0413", ("options", at, "last"))

    def reasons(self) -> Iterator[Fault]:
        yield from super().reasons()
        yield from self.unreasoned(self.options, ("options",))

    def asked(self, words: Callable[[str], str]) -> AskedChoice:
        options = tuple(option.named() for option in self.options)
        right = frozenset(named.id for named, option in zip(options, self.options, strict=True) if option.key)
        is_scale = all(option.text[:1].isdigit() for option in options)
        last = options[-1].id if self.options[-1].last else None
        return AskedChoice(Choice(options, self.many), right, not self.shuffle or is_scale, last)
