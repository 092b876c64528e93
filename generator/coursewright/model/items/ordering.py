"""Ordering: steps to be put in order, where the order is what is learnt."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Literal, Self

from ..text import field
from .entry import EntrySource, entry_faults, with_ids
from .fault import Fault
from .interaction import AskedOrder, Entry, Order
from .item import ItemSource
from .mixed import MOST_ROUNDS, mixed


class Step(EntrySource):
    """One step of the order."""


class Ordering(ItemSource):
    """排序题 / ordering."""

    type: Literal["ordering"] = field("题型。", "Item type.")
    steps: tuple[Step, ...] = field(
        "步骤，按正确的次序写；显示时打乱。",
        "The steps in the right order; they are shown in another.",
        min_length=3,
        max_length=8,
    )

    def with_ids(self) -> Self:
        return self.model_copy(update={"steps": with_ids(self.steps)})

    def faults(self) -> Iterator[Fault]:
        yield from entry_faults(self.steps, ("steps",))
        yield from self.reasons()

    def reasons(self) -> Iterator[Fault]:
        yield from super().reasons()
        yield from self.unreasoned(self.steps, ("steps",))

    def asked(self, words: Callable[[str], str]) -> AskedOrder:
        steps = tuple(step.named() for step in self.steps)
        return AskedOrder(Order(_mixed(self.id, steps)), tuple(step.id for step in steps))


def _mixed(item: str, steps: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The steps by a hash of the item's id and theirs, the same in every build and language.

    As many pairs are in the right order as in the wrong one, but for one where that cannot be: neither
    leaving the list nor turning it round earns anything.
    """
    pairs = len(steps) * (len(steps) - 1) // 2
    place = {step.id: at for at, step in enumerate(steps)}
    for round in range(MOST_ROUNDS):
        shown = mixed(item, steps, round)
        right = sum(place[first.id] < place[second.id] for first, second in combinations(shown, 2))
        if abs(2 * right - pairs) <= 1:
            break
    return shown
