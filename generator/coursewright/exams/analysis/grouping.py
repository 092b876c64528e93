"""Candidates in groups that a trainer names, for differential functioning."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...diagnostics import Place, Problem
from .differential import LEAST, Groups
from .results import FormResults


@dataclass(frozen=True)
class Grouping:
    """`column` is what groups are named by, `place` where it is; `of` has the group of candidates by
    number."""

    column: str
    place: str
    of: Mapping[str, str]


@dataclass(frozen=True)
class Grouped:
    """Who is compared with the `reference`, the largest group, by the name of each group, form by form."""

    reference: str
    groups: Mapping[str, Sequence[Groups]]
    problems: Sequence[Problem]


def grouped(grouping: Grouping, forms: Sequence[FormResults]) -> Grouped:
    """No groups, and a problem that is an error, where there are no two of a size that shows anything."""
    own = [[grouping.of.get(str(number), "").strip() for number in form.candidates] for form in forms]
    counts = Counter(name for names in own for name in names if name)
    large = [
        name for name, many in sorted(counts.items(), key=lambda each: (-each[1], each[0])) if many >= LEAST
    ]
    place = Place(grouping.place)
    if len(large) < 2:
        return Grouped("", {}, [Problem("CW1608", place, {"column": grouping.column, "least": LEAST})])
    reference, *others = large
    problems = []
    if small := sorted(counts.keys() - {*large}):
        problems.append(Problem("CW1609", place, {"least": LEAST, "groups": ", ".join(small)}))
    if missing := sum(not name for names in own for name in names):
        problems.append(Problem("CW1610", place, {"count": missing}))
    return Grouped(
        reference, {name: [_compared(names, reference, name) for names in own] for name in others}, problems
    )


def _compared(names: Sequence[str], reference: str, other: str) -> Groups:
    known = {reference: 0, other: 1}
    return np.array([known.get(name, -1) for name in names], dtype=np.int8)
