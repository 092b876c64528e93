"""A form as somebody answers it in a browser who knows everything: what is pressed, chosen and typed."""

from collections.abc import Sequence
from typing import Any, assert_never

from coursewright.exams.form import Form, Question
from coursewright.exams.session import Session
from coursewright.model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from trees import ENGLISH

Presses = dict[str, Any]
"""By shape: places of options, places where “down” is pressed, targets of things, texts of gaps, a text."""


def known(session: Session, form: Form, text: str) -> list[Presses]:
    """Question by question; `text` is what is written where a person judges."""
    asked = session.asked(ENGLISH)
    return [_presses(question, asked[question.item], text) for question in form.questions]


def _presses(question: Question, asked: Asked, text: str) -> Presses:
    match asked:
        case AskedChoice(_, key):
            return {"choice": [question.entries.index(id) for id in sorted(key)]}
        case AskedOrder(_, key):
            return {"order": _down(question.entries, key)}
        case AskedMatch(_, key):
            return {"match": [question.targets.index(key[id]) for id in question.entries]}
        case AskedGaps(_, key):
            return {"gaps": [_accepted(each) for each in key.values()]}
        case AskedWritten():
            return {"written": text}
        case unknown:
            assert_never(unknown)


def _accepted(accepted: Texts | Number) -> str:
    return accepted.value if isinstance(accepted, Number) else accepted.accepted[0]


def _down(shown: Sequence[str], key: Sequence[str]) -> list[int]:
    """Places from which a step goes down by one, until all are in order."""
    rows, found = [key.index(id) for id in shown], []
    for end in range(len(rows) - 1, 0, -1):
        for at in range(end):
            if rows[at] > rows[at + 1]:
                rows[at], rows[at + 1] = rows[at + 1], rows[at]
                found.append(at)
    return found
