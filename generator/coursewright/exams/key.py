"""What is right: as data that a grader reads, and as people read it off a form."""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from ..model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from .form import Question

Key = list[str] | dict[str, Any] | list[dict[str, Any]]
"""As plain JSON; shapes are those of `model/items/interaction.py`."""


def key_of(asked: Asked) -> Key:
    match asked:
        case AskedChoice(_, key):
            return sorted(key)
        case AskedOrder(_, key):
            return list(key)
        case AskedMatch(_, key):
            return dict(sorted(key.items()))
        case AskedGaps(_, key):
            return {id: _accepted(accepted) for id, accepted in key.items()}
        case AskedWritten(_, key):
            return [{"id": each.id, "text": each.text, "points": each.points} for each in key]
        case unknown:
            assert_never(unknown)


def _accepted(accepted: Texts | Number) -> dict[str, Any]:
    if isinstance(accepted, Number):
        return {"value": accepted.value, "tolerance": accepted.tolerance}
    return {"accepted": list(accepted.accepted)}


def shown_key(question: Question, asked: Asked) -> str:
    """By the letters and numbers that the form gives to entries; nothing for what a person judges."""
    match asked:
        case AskedChoice(_, key):
            return "".join(letter for letter, id in lettered(question.entries).items() if id in key)
        case AskedOrder(_, key):
            letters = {id: letter for letter, id in lettered(question.entries).items()}
            return "".join(letters[id] for id in key)
        case AskedMatch(_, key):
            letters = {id: letter for letter, id in lettered(question.targets).items()}
            return " ".join(f"{number}{letters[key[id]]}" for number, id in enumerate(question.entries, 1))
        case AskedGaps(_, key):
            return _gaps(key)
        case AskedWritten():
            return ""
        case unknown:
            assert_never(unknown)


def _gaps(key: Mapping[str, Texts | Number]) -> str:
    """Answers of a gap with a slash between, gaps with a semicolon; what a number may be off behind it."""
    return "; ".join(
        _number(each) if isinstance(each, Number) else " / ".join(each.accepted) for each in key.values()
    )


def _number(number: Number) -> str:
    return number.value if number.tolerance == "0" else f"{number.value} ± {number.tolerance}"


def lettered(ids: Sequence[str]) -> dict[str, str]:
    """A, B, C … → the entry's id."""
    return {chr(ord("A") + at): id for at, id in enumerate(ids)}
