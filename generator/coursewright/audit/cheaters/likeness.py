"""Who takes what looks most like something else on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.items.interaction import Match
from ...diagnostics import Phrase
from ...words import marked as _
from ..lexicon import Lexicon
from ..question import Choosable, Question
from ..wording import pieces, plain
from .cheater import Answer, picked, ties


@dataclass(frozen=True)
class MostLikeStem:
    @property
    def says(self) -> Phrase:
        return Phrase(_("takes the option that shares most with the stem"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        return (
            picked(question, _shared(pieces(question.situation))) for question in asked if question.options
        )


class _shared:
    """How much of an option stands in what is known already."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known

    def __call__(self, option: Choosable) -> float:
        return len(pieces(option.text) & self._known)


@dataclass(frozen=True)
class MostLikeOthers:
    """An author who varies the key makes distractors that share its words."""

    @property
    def says(self) -> Phrase:
        return Phrase(_("takes the option that shares most with the others"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        return (self._answer(question) for question in asked if question.options)

    def _answer(self, question: Question) -> Answer:
        def worth(option: Choosable) -> float:
            others = (other.text for other in question.options if other.at != option.at)
            return sum(len(pieces(option.text) & pieces(other)) for other in others)

        return picked(question, worth)


@dataclass(frozen=True)
class MostLikeThing:
    """Puts every thing to the target that shares most with it."""

    @property
    def says(self) -> Phrase:
        return Phrase(_("puts things to what shares most with them"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        for question in asked:
            if isinstance(interaction := question.asked.interaction, Match):
                yield question, [_matched(interaction)]


def _matched(interaction: Match) -> dict[str, str]:
    """The first of the targets that share most; without any shared piece, the thing is left out."""
    put = {}
    for thing in interaction.things:
        own = frozenset(plain(thing.text))
        best = ties(interaction.targets, lambda target: len(own & frozenset(plain(target.text))))  # noqa: B023
        if own & frozenset(plain(best[0].text)):
            put[thing.id] = best[0].id
    return put
