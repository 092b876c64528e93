"""Items and answers as a trainer names them after an exam: `A3` is question 3 of form A, `A3=B` an answer."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ...model.characters import is_unseen, unfit
from ...model.items.interaction import (
    Asked,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Gap,
    Number,
    Texts,
)
from ...model.items.quantity import MOST
from ...model.text import MOST_OF_A_LINE
from ...scoring.quantity import value_of
from ..form import Question
from ..key import shown_key
from ..session import Session
from .meaning import Unclear, response_of

_QUESTION = re.compile(r"([A-Z])[.-]?([1-9][0-9]{0,2})")


class Partial(Unclear):
    """Only some of the steps or things, where a key needs all of them."""


class NoNumber(Unclear):
    """A text for a gap that asks for a number."""


class Named(NamedTuple):
    """An item with the question of a form by which letters are read."""

    item: str
    question: Question


def named(session: Session, text: str) -> Named | None:
    """By form and number, or by the item's id, which is then read by the first form that has it."""
    forms = {form.code: form for form in session.forms}
    if (match := _QUESTION.fullmatch(text)) and match[1] in forms:
        questions = forms[match[1]].questions
        at = int(match[2]) - 1
        return Named(questions[at].item, questions[at]) if at < len(questions) else None
    asked = (question for form in session.forms for question in form.questions if question.item == text)
    question = next(asked, None)
    return Named(text, question) if question else None


def answer_named(named: Named, asked: Mapping[str, Asked], text: str) -> object:
    """The response that is to be right as well; a number is its value in the unit that is asked for.

    Raises Unclear where it is none, or a person judges it; Twofold for two options where one is right;
    Partial; NoNumber.
    """
    question, own = named.question, asked[named.item]
    if isinstance(own, AskedWritten):
        raise Unclear(text, "–")
    response = response_of(question, own, {"": text}, "letters")
    if not response:
        raise Unclear(text, "A, AB, 1-B 2-A …")
    match own, response:
        case AskedGaps(interaction, key), dict():
            return {
                gap.id: _typed(response[gap.id], gap, key[gap.id])
                for gap in interaction.gaps
                if gap.id in response
            }
        case ((AskedOrder(_, key) | AskedMatch(_, key)), (list() | dict())) if len(response) < len(key):
            raise Partial(text, shown_key(question, own))
    return response


def _typed(text: str, gap: Gap, expected: Texts | Number) -> str:
    if isinstance(expected, Number):
        value = value_of(text, gap.unit)
        if value is None or abs(Decimal(value)) > MOST:
            raise NoNumber(text, f"{expected.value} {gap.unit}".strip())
        return value
    if unfit(text) or is_unseen(text) or len(text.splitlines()) != 1 or len(text) > MOST_OF_A_LINE:
        raise Unclear(text, expected.accepted[0])
    return text
