"""The fewest rules of a plan that cannot hold together.

A set of rules is in conflict if and only if it meets every way to drop rules that makes the plan possible.
So the smallest set that meets all such ways that are known is either in conflict itself, or shows a further
one (Ignatiev, Previti, Liffiton and Marques-Silva, Smallest MUS extraction with minimal hitting set
dualization, 2015).
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..program import INFINITY, Program
from .joint import possible
from .plan import Label, Plan
from .search import searched
from .target import target


@dataclass(frozen=True)
class Conflict:
    """Rules that cannot hold together, unless a search for forms that keep them was but given up."""

    labels: tuple[Label, ...]
    is_certain: bool = True


def conflict(plan: Plan) -> Conflict | None:
    """The smallest conflict beside the total, whose labels are none if the total alone is too much.

    Each of its rules is needed for it: the others can hold together.
    """
    forms = _Forms(plan)
    if forms.is_possible(plan.labels):
        return None
    # Where only the search for one form after the other found none, it alone can say what is in its way.
    joint = _Joint(plan)
    search = forms if joint.is_possible(plan.labels) else joint
    known: list[list[Label]] = []
    while True:
        fewest = _meeting(plan.labels, known)
        if not search.is_possible(fewest):
            return _needed(search, fewest)
        known.append(search.dropped(fewest))


def _needed(search: "_Search", labels: Sequence[Label]) -> Conflict:
    """Without those that a search that was given up let in."""
    kept = list(labels)
    for label in labels:
        without = [each for each in kept if each != label]
        if not search.is_possible(without):
            kept = without
    search.is_possible(kept)
    return Conflict(tuple(kept), search.is_certain)


def _meeting(labels: Sequence[Label], known: Sequence[Collection[Label]]) -> list[Label]:
    """The fewest labels of which one is in each of these sets; the later ones where there is a choice."""
    program = Program()
    count = len(labels)
    columns = {label: program.choice(cost=1 - at / (count * count + 1)) for at, label in enumerate(labels)}
    for each in known:
        program.row({columns[label]: 1 for label in each}, 1, INFINITY)
    values = program.solved().values
    return [label for label, column in columns.items() if values[column]]


class _Search(ABC):
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.is_certain = True
        """Of what was said last."""

    @abstractmethod
    def is_possible(self, labels: Collection[Label]) -> bool:
        """Whether forms can be made with these rules only; what is undecided is taken for impossible."""

    def dropped(self, labels: Collection[Label]) -> list[Label]:
        """Rules without which the others, these among them, can hold: none of them can come back."""
        kept = list(labels)
        out: list[Label] = []
        for label in self._plan.labels:
            if label not in kept:
                if self.is_possible([*kept, label]):
                    kept.append(label)
                else:
                    out.append(label)
        return out


class _Joint(_Search):
    """All forms at once."""

    def is_possible(self, labels: Collection[Label]) -> bool:
        found = possible(self._plan.only(labels))
        self.is_certain = found is not None
        return bool(found)


class _Forms(_Search):
    """One form after the other, as they are made."""

    def is_possible(self, labels: Collection[Label]) -> bool:
        plan = self._plan.only(labels)
        self.is_certain = True
        if target(plan) is None:
            return False
        made: list[list[int]] = []
        for _ in range(plan.forms):
            solution, chosen = searched(plan, (), made, plan.free(made))
            if not solution.found:
                self.is_certain = solution.status == "infeasible" and not made
                return False
            made.append(chosen)
        return True
