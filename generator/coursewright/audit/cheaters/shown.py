"""Who leaves things as they are shown: an order as it stands or turned round, all things to one target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...diagnostics import Phrase
from ...model.items.interaction import Match, Order
from ...words import marked as _
from ..lexicon import Lexicon
from ..question import Question
from .cheater import Answer


@dataclass(frozen=True)
class AsShown:
    turned: bool

    @property
    def says(self) -> Phrase:
        said = _("turns every order round") if self.turned else _("leaves every order as it is shown")
        return Phrase(said)

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        for question in asked:
            if isinstance(interaction := question.asked.interaction, Order):
                ids = [step.id for step in interaction.steps]
                yield question, [ids[::-1] if self.turned else ids]


@dataclass(frozen=True)
class AllToOne:
    """Which target, it cannot know."""

    @property
    def says(self) -> Phrase:
        return Phrase(_("puts all things to one target"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        for question in asked:
            if isinstance(interaction := question.asked.interaction, Match):
                things = [thing.id for thing in interaction.things]
                yield question, [dict.fromkeys(things, target.id) for target in interaction.targets]
