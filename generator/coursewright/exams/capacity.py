"""How many more sessions of an exam a bank can carry, at most: an upper bound, by counting.

Every item may be used in so many sessions; so many uses are left of those that count alike. If parts of items
made forms, and uses could be spread over sessions at will, how many sessions would they make? No more can be
made of whole items, in order, beside sessions of other exams and with rules about recent ones, which are not
looked at.
"""

from collections.abc import Sequence

from ..model.blueprint import Blueprint
from ..program import Program
from .plan import Plan, Use, plan_of
from .target import class_terms
from .unit import Unit

MOST = 1000
"""Sessions that are counted."""


def capacity(blueprint: Blueprint, found: Sequence[Unit], uses: Sequence[Use]) -> int | None:
    """Sessions that can be made at most after those whose `uses` these are; MOST stands for as many or more.

    Nothing where the blueprint does not say in how many sessions an item may be used: then uses are no limit.
    """
    exposure = blueprint.forms.exposure if blueprint.forms else None
    if exposure is None:
        return None
    plan = plan_of(blueprint, found)
    sessions = {item: set[str]() for unit in found for item in (each.id for each in unit.items)}
    for use in uses:
        for item in use.items & sessions.keys():
            sessions[item].add(use.session)
    left = [
        max(0, exposure - len(set().union(*(sessions[item.id] for item in unit.items)))) for unit in found
    ]
    least, most = 0, MOST
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if _is_enough(plan, left, middle) else (least, middle - 1)
    return least


def _is_enough(plan: Plan, left: Sequence[int], sessions: int) -> bool:
    """Whether uses that are left are enough for so many sessions of parts of items."""
    program = Program()
    often = plan.forms if plan.overlap else 1
    columns = []
    for within in plan.classes:
        is_anchor = within[0] in plan.anchors
        uses = (plan.forms * sessions if is_anchor else often * min(left[at], sessions) for at in within)
        columns.append(program.column(0, sum(uses)))
    forms = plan.forms * sessions
    for row in plan.rows:
        terms = class_terms(plan, row.weights, columns)
        if row.once:
            program.row(terms, row.least * sessions, row.most * forms)
        else:
            program.row(terms, row.least * forms, row.most * forms)
    return program.solved().found
