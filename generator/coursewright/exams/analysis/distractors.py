"""Who chose what: every option by thirds of the candidates, and what was typed and is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...model.items.interaction import Asked, AskedChoice, AskedGaps
from ...scoring.response import is_empty
from .discrimination import sums_of
from .results import Said
from .scores import Scores

FEW = 5
"""Wrong answers that are told."""


@dataclass(frozen=True)
class Option:
    """`lower`, `middle` and `upper` are shares of those thirds that chose it, `share` that of all candidates.

    `discrimination` is the correlation of choosing it with the points of all other items, None where all or
    none did. A key's should be above 0 and a distractor's below (Haladyna, Developing and Validating
    Multiple-Choice Test Items, 2004, ch. 9).
    """

    id: str
    is_key: bool
    many: int
    share: float
    lower: float
    middle: float
    upper: float
    discrimination: float | None


@dataclass(frozen=True)
class Answer:
    """What so many typed, which is not right."""

    text: str
    many: int


def options(item: str, asked: Asked, said: Sequence[Said], forms: Sequence[Scores]) -> tuple[Option, ...]:
    """In the order of the item; `said` are the responses to it. Nothing for what is no choice.

    A second key that was accepted is a key where one option is chosen: what scored in full is right.
    """
    if not isinstance(asked, AskedChoice):
        return ()
    own = [form for form in forms if item in form.items]
    counts = np.sum([np.bincount(form.thirds, minlength=3) for form in own], axis=0)
    spread = sum(float(sums_of(form, form.items.index(item))[2]) for form in own)
    chosen = [(each, set(_ids(each.response))) for each in said]
    keys = set(asked.key)
    if not asked.interaction.many:
        keys |= {id for each, ids in chosen if each.score == 1 for id in ids}
    among = _Among(own, [max(1, int(count)) for count in counts], spread)
    return tuple(
        among.option(option.id, option.id in keys, [each for each, ids in chosen if option.id in ids])
        for option in asked.interaction.options
    )


@dataclass(frozen=True)
class _Among:
    """The forms that ask an item, the sizes of their thirds, the squares of what was scored on everything
    else."""

    forms: Sequence[Scores]
    thirds: Sequence[int]
    spread: float

    def option(self, id: str, is_key: bool, said: Sequence[Said]) -> Option:
        """With the responses that chose it."""
        many = sum(each.many for each in said)
        lower, upper = sum(each.lower for each in said), sum(each.upper for each in said)
        low, middle, high = self.thirds
        total = sum(form.candidates for form in self.forms)
        return Option(
            id=id,
            is_key=is_key,
            many=many,
            share=many / total,
            lower=lower / low,
            middle=(many - lower - upper) / middle,
            upper=upper / high,
            discrimination=self._discrimination(said, total),
        )

    def _discrimination(self, said: Sequence[Said], total: int) -> float | None:
        products = squares = 0.0
        for form in self.forms:
            own = [each for each in said if each.form == form.form]
            if own:
                at, many = form.items.index(own[0].item), sum(each.many for each in own)
                rest = float((form.totals - form.worth[at] * form.matrix[:, at]).mean())
                products += sum(each.rest for each in own) - many * rest
                squares += many * (1 - many / form.candidates)
        if squares <= 0 or self.spread <= 1e-9 * total:
            return None
        return float(np.clip(products / np.sqrt(squares * self.spread), -1, 1))


def _ids(response: object) -> list[str]:
    return [id for id in response if isinstance(id, str)] if isinstance(response, list) else []


def wrong_answers(asked: Asked, said: Sequence[Said]) -> tuple[Answer, ...]:
    """The most frequent wrong answers of an item with gaps, those that at least two gave."""
    if not isinstance(asked, AskedGaps):
        return ()
    found: dict[str, Answer] = {}
    for each in said:
        if each.score < 1 and not is_empty(each.response):
            text = _typed(each.response, [gap.id for gap in asked.interaction.gaps])
            known = found.get(text, Answer(text, 0))
            found[text] = replace(known, many=known.many + each.many)
    ordered = sorted(found.values(), key=lambda answer: (-answer.many, answer.text))
    return tuple(answer for answer in ordered if answer.many > 1)[:FEW]


def _typed(response: object, gaps: Sequence[str]) -> str:
    typed = response if isinstance(response, dict) else {}
    return "; ".join(str(typed.get(gap, "")).strip() for gap in gaps)
