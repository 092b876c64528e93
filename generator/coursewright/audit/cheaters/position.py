"""Who answers by position: the same letter, the same letters, the same verdict every time.

A course draws its options anew for every attempt, and then this wins nothing; on paper, and
where scripts are off, they stand as they are written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from string import ascii_uppercase

from ...diagnostics import Phrase
from ...words import marked as _
from ..lexicon import Lexicon
from ..question import Question
from .cheater import Answer, is_many

ALL_OF_THEM = 8
"""As many options as an item may have."""
MOST = 5
"""Positions of which patterns are tried; those of longer items are covered by “all” and by the ends."""


@dataclass(frozen=True)
class Positions:
    """Chooses the options at some positions, where one may be chosen, or `many`."""

    chosen: tuple[int, ...]
    many: bool

    @property
    def says(self) -> Phrase:
        letters = (("letters", ", ".join(ascii_uppercase[at] for at in self.chosen)),)
        if not self.many:
            return Phrase(_("always chooses {letters}"), letters)
        if len(self.chosen) == ALL_OF_THEM:
            return Phrase(_("always ticks everything"))
        return Phrase(_("always ticks {letters}"), letters)

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        for question in asked:
            ids = [question.options[at].id for at in self.chosen if at < len(question.options)]
            if ids and is_many(question) == self.many:
                yield question, [ids]


def positions() -> Iterator[Positions]:
    """One position every time."""
    return (Positions((at,), many=False) for at in range(MOST))


def patterns() -> Iterator[Positions]:
    """Every set of positions every time, and all options."""
    for size in range(1, MOST + 1):
        yield from (Positions(chosen, many=True) for chosen in combinations(range(MOST), size))
    yield Positions(tuple(range(ALL_OF_THEM)), many=True)


@dataclass(frozen=True)
class Verdict:
    """Calls every statement right, or every one wrong."""

    right: bool

    @property
    def says(self) -> Phrase:
        said = _("calls every statement right") if self.right else _("calls every statement wrong")
        return Phrase(said)

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        answer = ["true" if self.right else "false"]
        return ((question, [answer]) for question in asked if question.is_judgement)


def verdicts() -> tuple[Verdict, Verdict]:
    return Verdict(right=True), Verdict(right=False)
