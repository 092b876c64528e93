"""One form of a plan as an integer program, which leaves enough for the forms after it."""

from collections.abc import Mapping, Sequence

from ..program import INFINITY, Program, Solution
from .plan import Plan
from .target import add_rows, class_terms


def searched(
    plan: Plan,
    aim: Sequence[float],
    made: Sequence[Sequence[int]],
    candidates: Sequence[int],
    *,
    enough: float = 0,
) -> tuple[Solution, list[int]]:
    """What was found for the form after those that are made, and the units of it.

    `aim` is the target of each trait, none to be content with any form; `candidates` are units that it may
    have, as the search looks at them; all are places of units. The search ends with the first form whose
    largest deviation from the target, as a share of it, is `enough`.
    """
    program = Program()
    choices = {at: program.choice() for at in candidates}
    for row in plan.rows:
        if not row.once:
            program.row(_terms(row.weights, choices), row.least, row.most)
    _share(program, plan, made, choices)
    _leave(program, plan, made, choices)
    _aim(program, plan, aim, choices)
    solution = program.solved(enough=enough)
    chosen = [at for at, column in choices.items() if solution.found and solution.values[column]]
    return solution, chosen


def leaves_enough(plan: Plan, made: Sequence[Sequence[int]]) -> bool:
    """Whether of parts of units the forms to come could be made."""
    program = Program()
    _later(program, plan, made, {}, plan.forms - len(made))
    return len(made) == plan.forms or program.solved().found


def _terms(weights: Mapping[int, int], choices: Mapping[int, int]) -> dict[int, float]:
    if len(weights) < len(choices):
        return {choices[at]: weight for at, weight in weights.items() if at in choices}
    return {column: weights[at] for at, column in choices.items() if at in weights}


def _share(program: Program, plan: Plan, made: Sequence[Sequence[int]], choices: Mapping[int, int]) -> None:
    """No more items of another form than may be shared."""
    for form in made if plan.overlap else ():
        sizes = {at: plan.units[at].size for at in form if at not in plan.anchors}
        program.row(_terms(sizes, choices), 0, plan.overlap)


def _leave(program: Program, plan: Plan, made: Sequence[Sequence[int]], choices: Mapping[int, int]) -> None:
    """Parts of units of every class are left, of which the forms to come could be made."""
    _later(program, plan, made, choices, plan.forms - len(made) - 1)


def _later(
    program: Program, plan: Plan, made: Sequence[Sequence[int]], choices: Mapping[int, int], left: int
) -> None:
    """So many forms of parts of units, of what is left beside those that are made and what is chosen now."""
    used = {at for form in made for at in form}
    columns = []
    for within in plan.classes:
        is_shared = bool(plan.overlap) or within[0] in plan.anchors
        free = len(within) * left if is_shared else sum(at not in used for at in within)
        columns.append(program.column(0, free if left else 0))
        if not is_shared:
            taken = {choices[at]: 1.0 for at in within if at in choices}
            program.row({**taken, columns[-1]: 1}, 0, free)
    add_rows(program, plan, columns, left)
    for row in plan.rows:
        # What one form has no later one needs.
        if row.once and not used & row.weights.keys():
            later = class_terms(plan, row.weights, columns)
            program.row({**_terms(row.weights, choices), **later}, 1, INFINITY)


def _aim(program: Program, plan: Plan, aim: Sequence[float], choices: Mapping[int, int]) -> None:
    """The largest deviation from the target, as a share of it, is what is made small."""
    off = program.column(0, INFINITY, cost=1)
    for number, wanted in enumerate(aim):
        sums = {column: plan.traits[at][number] / wanted for at, column in choices.items()}
        program.row({**sums, off: -1}, -INFINITY, 1)
        program.row({**sums, off: 1}, 1, INFINITY)
