"""Slips of the pencil, over which a person decides: rubbed out, hardly pressed, two instead of one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model.items.interaction import Asked, AskedChoice
from .filling import Filled, Place
from .scanning import Sheet


def with_slips(sheets: Sequence[Sheet], asked: Mapping[str, Asked]) -> list[Sheet]:
    """The first three sheets, each with another slip in the first answer to a choice of one."""
    first = [slip(sheet, asked) for slip, sheet in zip((_rubbed, _faint, _two), sheets, strict=False)]
    return [*first, *sheets[len(first) :]]


def _rubbed(sheet: Sheet, asked: Mapping[str, Asked]) -> Sheet:
    place, _meant, other = _choice(sheet, asked)
    return replace(sheet, paler={place: (other,)})


def _faint(sheet: Sheet, asked: Mapping[str, Asked]) -> Sheet:
    place, meant, _other = _choice(sheet, asked)
    return replace(sheet, paler={place: meant})


def _two(sheet: Sheet, asked: Mapping[str, Asked]) -> Sheet:
    place, meant, other = _choice(sheet, asked)
    return replace(sheet, filled=Filled({**sheet.filled.marks, place: (*meant, other)}, sheet.filled.texts))


def _choice(sheet: Sheet, asked: Mapping[str, Asked]) -> tuple[Place, tuple[str, ...], str]:
    """Its place, what is marked there, and another option."""
    return next(
        (place, marks, other)
        for place, marks in sheet.filled.marks.items()
        if isinstance(one := asked[place.item], AskedChoice) and not one.interaction.many
        for other in (option.id for option in one.interaction.options)
        if other not in marks
    )
