"""Invented answers to a session: whoever is able is right more often, and nobody is asked.

The chance to be right is that of the Rasch model, 1 / (1 + exp(difficulty - ability)), with the difficulty at
which somebody of ability 0 is right as often as the item's facility says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from json import dumps
from math import exp, log
from random import Random
from uuid import UUID

from ..model.items.interaction import AskedChoice
from ..words import Words
from .form import Form
from .key import lettered
from .sealing import jwe
from .sealing.admission import Admission, Admitted
from .sealing.asked import named
from .sealing.package import digest_of
from .sealing.publishing import Published
from .sealing.response import MARK
from .session import Session

SPREAD = 1.5
"""Standard deviation of ability: in ten items less would hardly tell who knows from who does not."""
USUAL = 70
"""The facility of an item that says none, in percent."""


@dataclass(frozen=True)
class Answered:
    """The places of the options that were chosen, from 0, question by question, and the seconds they took."""

    chosen: Sequence[Sequence[int]]
    seconds: Sequence[float]

    @property
    def letters(self) -> list[str]:
        """As they are keyed in."""
        return ["".join(chr(ord("A") + at) for at in own) for own in self.chosen]


class Simulation:
    """Of a session whose items are choices; `misleading` names items that the able get wrong."""

    def __init__(self, session: Session, seed: str, misleading: frozenset[str] = frozenset()) -> None:
        self._random = Random(seed)  # noqa: S311  invented people need no secret
        self._session = session
        self._asked = session.asked(Words(session.language))
        self._forms = {form.code: form for form in session.forms}
        self._misleading = misleading

    def answered(self, form: str) -> Answered:
        """By the next candidate. Raises TypeError for an item that is no choice."""
        ability = self._random.gauss(0, SPREAD)
        chosen = [*self._chosen(self._forms[form], ability)]
        return Answered(chosen, [round(self._random.uniform(20, 90), 1) for _each in chosen])

    def _chosen(self, form: Form, ability: float) -> Iterator[list[int]]:
        for question in form.questions:
            asked = self._asked[question.item]
            if not isinstance(asked, AskedChoice):
                raise TypeError(question.item)
            ids = list(lettered(question.entries).values())
            right = [at for at, id in enumerate(ids) if id in asked.key]
            wrong = [at for at in range(len(ids)) if at not in right]
            is_right = self._random.random() < self._chance(question.item, ability)
            yield right if is_right or not wrong else [self._random.choice(wrong)]

    def _chance(self, item: str, ability: float) -> float:
        facility = self._session.items[item].model.facility or USUAL
        difficulty = log((100 - facility) / facility)
        return 1 / (1 + exp(difficulty + (ability if item in self._misleading else -ability)))

    def sitting(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)


@dataclass(frozen=True)
class Sat:
    """Which sitting it was, and when it began."""

    sitting: UUID
    began: datetime


def sealed(
    published: Published, admission: Admission, admitted: Admitted, answered: Answered, sat: Sat
) -> str:
    """A response as a browser seals it."""
    package = published.package
    ended = sat.began + timedelta(seconds=sum(answered.seconds))
    answers = {named(at): [f"e{place + 1}" for place in own] for at, own in enumerate(answered.chosen, 1)}
    said: Mapping[str, object] = {
        "format": 1,
        **{name: package[name] for name in ("session", "exam", "commitment", "minutes")},
        "package": digest_of(package),
        "form": admitted.form,
        "ticket": admission.code.ticket,
        "proof": admission.proof_of(admitted.number),
        "candidate": {"number": admitted.number, "name": admitted.name},
        "sitting": str(sat.sitting),
        "save": len(answers),
        "final": True,
        "began": sat.began.isoformat(),
        "saved": ended.isoformat(),
        "submitted": ended.isoformat(),
        "extra": admitted.extra,
        "answers": answers,
        "seconds": {named(at): each for at, each in enumerate(answered.seconds, 1)},
        "flags": [],
        "events": [],
        "seb": None,
    }
    return f"{MARK}.{jwe.seal_for(dumps(said, ensure_ascii=False).encode(), package['key'])}"
