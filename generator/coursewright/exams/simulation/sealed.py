"""Invented answers as a browser seals them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from json import dumps
from uuid import UUID

from ...model.items.interaction import Choice, Gaps, Interaction, Match, Order, Written
from ...words import Words
from ..form import Question
from ..sealing import jwe
from ..sealing.admission import Admission, Admitted
from ..sealing.asked import named
from ..sealing.package import digest_of
from ..sealing.publishing import Published
from ..sealing.response import MARK
from ..session import Session
from .answering import Answered


@dataclass(frozen=True)
class Sat:
    """Of which session as it was published, which sitting it was, and when it began."""

    session: Session
    published: Published
    sitting: UUID
    began: datetime


def sealed(sat: Sat, admission: Admission, admitted: Admitted, answered: Answered) -> str:
    """A response as a browser seals it."""
    package = sat.published.package
    ended = sat.began + timedelta(seconds=sum(answered.seconds))
    said: Mapping[str, object] = {
        "format": 1,
        **{name: package[name] for name in ("session", "exam", "commitment", "minutes")},
        "package": digest_of(package),
        "form": admitted.form,
        "ticket": admission.code.ticket,
        "proof": admission.proof_of(admitted.number),
        "candidate": {"number": admitted.number, "name": admitted.name},
        "sitting": str(sat.sitting),
        "save": len(answered.seconds),
        "final": True,
        "began": sat.began.isoformat(),
        "saved": ended.isoformat(),
        "submitted": ended.isoformat(),
        "extra": admitted.extra,
        "answers": _answers(sat.session, admitted.form, answered),
        "seconds": {named(at): each for at, each in enumerate(answered.seconds, 1)},
        "flags": [],
        "events": [],
        "seb": None,
    }
    return f"{MARK}.{jwe.seal_for(dumps(said, ensure_ascii=False).encode(), package['key'])}"


def _answers(session: Session, code: str, answered: Answered) -> dict[str, object]:
    asked = session.asked(Words(session.language))
    form = next(each for each in session.forms if each.code == code)
    return {
        named(number): bared(question, asked[question.item].interaction, answered.responses[question.item])
        for number, question in enumerate(form.questions, 1)
        if question.item in answered.responses
    }


def bared(question: Question, interaction: Interaction, response: object) -> object:
    """A response by the names that a form has for entries: what `sealing/asked.py` reads back."""
    entries, targets = _names("e", question.entries), _names("t", question.targets)
    match interaction, response:
        case Choice() | Order(), list():
            return [entries[id] for id in response]
        case Match(), dict():
            return {entries[thing]: targets[target] for thing, target in response.items()}
        case Gaps(gaps), dict():
            names = _names("g", [gap.id for gap in gaps])
            return {names[gap]: text for gap, text in response.items()}
        case Written(), _:
            return response
    raise TypeError(question.item)


def _names(sign: str, ids: Sequence[str]) -> dict[str, str]:
    return {id: f"{sign}{at}" for at, id in enumerate(ids, 1)}
