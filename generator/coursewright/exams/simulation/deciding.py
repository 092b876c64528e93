"""What invented people decide and judge, in the files that the pages for it save."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random

from ..grading.judging import Answer
from ..grading.marking import FORMAT as JUDGED
from ..scanning.account import Account
from ..scanning.deciding import FORMAT as DECIDED
from ..scanning.doubts import Doubt
from ..session import as_json
from .answering import Said
from .filling import Filled, Place

OTHERWISE = 0.1
"""How often a second marker sees a criterion otherwise."""


def decisions(account: Account, meant: Mapping[int, Filled]) -> bytes:
    """Of all that is open, by what candidates of these serials meant to fill in."""
    return as_json(
        {
            "format": DECIDED,
            "session": account.session.name,
            "decisions": {doubt.id: _decided(account, doubt, meant) for doubt in account.open},
        }
    )


def _decided(account: Account, doubt: Doubt, meant: Mapping[int, Filled]) -> Sequence[str]:
    identity, field = account.identities[doubt.page], doubt.field
    if not identity or not field:
        return doubt.proposal or ()
    place = Place(field.kind, field.item, field.entry, field.column)
    own = meant[identity.serial].marks.get(place, ())
    return own if len(own) <= doubt.most else doubt.proposal or ()


def judgments(session: str, answers: Iterable[tuple[Answer, str]], said: Said, sees: str = "") -> bytes:
    """By the sentences that a text has; with a seed in `sees`, as somebody does who differs at times."""
    chance = Random(sees) if sees else None  # noqa: S311  an invented marker's moods
    found = []
    for answer, text in answers:
        has = said.met(text)
        if chance:
            has = [id for id in said.sentences if (id in has) is not (chance.random() < OTHERWISE)]
        found.append({"item": answer.item, "answer": answer.digest, "met": has})
    return as_json({"format": JUDGED, "session": session, "judgments": found})
