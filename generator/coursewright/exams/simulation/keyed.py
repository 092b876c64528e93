"""Invented answers as somebody keys them in, question by question: what `grading/meaning.py` reads."""

from collections.abc import Iterator

from ...model.items.interaction import Choice, Gaps, Interaction, Match, Order, Written
from ...words import Words
from ..form import Form, Question
from ..key import lettered
from ..session import Session
from .answering import Answered


def keyed(session: Session, form: Form, answered: Answered) -> Iterator[str]:
    """A text a question, empty where it was left open."""
    asked = session.asked(Words(session.language))
    for question in form.questions:
        response = answered.responses.get(question.item)
        yield _text(question, asked[question.item].interaction, response) if response else ""


def _text(question: Question, interaction: Interaction, response: object) -> str:
    letters = {id: letter for letter, id in lettered(question.entries).items()}
    targets = {id: letter for letter, id in lettered(question.targets).items()}
    match interaction, response:
        case Choice(), list():
            return "".join(sorted(letters[id] for id in response))
        case Order(), list():
            return "".join(letters[id] for id in response)
        case Match(), dict():
            numbered = ((at, response.get(thing)) for at, thing in enumerate(question.entries, 1))
            return " ".join(f"{at}-{targets[target]}" for at, target in numbered if target)
        case Gaps(gaps), dict():
            return "; ".join(response.get(gap.id, "") for gap in gaps)
        case Written(), {"text": str(text)}:
            return text
    raise TypeError(question.item)
