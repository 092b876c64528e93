"""An item as sheets and texts of other programs know it, made of what it asks, whatever its type."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from ..model.characters import is_unseen
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
from ..model.items.types import TYPE_NAMES
from ..model.walk import prose
from ..words import marked as _
from . import types
from .answers import blanks
from .posed import Left, Note, Posed, is_truth
from .prose import without_marks
from .spot import letters
from .wordings import POINTS

_PARTED = _("accepted texts with a semicolon or a vertical bar, which stand between answers")

HARDNESS = {"recall": 0, "understand": 1, "apply": 2, "analyse": 3}
"""Level → how hard other programs may say that it is, from easy to hard."""


_MARKS = {
    _("pictures"): re.compile(r"\]\(picture:"),
    _("tables, but for their texts"): re.compile(r"^\s*\|.*\|\s*$", re.M),
    _("bold type"): re.compile(r"\*\*\S"),
}
"""What texts may have that no other program reads."""


@dataclass(frozen=True)
class Question:
    """`answer` has the letters of the options, or texts: of every gap those that are right.

    `chapter` has the titles of chapter and section, with a slash between.
    """

    type: str
    stem: str
    answer: tuple[str, ...]
    explanation: str
    options: tuple[str, ...]
    accepted: tuple[tuple[str, ...], ...]
    chapter: str
    hardness: int

    @property
    def joined_answer(self) -> str:
        """`ABD` without a sign between letters; what goes into gaps with one between gaps."""
        return ("|" if self.accepted else "").join(self.answer)


def question(posed: Posed, note: Note) -> Question:
    """A question as other programs know it, its options in the order in which it has them. Raises Left."""
    type, answer, options, accepted = _asked(posed.asked, posed.type, note)
    item, stem = posed.item, _stem(posed)
    if not all(text and not is_unseen(text) for text in (stem, *options, *answer)):
        raise Left(_("texts that show nothing"))
    for what in _lost(posed):
        note(what)
    return Question(
        type,
        stem,
        answer,
        without_marks(item.explanation or ""),
        options,
        accepted,
        posed.place,
        HARDNESS[item.level],
    )


def _stem(posed: Posed) -> str:
    """What is asked, after what a case has to read."""
    stem = without_marks(posed.item.stem)
    return f"{without_marks(posed.material.text)}\n{stem}" if posed.material else stem


_Asked = tuple[str, tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Type, answer, options, and what is accepted in every gap."""


def _asked(asked: Asked, type: str, note: Note) -> _Asked:
    match asked:
        case AskedChoice():
            return _choice(asked)
        case AskedOrder():
            ids = [step.id for step in asked.interaction.steps]
            texts = tuple(without_marks(step.text) for step in asked.interaction.steps)
            return types.STEPS, tuple(letters(ids.index(id) + 1) for id in asked.key), texts, ()
        case AskedGaps():
            return _gaps(asked, note)
        case AskedWritten():
            return types.WRITTEN, (without_marks(asked.sample),), (), ()
        case AskedMatch():
            raise Left(TYPE_NAMES[type])
        case unknown:
            assert_never(unknown)


def _choice(asked: AskedChoice) -> _Asked:
    options = asked.interaction.options
    texts = tuple(without_marks(option.text) for option in options)
    answer = tuple(letters(at) for at, option in enumerate(options, 1) if option.id in asked.key)
    if is_truth(asked):
        return types.TRUE_FALSE, answer, (), ()
    return types.MULTIPLE if asked.interaction.many else types.SINGLE, answer, texts, ()


def _gaps(asked: AskedGaps, note: Note) -> _Asked:
    keys = [asked.key[gap.id] for gap in asked.interaction.gaps]
    units = [gap.unit for gap in asked.interaction.gaps]
    accepted = tuple(
        key.accepted if isinstance(key, Texts) else (f"{key.value}{f' {unit}' if unit else ''}",)
        for key, unit in zip(keys, units, strict=True)
    )
    is_number = len(keys) == 1 and isinstance(keys[0], Number)
    if is_number and asked.interaction.gaps[0].id == "answer":
        return types.NUMBER, accepted[0], (), accepted
    if asked.interaction.any_order and len(keys) > 1:
        note(_("answers that may change places"))
    said = tuple(_whole(each, note) for each in accepted)
    return types.GAPS, tuple(";".join(each) for each in said), (), said


def _whole(accepted: Sequence[str], note: Note) -> tuple[str, ...]:
    """What is accepted in a gap but for what would be read as several texts. Raises Left for nothing."""
    whole = tuple(text for text in accepted if blanks(text) == [[text.strip()]])
    if not whole:
        raise Left(_PARTED)
    if len(whole) < len(accepted):
        note(_PARTED)
    return whole


def _lost(posed: Posed) -> Iterator[str]:
    said = {
        _("hints"): bool(posed.item.hints),
        POINTS: posed.worth != 1,
        _("that they are reserved for exams"): posed.is_reserved,
        _("rationales"): any(_reasons(posed.asked)),
        _("criteria"): isinstance(posed.asked, AskedWritten),
    }
    yield from (what for what, is_said in said.items() if is_said)
    yield from _lost_of_numbers(posed.asked)
    texts = [spot.text for spot in prose(posed.item)]
    yield from (name for name, mark in _MARKS.items() if any(map(mark.search, texts)))


def _lost_of_numbers(asked: Asked) -> Iterator[str]:
    expected = asked.key.values() if isinstance(asked, AskedGaps) else ()
    numbers = [each for each in expected if isinstance(each, Number)]
    if any(number.tolerance != "0" for number in numbers):
        yield _("tolerances")
    if any(number.mistakes for number in numbers):
        yield _("usual mistakes")


def _reasons(asked: Asked) -> list[str | None]:
    """What is said of every answer."""
    match asked:
        case AskedChoice(interaction):
            return [option.rationale for option in interaction.options]
        case AskedOrder(interaction):
            return [step.rationale for step in interaction.steps]
        case AskedGaps(interaction):
            return [gap.rationale for gap in interaction.gaps]
        case _:
            return []
