"""What a trainer rules about an item after the exam: it does not count, or another answer is right as well.

The key file stays as it was committed to; rulings are entries of the journal and lie on top of it. Each
names one item and says all that holds for it from then on, so that saying one twice changes nothing, and
withdrawing it leaves what there was without it.

A void item is taken away: it has no points for anybody, and percentages are of what remains. Full points
for everyone would reward those who never saw through it and move the cut score for those who did.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, assert_never

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from ..journal import Entry


@dataclass(frozen=True)
class Ruling:
    """`accepted` are responses that are right as well, in the shapes of `model/items/interaction.py`."""

    item: str
    is_void: bool = False
    accepted: tuple[Any, ...] = ()
    reason: str = ""

    def as_data(self) -> dict[str, Any]:
        return {
            "item": self.item,
            "void": self.is_void,
            "accepted": list(self.accepted),
            "reason": self.reason,
        }

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing is ruled any more."""
        return not self.is_void and not self.accepted


Rulings = Mapping[str, Ruling]
"""By item; an item of which nothing is ruled is not there."""


def rulings(entries: Iterable[Entry]) -> dict[str, Ruling]:
    """What holds by a session's journal: of each item what was said of it last.

    Raises ValueError where an entry does not say it as we do.
    """
    found: dict[str, Ruling] = {}
    for entry in entries:
        if entry.did == "regraded":
            for said in entry.about.get("rulings", ()):
                ruling = _read(said)
                found[ruling.item] = ruling
    return {item: ruling for item, ruling in found.items() if not ruling.is_withdrawn}


def _read(said: object) -> Ruling:
    match said:
        case {"item": str(item), "void": bool(void), "accepted": list(accepted), "reason": str(reason)}:
            return Ruling(item, void, tuple(accepted), reason)
    raise ValueError("no ruling")


def with_accepted(ruling: Ruling, response: object, reason: str) -> Ruling:
    """The ruling, by which this response is right as well."""
    accepted = ruling.accepted if response in ruling.accepted else (*ruling.accepted, response)
    return replace(ruling, is_void=False, accepted=accepted, reason=reason)


def keyed(asked: Asked, ruling: Ruling | None) -> list[Asked]:
    """The item with its key, and with each key that is right as well: what scores best counts."""
    return [asked, *(_with_key(asked, each) for each in (ruling.accepted if ruling else ()))]


def _with_key(asked: Asked, response: Any) -> Asked:
    match asked:
        case AskedChoice():
            return replace(asked, key=frozenset(response))
        case AskedOrder():
            return replace(asked, key=tuple(response))
        case AskedMatch():
            return replace(asked, key={**asked.key, **response})
        case AskedGaps(_, key):
            return replace(asked, key={id: _accepting(each, response.get(id)) for id, each in key.items()})
        case AskedWritten():
            return asked  # a person judges it: no response is right by itself
        case unknown:
            assert_never(unknown)


def _accepting(expected: Texts | Number, text: str | None) -> Texts | Number:
    if text is None:
        return expected
    if isinstance(expected, Texts):
        return Texts((*expected.accepted, text))
    return replace(expected, value=text)
