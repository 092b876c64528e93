"""What all forms of a plan are made alike to: one target, from the whole bank before the first form is made.

How many items of each class the forms take together is found as a linear program that uses the classes as
evenly as the rows allow; the target is what such a use has of every trait in an average form.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..program import Program
from .plan import Plan
from .unit import Traits

EVEN = 1e-3
"""How much it counts that each class is used evenly, beside the class that is used most."""


@dataclass(frozen=True)
class Target:
    """`traits` are those of a form; `shares` are those of every class that all forms use together."""

    traits: tuple[float, ...]
    shares: tuple[float, ...]


def target(plan: Plan) -> Target | None:
    """The common target; None if not even parts of items could meet the rows."""
    program, columns = _program(plan)
    solution = program.solved()
    if not solution.found:
        return None
    taken = [solution.values[column] for column in columns]
    means = [_means(plan, within) for within in plan.classes]
    sums = (
        sum(many * mean[at] for many, mean in zip(taken, means, strict=True))
        for at in range(len(Traits._fields))
    )
    shares = tuple(many / len(within) for many, within in zip(taken, plan.classes, strict=True))
    return Target(tuple(each / plan.forms for each in sums), shares)


def alike(plan: Plan) -> Plan | None:
    """The plan, of which every form meets each demand by the same number; None if no numbers are found."""
    program, columns = _program(plan)
    counts = {}
    for at, row in enumerate(plan.rows):
        if row.label.rule in ("demand", "points", "type") and row.least < row.most:
            counts[at] = program.column(row.least, row.most, whole=True)
            program.row({**class_terms(plan, row.weights, columns), counts[at]: -plan.forms}, 0, 0)
    values = program.solved().values
    return plan.exactly({at: int(values[column]) for at, column in counts.items()}) if values else None


def _program(plan: Plan) -> tuple[Program, list[int]]:
    program = Program()
    most_used = program.column(0, plan.forms, cost=1)
    columns = []
    total = sum(unit.size for unit in plan.units) or 1
    even = sum(row.most for row in plan.rows if row.label.rule == "total") * plan.forms / total
    for within in plan.classes:
        often = plan.forms if plan.overlap or within[0] in plan.anchors else 1
        columns.append(program.column(0, often * len(within)))
        if within[0] not in plan.anchors:
            program.row({most_used: len(within), columns[-1]: -1}, 0, float("inf"))
            beyond = program.column(0, float("inf"), cost=EVEN)
            program.row({columns[-1]: 1, beyond: 1}, even * len(within), float("inf"))
    add_rows(program, plan, columns, plan.forms)
    for row in plan.rows:
        if row.once:
            program.row(class_terms(plan, row.weights, columns), row.least, row.most * plan.forms)
    return program, columns


def add_rows(program: Program, plan: Plan, columns: list[int], forms: int) -> None:
    """What the rows of a plan demand of so many forms each, of units of each class."""
    for row in plan.rows:
        if not row.once:
            program.row(class_terms(plan, row.weights, columns), row.least * forms, row.most * forms)


def class_terms(plan: Plan, weights: Mapping[int, int], columns: list[int]) -> dict[int, float]:
    """Units of a class count alike."""
    return {
        column: weights[within[0]]
        for column, within in zip(columns, plan.classes, strict=True)
        if weights.get(within[0])
    }


def _means(plan: Plan, within: tuple[int, ...]) -> list[float]:
    traits = [plan.traits[at] for at in within]
    return [sum(column) / len(traits) for column in zip(*traits, strict=True)]
