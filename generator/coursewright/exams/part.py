"""The parts of a form: what its paper has under one heading, and its answer sheet too."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from ..model.blueprint import FormRules
from ..model.items.types import TYPE_NAMES
from .form import Form, Question
from .session import Session

CASES = "case"
"""The part of a form that has cases."""

Numbered = tuple[int, Question]


@dataclass(frozen=True)
class Part:
    """Questions with their numbers, from 1. `title` is a type's name or a chapter's title in the words of the
    course, empty where a form has no parts; `type` is empty where it has none by type."""

    title: str
    type: str
    questions: tuple[Numbered, ...]


def parts(session: Session, form: Form, words: Callable[[str], str]) -> list[Part]:
    """By type or by chapter as the blueprint says, else one."""
    numbered = tuple(enumerate(form.questions, 1))
    match (session.blueprint.forms or FormRules()).order:
        case "types":
            types = groupby(numbered, key=lambda each: _type(session, each[1]))
            return [Part(words(TYPE_NAMES[type]), type, tuple(own)) for type, own in types]
        case "chapters":
            chapter = _chapters(session, form)
            chapters = groupby(numbered, key=lambda each: chapter[each[1].item])
            return [Part(session.chapters[id], "", tuple(own)) for id, own in chapters]
        case "mixed":
            return [Part("", "", numbered)]


def _type(session: Session, question: Question) -> str:
    item = session.items[question.item]
    return CASES if item.case else item.model.type


def _chapters(session: Session, form: Form) -> dict[str, str]:
    """The chapter of each item; all of a case are in that of its first, as the form was ordered."""
    first: dict[str, str] = {}
    items = {question.item: session.items[question.item] for question in form.questions}
    return {id: first.setdefault(item.case or id, item.chapter) for id, item in items.items()}
