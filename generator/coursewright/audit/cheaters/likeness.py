"""Who takes what looks most like something else on the page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...diagnostics import Phrase
from ...model.items.interaction import Match
from ...words import marked as _
from ..lexicon import Lexicon
from ..question import Choosable, Question
from ..wording import pieces, plain, runs
from .cheater import Answer, picked


@dataclass(frozen=True)
class MostLikeStem:
    @property
    def says(self) -> Phrase:
        return Phrase(_("takes the option that shares most with the stem"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        return (
            picked(question, _shared(pieces(question.situation))) for question in asked if question.options
        )


def _shared(known: frozenset[str]) -> Callable[[Choosable], float]:
    """How much of an option stands in what is known already."""
    return lambda option: len(pieces(option.text) & known)


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
    """The first of the targets that share most with a thing; one that shares nothing with any is left out."""
    targets = {target.id: _letters(target.text) for target in interaction.targets}
    things = {thing.id: _letters(thing.text) for thing in interaction.things}
    best = {id: max(targets, key=lambda target: len(own & targets[target])) for id, own in things.items()}
    return {id: target for id, target in best.items() if things[id] & targets[target]}


def _letters(text: str) -> frozenset[str]:
    return frozenset("".join(runs(plain(text))))
