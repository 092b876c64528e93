"""What a cheater is, and what it may look at: never a key, but for those of other files."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from ...diagnostics import Phrase
from ..lexicon import Lexicon
from ..question import Choosable, Question

Response = Any
"""A response as `model/items/interaction.py` has it."""


class Cheater(Protocol):
    """A way to answer without knowing anything."""

    @property
    def says(self) -> Phrase:
        """What it does."""

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None, /) -> "Iterable[Answer]":
        """Its answers to those of the questions that it has a way to answer."""


Answer = tuple[Question, list[Response]]
"""A question, and the responses between which the cheater cannot decide."""

T = TypeVar("T")


def ties(values: Iterable[T], worth: Callable[[T], float]) -> list[T]:
    """All values that are worth most."""
    listed = list(values)
    most = max(map(worth, listed))
    return [value for value in listed if worth(value) == most]


def is_many(question: Question) -> bool:
    """Whether any number of options may be chosen."""
    return bool(question.options) and bool(getattr(question.asked.interaction, "many", False))


def picked(question: Question, worth: Callable[[Choosable], float]) -> Answer:
    """The option that is worth most; where many may be chosen, every one that is worth more than the mean."""
    if is_many(question):
        mean = sum(map(worth, question.options)) / len(question.options)
        chosen = [option.id for option in question.options if worth(option) > mean]
        return question, [chosen or [option.id for option in question.options]]
    return question, [[option.id] for option in ties(question.options, worth)]
