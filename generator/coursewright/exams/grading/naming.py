"""Items and answers as a trainer names them after an exam: `A3` is question 3 of form A, `A3=B` an answer."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ...model.items.interaction import Asked, AskedWritten
from ..form import Question
from ..session import Session
from .meaning import Unclear, response_of

_QUESTION = re.compile(r"([A-Z])[.-]?([1-9][0-9]{0,2})")


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
    """The response that is to be right as well. Raises Unclear where it is none, or a person judges it."""
    if isinstance(asked[named.item], AskedWritten):
        raise Unclear(text, "–")
    response = response_of(named.question, asked[named.item], {"": text}, "letters")
    if response is None:
        raise Unclear(text, "A, AB, 1-B 2-A …")
    return response
