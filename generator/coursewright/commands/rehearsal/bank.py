"""The bank: items of every type, those of a type alike, so that forms made of them are."""

from collections.abc import Iterator
from typing import Any

from ...words import Words
from .choices import several, single, truth
from .entries import categorise, matching, ordering
from .log import log
from .message import message
from .numbers import numeric
from .span import HALF, Span, apart, spans
from .weekdays import due, weekdays

SINGLE, FORMS = 8, 2
MISLEADING = "rehearsal-single-1"
ANCHORS = (MISLEADING, "rehearsal-single-2", "rehearsal-log-1", "rehearsal-message-1")
"""Of each form in common. The first is the one that the able get wrong."""
OF_ACCOUNTS = {"several", "days", "matching", "ordering", "log", "due"}
"""Names of items that are about accounts and not about messages."""

Item = dict[str, Any]


def items(words: Words) -> Iterator[Item]:
    """Two of each type, or one where it is an anchor, and more of single choice."""
    drawn = spans()
    for at in range(SINGLE):
        yield _item("single", at, single(next(drawn), at, words))
    for at in range(FORMS):
        yield _item("several", at, several(apart(drawn, 4, 2), words))
        yield _item("truth", at, truth(_long(drawn, is_long=at == 0), words))
        yield _item("minutes", at, numeric(next(drawn), at, words))
        yield _item("days", at, weekdays((0, 2)[at], ((9, 18), (12, 20))[at], words))
        yield _item("matching", at, matching(apart(drawn, 3, 2), words))
        yield _item("ordering", at, ordering(apart(drawn, 4, 2), words))
        yield _item("categorise", at, categorise(apart(drawn, 4, 2), words))
    yield _case("log", 0, log(_long(drawn, is_long=True), words))
    yield _item("message", 0, message(words))


def practised(words: Words) -> Iterator[Item]:
    """So many that practice has as many of each type as a form."""
    for at, (first, length) in enumerate(((1, 9), (1, 17), (1, 12))):
        yield {"id": f"rehearsal-due-{at + 1}", **_about("due", at), **due(first, length, words)}


def _long(drawn: Iterator[Span], is_long: bool) -> Span:
    return next(span for span in drawn if (span.length > HALF) is is_long and span.length % 10)


def _item(name: str, at: int, made: Item) -> Item:
    return {**_named(name, at), **_about(name, at), **made}


def _case(name: str, at: int, made: Item) -> Item:
    named = _named(name, at)
    asked = [
        {"id": f"{named['id']}-{number}", **_about(name, at), **each}
        for number, each in enumerate(made["items"], 1)
    ]
    return {**named, **made, "items": asked}


def _named(name: str, at: int) -> Item:
    return {"id": f"rehearsal-{name}-{at + 1}", "use": "exam"}


def _about(name: str, at: int) -> Item:
    """What it is for: every other single choice is about an account."""
    is_account = name in OF_ACCOUNTS or (name == "single" and at % 2 == 0)
    objective, competency = (
        ("basics/accounts/lending", "account-care")
        if is_account
        else ("basics/messages/response", "message-care")
    )
    return {"objective": objective, "level": "apply", "competencies": [competency]}
