"""A line of a text → parts of the question, or of the listed answer, that is open: fields, options, text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from ..diagnostics import Place, Problem
from .bold import Line
from .text_fields import field_of, further
from .text_question import LETTERS, Question

OPTION = re.compile(r"[ \t\u3000]*[(（]?([A-HＡ-Ｈa-hａ-ｈ])[)）]?\s*[、.．:：)）]\s*(.*)", re.S)
_BESIDE = re.compile(r"(?<=\S)[ \t\u3000]+(?=[B-HＢ-Ｈ]\s*[、.．:：])")


def beside(line: Line) -> Iterator[Line]:
    """The options on a line of options, each with its letter; else the line."""
    start = 0
    for text in _BESIDE.split(line.text) if OPTION.fullmatch(line.text) else [line.text]:
        start = line.text.index(text, start)
        yield line.part(text, start)
        start += len(text)


def add(question: Question, place: Place, whole: Line, unread: str = "CW1018") -> Iterator[Problem]:
    """Give a question a line; of what has no place there a problem of the code `unread` tells."""
    line = whole.text
    if field := field_of(line):
        yield from put(question, field.key, field.name, place, whole.last(field.text))
    elif (found := OPTION.fullmatch(line)) and question.last in ("stem", *LETTERS):
        name = normalize("NFKC", found[1]).upper()
        yield from put(question, name, found[1], place, whole.last(found[2]))
    elif question.last in ("stem", "explanation", *LETTERS) or question.has_long_answer:
        yield from put(question, question.last, "", place, whole.last(line.strip()))
    else:
        yield Problem(unread, place, {"found": line.strip()})


def put(question: Question, key: str, name: str, place: Place, said: Line) -> Iterator[Problem]:
    """Give a question what a part says on a line, and the fields behind it; a part without a name goes on.

    What is there already is told by the name that its author gives it.
    """
    others = further(key, said.text, {*question.parts, key})
    own = said.part(said.text[: others[0]], 0) if others else said
    is_new = question.begin(key, place, own.last(own.text.strip()))
    if name and not is_new:
        yield Problem("CW1027", place, {"name": name})
    if others:
        rest = said.last(said.text[others[1] :])
        yield from add(question, _at(place, rest.text), rest)


def _at(place: Place, text: str) -> Place:
    """The place of a text on the line of a place."""
    at = place.source.rfind(text)
    return replace(place, column=at + 1) if at >= 0 else place
