"""An item as sheets and texts of other programs know it, made of what it asks, whatever its type."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from ..model.items.bank import Bank
from ..model.items.case import CaseItem
from ..model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from ..model.items.item import ItemSource
from ..model.walk import prose
from ..words import Words
from ..words import marked as _
from . import types
from .prose import without_marks
from .spot import letters

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

    `lost` names what of the item is not in it.
    """

    id: str
    type: str
    stem: str
    answer: tuple[str, ...]
    explanation: str
    options: tuple[str, ...] = ()
    accepted: tuple[tuple[str, ...], ...] = ()
    chapter: str = ""
    hardness: int = 0
    lost: tuple[str, ...] = field(default=())


def questions(bank: Bank, chapters: Mapping[str, str], words: Words) -> Iterator[Question | tuple[str, str]]:
    """The questions of a bank in order; of one that no other program knows its id and what it is.

    `chapters` has the titles of chapter and section by the section's id.
    """
    for _path, item, case in bank.questions():
        asked = _asked(item, words)
        if asked is None:
            yield item.id, types.NAMES[_type(item)][words.language != "zh_CN"]
            continue
        type, answer, options, accepted = asked
        section = item.objective.rpartition("/")[0]
        yield Question(
            item.id,
            type,
            _stem(item, case),
            answer,
            without_marks(item.explanation),
            options,
            accepted,
            chapters.get(section, section),
            HARDNESS[item.level],
            tuple(_lost(item)),
        )


def _stem(item: ItemSource, case: CaseItem | None) -> str:
    """What is asked, after what a case has to read."""
    stem = without_marks(item.stem)
    return f"{without_marks(case.stimulus)}\n{stem}" if case else stem


_Asked = tuple[str, tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Type, answer, options, and what is accepted in every gap."""


def _asked(item: ItemSource, words: Words) -> _Asked | None:
    asked = item.asked(words)
    match asked:
        case AskedChoice():
            return _choice(asked)
        case AskedOrder():
            ids = [step.id for step in asked.interaction.steps]
            texts = tuple(without_marks(step.text) for step in asked.interaction.steps)
            return types.STEPS, tuple(letters(ids.index(id) + 1) for id in asked.key), texts, ()
        case AskedGaps():
            return _gaps(asked)
        case AskedWritten():
            return types.WRITTEN, (without_marks(asked.sample),), (), ()
        case AskedMatch():
            return None
        case unknown:
            assert_never(unknown)


def _choice(asked: AskedChoice) -> _Asked:
    options = asked.interaction.options
    texts = tuple(without_marks(option.text) for option in options)
    answer = tuple(letters(at) for at, option in enumerate(options, 1) if option.id in asked.key)
    if [option.id for option in options] == ["true", "false"]:
        return types.TRUE_FALSE, answer, (), ()
    return types.MULTIPLE if asked.interaction.many else types.SINGLE, answer, texts, ()


def _gaps(asked: AskedGaps) -> _Asked:
    keys = [asked.key[gap.id] for gap in asked.interaction.gaps]
    units = [gap.unit for gap in asked.interaction.gaps]
    accepted = tuple(
        key.accepted if isinstance(key, Texts) else (f"{key.value}{f' {unit}' if unit else ''}",)
        for key, unit in zip(keys, units, strict=True)
    )
    is_number = len(keys) == 1 and isinstance(keys[0], Number)
    type = types.NUMBER if is_number and asked.interaction.gaps[0].id == "answer" else types.GAPS
    return type, tuple(";".join(each) for each in accepted), (), accepted


def _type(item: ItemSource) -> str:
    """The type of an item that no other program knows."""
    return str(getattr(item, "type", ""))


def _lost(item: ItemSource) -> Iterator[str]:
    if item.hints:
        yield _("hints")
    asked = item.asked(str)
    if isinstance(asked, AskedGaps):
        keys = [key for key in asked.key.values() if isinstance(key, Number)]
        if any(key.tolerance != "0" for key in keys):
            yield _("tolerances")
        if any(key.mistakes for key in keys):
            yield _("usual mistakes")
        reasons = [gap.rationale for gap in asked.interaction.gaps]
    elif isinstance(asked, AskedChoice):
        reasons = [option.rationale for option in asked.interaction.options]
    else:
        reasons = (
            [step.rationale for step in asked.interaction.steps] if isinstance(asked, AskedOrder) else []
        )
    if any(reasons):
        yield _("rationales")
    if isinstance(asked, AskedWritten):
        yield _("criteria")
    texts = [spot.text for spot in prose(item)]
    for name, mark in _MARKS.items():
        if any(map(mark.search, texts)):
            yield name
