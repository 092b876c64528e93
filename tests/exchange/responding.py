"""Responses to whatever is asked: right, wrong, partly right, none."""

from itertools import islice
from random import Random
from typing import Any

from coursewright.model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    Number,
    Texts,
)

MOST = 8


def responses(asked: Asked, seed: str) -> list[Any]:
    """A dozen responses, the right one first and an empty one second."""
    random = Random(seed)
    match asked:
        case AskedChoice(interaction, key):
            ids = [option.id for option in interaction.options]
            most = len(ids) if interaction.many else 1
            drawn = [random.sample(ids, random.randint(1, most)) for _ in range(MOST)]
            each = [[id] for id in ids]
            return [sorted(key), [], *each, *(drawn if interaction.many else ())]
        case AskedOrder(_, key):
            drawn = [random.sample(key, len(key)) for _ in range(MOST)]
            return [[*key], [], [*key][::-1], [key[1], key[0], *key[2:]], *drawn]
        case AskedMatch(interaction, key):
            targets = [target.id for target in interaction.targets]
            return [dict(key), {}, *islice(_put(key, targets, random), MOST)]
        case AskedGaps():
            return [*_typed(asked, random)]
        case _:
            return []


def _put(key: Any, targets: list[str], random: Random) -> Any:
    while True:
        things = random.sample(sorted(key), random.randint(1, len(key)))
        yield {thing: random.choice([key[thing], random.choice(targets)]) for thing in things}


def _typed(asked: AskedGaps, random: Random) -> Any:
    ids = [gap.id for gap in asked.interaction.gaps]
    right = {id: _right(asked.key[id]) for id in ids}
    yield {id: texts[0] for id, texts in right.items()}
    yield {}
    yield {id: texts[-1] for id, texts in right.items()}
    if asked.interaction.any_order:
        yield {id: right[other][0] for id, other in zip(ids, ids[1:] + ids[:1], strict=True)}
    for _ in range(MOST):
        chosen = random.sample(ids, random.randint(1, len(ids)))
        yield {id: random.choice([*right[id], *_wrong(asked.key[id])]) for id in chosen}


def _right(expected: Texts | Number) -> list[str]:
    if isinstance(expected, Texts):
        return [*expected.accepted]
    return [expected.value, *_bounds(expected, 0)]


def _wrong(expected: Texts | Number) -> list[str]:
    if isinstance(expected, Texts):
        return ["something else"]
    return [*(mistake.value for mistake in expected.mistakes), *_bounds(expected, 1)]


def _bounds(expected: Number, beyond: int) -> list[str]:
    """As far from the value as may be, or a thousandth farther, to either side."""
    from decimal import Decimal

    width = Decimal(expected.tolerance) + Decimal(beyond) / 1000
    return [format(Decimal(expected.value) + sign * width, "f") for sign in (1, -1)]
