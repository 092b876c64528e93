"""Pools of made items, drawn by a seed, with the rows of a usual blueprint."""

from random import Random

from coursewright.exams.plan import Label, Plan, Row
from coursewright.exams.unit import Pooled, Unit
from coursewright.link.blueprints import Tested

CHAPTERS = 6
LEVELS = ("recall", "understand", "apply", "analyse")
TYPES = ("single-choice", "single-choice", "multiple-choice", "true-false", "numeric", "match")


def pool(count: int, seed: int = 1, cases: int = 0) -> list[Unit]:
    """So many items alone, and so many cases of three."""
    chance = Random(seed)
    sizes = [1] * count + [3] * cases
    return [
        Unit(f"u{at:04}", tuple(item(f"u{at:04}-{number}", chance, size) for number in range(size)))
        for at, size in enumerate(sizes)
    ]


def item(id: str, chance: Random, size: int) -> Pooled:
    types = (chance.choice(TYPES), *(("case",) if size > 1 else ()))
    tested = Tested(f"c{chance.randrange(CHAPTERS)}", "c/s/o", (), chance.choice(LEVELS), types)
    worth = 2 if size > 1 else 1
    return Pooled(id, "", tested, chance.randint(40, 90), chance.randint(30, 150), worth)


def plan(units: list[Unit], items: int, forms: int = 2, overlap: int = 0) -> Plan:
    """About as many items of each chapter and level as of the others."""
    points = {at: sum(each.worth for each in unit.items) for at, unit in enumerate(units)}
    rows = [
        Row(Label("total"), {at: unit.size for at, unit in enumerate(units)}, items, items),
        Row(Label("worth"), points, 0, 9999),
    ]
    for number in range(CHAPTERS):
        weights = counted(units, lambda tested: tested.chapter == f"c{number}")  # noqa: B023 - used at once
        rows.append(Row(Label("demand", number), weights, items // CHAPTERS - 2, items // CHAPTERS + 2))
    for number, level in enumerate(LEVELS):
        weights = counted(units, lambda tested: tested.level == level)  # noqa: B023 - used at once
        rows.append(Row(Label("demand", CHAPTERS + number), weights, items // 4 - 3, items // 4 + 3))
    return Plan(tuple(units), tuple(rows), forms, overlap, frozenset())


def counted(units: list[Unit], fits) -> dict[int, int]:  # type: ignore[no-untyped-def]
    counts = {at: sum(bool(fits(each.tested)) for each in unit.items) for at, unit in enumerate(units)}
    return {at: count for at, count in counts.items() if count}
