"""All figures of an exam: its forms, its items, how forms compare, and how groups do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...model.items.interaction import Asked
from .characteristic import Characteristic, characteristics
from .differential import Differential, Groups, differentials
from .discrimination import Discrimination, discrimination
from .distractors import Answer, Option, options, wrong_answers
from .distribution import Distribution, distribution
from .equating import Line, line
from .facility import Facility, facility
from .reliability import Reliability, reliability
from .results import Pace, Said
from .scale import Location, Model, scaled
from .scores import Scores

LEAST = 20
"""Candidates of whom anything is said."""
FEW = 100
"""Candidates, below which figures are rough."""


@dataclass(frozen=True)
class Taken:
    """What an exam was, as far as figures need it: scores by form, responses, times, items, the cut in
    percent.

    `groups` has for each group that is compared with the `reference`, by its name, who is in it, form by
    form.
    """

    forms: Sequence[Scores]
    said: Sequence[Said]
    paces: Mapping[str, Pace]
    asked: Mapping[str, Asked]
    cut: int
    groups: Mapping[str, Sequence[Groups]]
    reference: str = ""


@dataclass(frozen=True)
class ItemFigures:
    """`places` are the item's numbers by form."""

    id: str
    places: Mapping[str, int]
    worth: float
    facility: Facility
    discrimination: Discrimination | None
    unanswered: float
    seconds: float | None
    options: tuple[Option, ...]
    answers: tuple[Answer, ...]
    characteristic: Characteristic
    location: Location | None
    differentials: Mapping[str, Differential]

    @property
    def is_void(self) -> bool:
        return not self.worth

    @property
    def is_judged(self) -> bool:
        return not self.is_void and self.facility.count >= LEAST


@dataclass(frozen=True)
class FormFigures:
    """`points` are those of the form, `error` in percent of them; `near` counts candidates who are nearer to
    the cut score than one standard error. `line` leads to the first form."""

    form: str
    candidates: int
    points: float
    passed: int
    near: int
    error: float | None
    reliability: Reliability
    distribution: Distribution
    line: Line | None
    model: Model | None


@dataclass(frozen=True)
class Figures:
    """`cut` is in percent."""

    candidates: int
    cut: int
    forms: tuple[FormFigures, ...]
    items: tuple[ItemFigures, ...]
    groups: tuple[str, ...]
    reference: str


def figures(taken: Taken) -> Figures:
    """Of forms that at least one candidate sat; what cannot be said of few is None."""
    first = taken.forms[0]
    locations, models = scaled(taken.forms)
    shapes = characteristics(taken.forms)
    unfair = {name: differentials(taken.forms, own) for name, own in taken.groups.items()}
    items = dict.fromkeys(item for form in taken.forms for item in form.items)
    said: dict[str, list[Said]] = {item: [] for item in items}
    for each in taken.said:
        said[each.item].append(each)
    return Figures(
        candidates=sum(form.candidates for form in taken.forms),
        cut=taken.cut,
        forms=tuple(_form(form, first, taken.cut, models.get(form.form)) for form in taken.forms),
        items=tuple(
            ItemFigures(
                id=item,
                places={form.form: form.items.index(item) + 1 for form in taken.forms if item in form.items},
                worth=next(
                    float(form.worth[form.items.index(item)]) for form in taken.forms if item in form.items
                ),
                facility=(easy := facility(item, taken.forms)),
                discrimination=discrimination(item, taken.forms),
                unanswered=taken.paces[item].unanswered / easy.count,
                seconds=taken.paces[item].seconds,
                options=options(item, taken.asked[item], said[item], taken.forms),
                answers=wrong_answers(taken.asked[item], said[item]),
                characteristic=shapes[item],
                location=locations.get(item),
                differentials={name: own[item] for name, own in unfair.items() if item in own},
            )
            for item in items
        ),
        groups=tuple(taken.groups),
        reference=taken.reference,
    )


def _form(form: Scores, first: Scores, cut: int, model: Model | None) -> FormFigures:
    points = float(form.worth.sum())
    percent = 100 * form.totals / max(points, 1)
    relied = reliability(form)
    error = None if relied.error is None else 100 * relied.error / max(points, 1)
    near = 0 if error is None else int((np.abs(percent - cut) < error).sum())
    return FormFigures(
        form=form.form,
        candidates=form.candidates,
        points=points,
        passed=int((percent >= cut - 1e-9).sum()),
        near=near,
        error=error,
        reliability=relied,
        distribution=distribution(form),
        line=None if form is first else line(form, first),
        model=model,
    )
