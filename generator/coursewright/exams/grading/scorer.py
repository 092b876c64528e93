"""Responses → points, each different response to an item once, however many gave it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any, NamedTuple

from ...model.items.interaction import Asked, AskedGaps, AskedWritten
from ...scoring import Score, score
from ...scoring.response import is_empty, text_of
from ..marks import of_rubric
from .ruling import Rulings, keyed


class Said(NamedTuple):
    """A response to an item, with the points that a marker gave it on paper, if one did."""

    item: str
    response: Any
    marks: int | None


class Scored(NamedTuple):
    """`share` of the item's points; None while a person has still to judge it."""

    share: Fraction | None
    is_answered: bool


@dataclass(frozen=True)
class Scorer:
    """`asked` are the session's items by id, `rulings` what lies on top of their keys."""

    asked: Mapping[str, Asked]
    rulings: Rulings

    @cached_property
    def _keyed(self) -> dict[str, list[Asked]]:
        return {id: keyed(asked, self.rulings.get(id)) for id, asked in self.asked.items()}

    def scored(self, said: Said) -> Scored:
        """By the rule of its shape; a marker's points are of the rubric's, or of the gaps'."""
        asked = self.asked[said.item]
        if said.marks is not None:
            of = of_rubric(asked) if isinstance(asked, AskedWritten) else len(_gaps(asked)) or 1
            return Scored(Fraction(min(said.marks, of), of), said.marks > 0 or not is_empty(said.response))
        is_answered = not is_empty(said.response)
        if isinstance(asked, AskedWritten) and is_unmarked(said.response):
            return Scored(None, is_answered)
        return Scored(max(_share(score(each, said.response)) for each in self._keyed[said.item]), is_answered)


def is_unmarked(response: object) -> bool:
    """Whether a written answer has a text that nobody has judged."""
    return bool(text_of(response).strip()) and not (isinstance(response, dict) and "met" in response)


def _gaps(asked: Asked) -> tuple[Any, ...]:
    return asked.interaction.gaps if isinstance(asked, AskedGaps) else ()


def _share(score: Score) -> Fraction:
    return Fraction(score.points, score.of) if score.of else Fraction()


def common(shares: list[Fraction]) -> int:
    """The smallest number of parts in which all shares are whole, so that sums of them are exact."""
    return lcm(*(share.denominator for share in shares))
