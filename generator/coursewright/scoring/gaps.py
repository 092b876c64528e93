"""Filling in gaps."""

from collections.abc import Mapping
from typing import assert_never

from ..model.items.interaction import Gaps, Number, Texts
from ..writing.script import in_scripts, simplified
from .canonical import LONGEST, canonical
from .quantity import is_within
from .response import texts_in
from .score import Score


def gaps(interaction: Gaps, key: Mapping[str, Texts | Number], response: object) -> Score:
    """A point for every gap with a right answer; with `any_order` every answer counts once, wherever it is.

    A wrong answer costs nothing, for nobody guesses a word. A response that names a gap that is not there,
    or has anything but texts, is malformed and earns nothing.
    """
    typed = texts_in(response, key)
    units = {gap.id: gap.unit for gap in interaction.gaps}
    left, points = dict(key), 0
    for gap, text in typed.items():
        tried = list(left) if interaction.any_order else [gap]
        found = next((id for id in tried if _is_right(text, left[id], units[id])), None)
        if found is not None:
            del left[found]
            points += 1
    return Score(points, len(key))


def as_read(text: str) -> str:
    """What is compared of a text: without what makes no difference, in simplified characters."""
    return simplified(canonical(text))


def ways_to_write(text: str) -> set[str]:
    """What may be read where a text is accepted: it in every script."""
    return {as_read(form) for form in in_scripts(text)}


def _is_right(text: str, expected: Texts | Number, unit: str) -> bool:
    match expected:
        case Texts():
            typed = as_read(text)
            return len(text) <= LONGEST and any(typed in ways_to_write(each) for each in expected.accepted)
        case Number():
            return is_within(text, expected.value, expected.tolerance, unit)
        case unknown:
            assert_never(unknown)
