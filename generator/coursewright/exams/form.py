"""A form: which items in which order, and each item's entries in the order of this form.

Orders are drawn by a seed with SHA-256, so that they are the same on every machine.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from ..model.blueprint import Blueprint, FormRules
from ..model.items.bank import ITEM_TYPES
from ..model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Entry,
)
from .plan import rank
from .unit import Pooled, Unit

TYPES = list(ITEM_TYPES)
"""In the order in which they stand on a paper that is ordered by type; cases last."""


@dataclass(frozen=True)
class Question:
    """An item on a form. `entries` are ids of its options, steps or things as they are shown, `targets` those
    of what things are put to."""

    item: str
    worth: int
    entries: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """Its code is a letter; `questions` are numbered from 1 in this order."""

    code: str
    questions: tuple[Question, ...]

    @property
    def points(self) -> int:
        return sum(question.worth for question in self.questions)


@dataclass(frozen=True)
class Arrangement:
    """How a session orders what is on its forms; `chapters` are those of the course."""

    blueprint: Blueprint
    chapters: Sequence[str]
    asked: Mapping[str, Asked]
    seed: str

    def form(self, number: int, units: Iterable[Unit]) -> Form:
        """The form of a number, from 0."""
        code = chr(ord("A") + number)
        ordered = sorted(units, key=lambda unit: (*self._group(unit), rank(self.seed, code, unit.id)))
        items = (item for unit in ordered for item in unit.items)
        return Form(code, tuple(self._question(code, item) for item in items))

    @property
    def _rules(self) -> FormRules:
        return self.blueprint.forms or FormRules()

    def _group(self, unit: Unit) -> tuple[int, ...]:
        about = unit.items[0].tested
        match self._rules.order:
            case "types":
                return (TYPES.index(about.types[-1]),)
            case "chapters":
                return (self.chapters.index(about.chapter),)
            case "mixed":
                return ()

    def _question(self, code: str, item: Pooled) -> Question:
        entries, targets = self._orders(item.id, code if self._rules.shuffle else "", self.asked[item.id])
        return Question(item.id, item.worth, tuple(entries), tuple(targets))

    def _orders(self, id: str, code: str, asked: Asked) -> tuple[Sequence[str], Sequence[str]]:
        """Without a code entries stand as in the source, or as no draw may change them."""
        match asked:
            case AskedChoice(interaction, _, fixed, last):
                drawn = self._drawn(id, "" if fixed else code, interaction.options)
                return [*(entry for entry in drawn if entry != last), *((last,) if last else ())], ()
            case AskedOrder(interaction, key):
                steps = self._drawn(id, code, interaction.steps)
                return steps if tuple(steps) != key else [*steps[1:], steps[0]], ()
            case AskedMatch(interaction, _, fixed):
                targets = [target.id for target in interaction.targets]
                drawn = targets if fixed or not code else self._ranked(id, code, targets)
                return self._drawn(id, code, interaction.things), drawn
            case AskedGaps() | AskedWritten():
                return (), ()
            case unknown:
                assert_never(unknown)

    def _drawn(self, id: str, code: str, entries: Iterable[Entry]) -> list[str]:
        ids = [entry.id for entry in entries]
        return self._ranked(id, code, ids) if code else ids

    def _ranked(self, id: str, code: str, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=lambda each: rank(self.seed, code, id, each))
