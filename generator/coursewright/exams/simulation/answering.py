"""Invented answers to a session: whoever is able is right more often, and nobody is asked.

The chance to be right is that of the Rasch model, 1 / (1 + exp(difficulty - ability)), with the difficulty at
which somebody of ability 0 is right as often as the item's facility says. Who is not right may still know
parts of the answer, each with half that chance, and guesses the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from random import Random
from typing import assert_never
from uuid import UUID

from ...model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from ...words import Words
from ..form import Question
from ..session import Session

SPREAD = 1.2
"""Standard deviation of ability: less would hardly tell, in few items, who knows from who does not."""
USUAL = 70
"""The facility of an item that says none, in percent."""

OPEN = 0.02
"""How often a question is left open."""


@dataclass(frozen=True)
class Said:
    """Id of a criterion → sentences that meet it, and what is written by those who know of none."""

    sentences: Mapping[str, Sequence[str]]
    otherwise: str

    def met(self, text: str) -> list[str]:
        """Ids of the criteria of which a text has a sentence."""
        own = self.sentences.items()
        return [id for id, sentences in own if any(each.strip() in text for each in sentences)]


@dataclass(frozen=True)
class Answered:
    """Responses in the shapes of `model/items/interaction.py` by items, and the seconds that each question
    took. What was left open is not there."""

    responses: Mapping[str, object]
    seconds: Sequence[float]


class Simulation:
    """Of a session. `misleading` names items that the able get wrong, `said` what is written of criteria."""

    def __init__(
        self, session: Session, seed: str, said: Said, misleading: frozenset[str] = frozenset()
    ) -> None:
        self._random = Random(seed)  # noqa: S311  invented people need no secret
        self._session = session
        self._asked = session.asked(Words(session.language))
        self._forms = {form.code: form for form in session.forms}
        self._said = said
        self._misleading = misleading

    def answered(self, form: str) -> Answered:
        """By the next candidate."""
        ability = self._random.gauss(0, SPREAD)
        questions = self._forms[form].questions
        found = {each.item: self._response(each, self._chance(each.item, ability)) for each in questions}
        seconds = [round(self._random.uniform(20, 90), 1) for _each in questions]
        return Answered({item: response for item, response in found.items() if response}, seconds)

    def sitting(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)

    def _chance(self, item: str, ability: float) -> float:
        facility = self._session.items[item].model.facility or USUAL
        difficulty = log((100 - facility) / facility)
        return 1 / (1 + exp(difficulty + (ability if item in self._misleading else -ability)))

    def _response(self, question: Question, chance: float) -> object:
        asked = self._asked[question.item]
        if self._random.random() < OPEN:
            return None
        is_right = self._random.random() < chance
        tries = _Tries(self._random, 1 if is_right else chance / 2)
        match asked:
            case AskedChoice(interaction, key):
                ids = [option.id for option in interaction.options]
                return tries.many(ids, key) if interaction.many else tries.one(ids, key, is_right)
            case AskedOrder(_, key):
                return tries.ordered(key)
            case AskedMatch(interaction, key):
                return tries.matched(key, [target.id for target in interaction.targets])
            case AskedGaps(_, key):
                return {gap: tries.typed(each, self._words(each)) for gap, each in key.items()}
            case AskedWritten(_, key):
                return tries.written([each.id for each in key], self._said)
            case unknown:
                assert_never(unknown)

    def _words(self, accepted: Texts | Number) -> list[str]:
        """Words that are right elsewhere in the session."""
        keys = (each.key.values() for each in self._asked.values() if isinstance(each, AskedGaps))
        words = (key.accepted[0] for own in keys for key in own if isinstance(key, Texts))
        right = accepted.accepted if isinstance(accepted, Texts) else ()
        return sorted({*words} - {*right})


@dataclass(frozen=True)
class _Tries:
    """One answer, part by part: with a chance of 1 it is right."""

    random: Random
    chance: float

    def one(self, ids: Sequence[str], key: frozenset[str], is_right: bool) -> list[str]:
        return [self.random.choice([id for id in ids if (id in key) is is_right])]

    def many(self, ids: Sequence[str], key: frozenset[str]) -> list[str]:
        return [id for id in ids if (id in key if self._is_right else self.random.random() < 1 / 2)]

    def ordered(self, key: Sequence[str]) -> list[str]:
        """Two neighbours change places wherever one is not sure."""
        steps = [*key]
        for at in range(len(steps) - 1):
            if not self._is_right:
                steps[at], steps[at + 1] = steps[at + 1], steps[at]
        return steps

    def matched(self, key: Mapping[str, str], targets: Sequence[str]) -> dict[str, str]:
        return {
            thing: target if self._is_right else self.random.choice(targets) for thing, target in key.items()
        }

    def typed(self, accepted: Texts | Number, others: Sequence[str]) -> str:
        """A wrong number is one that people come to."""
        if isinstance(accepted, Number):
            wrong = [each.value for each in accepted.mistakes]
            return accepted.value if self._is_right or not wrong else self.random.choice(wrong)
        return accepted.accepted[0] if self._is_right or not others else self.random.choice(others)

    def written(self, criteria: Sequence[str], said: Said) -> dict[str, str]:
        known = (self.random.choice(said.sentences[id]) for id in criteria if self._is_right)
        return {"text": "".join(known).strip() or said.otherwise}

    @property
    def _is_right(self) -> bool:
        return self.chance == 1 or self.random.random() < self.chance
