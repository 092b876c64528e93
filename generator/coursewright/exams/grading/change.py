"""What a ruling changes: whose result is another by it, before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .standing import Standing


@dataclass(frozen=True)
class Change:
    """A candidate before and after."""

    before: Standing
    after: Standing

    @property
    def flips(self) -> bool:
        """Whether it decides about passing."""
        return self.before.passed is not self.after.passed


def changes(before: Iterable[Standing], after: Iterable[Standing]) -> Iterator[Change]:
    """Of candidates whose points or percentage or pass are others, those first whose pass is."""
    now = {each.candidate: each for each in after}
    found = [
        Change(each, now[each.candidate])
        for each in before
        if _came_to(each) != _came_to(now[each.candidate])
    ]
    yield from sorted(found, key=lambda each: (not each.flips, each.before.candidate))


def _came_to(one: Standing) -> tuple[object, ...]:
    return one.points, one.worth, one.percent, one.passed
