"""All forms of a plan at once, as one integer program: whether there are any, and how near a rule is kept.

Units that count alike are one column a form, so the program stays small whatever the bank. What it says is
impossible is so. What it says is possible is so for one form, for two, for forms that share nothing and for
such as may share all; for others it leaves out that pairs of three forms cannot all share as little as each
alone could.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import ceil, floor
from typing import Literal

from ..program import INFINITY, Program
from .plan import OVERLAP, Label, Plan
from .target import class_terms

Side = Literal["most", "least"]
SLIGHT = 1e-6
"""What the solver may be off."""
SIDES: tuple[Side, Side] = ("most", "least")


def possible(plan: Plan) -> bool | None:
    """Whether forms of a plan can be; nothing where the search was given up."""
    program, _best = _program(plan, None, "least")
    solution = program.solved(enough=0)
    return None if solution.status == "undecided" else solution.found


def nearest(plan: Plan, label: Label, side: Side) -> int | None:
    """How near a rule can be kept beside the other rules of a plan, which can be kept together.

    `most` is the largest number that every form can have of what its rows count; `least` is the smallest that
    the form with most of it has, for OVERLAP the smallest that the two forms share that share most. Nothing
    where that was not proved.
    """
    program, best = _program(plan, label, side)
    solution = program.solved()
    if solution.status != "optimal":
        return None
    near = solution.values[best]
    return floor(near + SLIGHT) if side == "most" else ceil(near - SLIGHT)


def _program(plan: Plan, loose: Label | None, side: Side) -> tuple[Program, int]:
    program = Program()
    best = program.column(0, INFINITY, cost=1 if side == "least" else -1)
    forms = [
        [program.column(0, len(within), whole=True) for within in plan.classes] for _ in range(plan.forms)
    ]
    for row in plan.rows:
        terms = [class_terms(plan, row.weights, columns) for columns in forms]
        if row.once:
            program.row(_together(terms), row.least, INFINITY)
        elif row.label != loose:
            for each in terms:
                program.row(each, row.least, row.most)
        else:
            sign = 1 if side == "most" else -1
            for each in terms:
                program.row(
                    {column: sign * weight for column, weight in each.items()} | {best: -sign}, 0, INFINITY
                )
    _share(program, plan, forms, best if loose == OVERLAP else None)
    return program, best


def _together(terms: Iterable[dict[int, float]]) -> dict[int, float]:
    return {column: weight for each in terms for column, weight in each.items()}


def _share(program: Program, plan: Plan, forms: Sequence[Sequence[int]], best: int | None) -> None:
    """What two forms have in common of a class is at least what both have more than there is."""
    whole = sum(unit.size for unit in plan.units)
    if len(forms) < 2 or (best is None and plan.overlap >= whole):
        return
    pairs = list(combinations(range(len(forms)), 2))
    shared: dict[tuple[int, int], dict[int, float]] = {pair: {} for pair in pairs}
    for at, within in enumerate(plan.classes):
        if within[0] in plan.anchors:
            continue
        own = [columns[at] for columns in forms]
        common = {
            pair: program.column(0, INFINITY if plan.overlap or best is not None else 0) for pair in pairs
        }
        for (one, other), column in common.items():
            program.row({own[one]: 1, own[other]: 1, column: -1}, -INFINITY, len(within))
            shared[one, other][column] = plan.units[within[0]].size
        beyond = dict.fromkeys(common.values(), -1.0)
        program.row(dict.fromkeys(own, 1.0) | beyond, -INFINITY, len(within))
    for each in shared.values():
        if best is None:
            program.row(each, 0, plan.overlap)
        else:
            program.row({**each, best: -1}, -INFINITY, 0)
