"""Written answers that people judged: which criteria each has met, and that it is still the same answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from ...scoring.response import text_of
from ..sitting import Sitting


class Answer(NamedTuple):
    """A written answer by the item and the digest of its text: equal texts are judged once."""

    item: str
    digest: str


Decisions = Mapping[Answer, tuple[str, ...]]
"""Ids of the criteria that an answer has met."""


def answer_of(item: str, text: str) -> Answer:
    return Answer(item, sha256(text.encode(errors="replace")).hexdigest())


def written_response(text: str, met: Sequence[str] | None) -> dict[str, object]:
    """A written answer as a response, with what was found met in it if it was judged."""
    return {"text": text} if met is None else {"text": text, "met": list(met)}


def judged(sittings: Iterable[Sitting], decisions: Decisions) -> Iterator[Sitting]:
    """The sittings, with what was found met in their written answers."""
    for sitting in sittings:
        found = {
            item: written_response(text, decisions[answer])
            for item, response in sitting.answers.items()
            if (text := text_of(response)) and (answer := answer_of(item, text)) in decisions
        }
        yield replace(sitting, answers={**sitting.answers, **found}) if found else sitting
