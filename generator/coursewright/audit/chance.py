"""What answering at random earns on average, by the rules of `scoring`.

One option: 1 of n. Many options: every choice of at least one is as likely as any other. Steps: any
order. Things: each to any target. Gaps, which nobody guesses, earn nothing, and so does an empty text.
"""

from collections import Counter
from functools import lru_cache
from math import comb
from typing import assert_never

from ..model.items.interaction import AskedChoice, AskedGaps, AskedMatch, AskedOrder, AskedWritten
from .question import Question


def chance(question: Question) -> float:
    """The mean share of the points, from 0 to 1."""
    match question.asked:
        case AskedChoice(interaction, key):
            options = len(interaction.options)
            return _of_many(options, len(key)) if interaction.many else 1 / options
        case AskedOrder(_, key):
            return _of_order(len(key))
        case AskedMatch(interaction, key):
            sizes = tuple(sorted(Counter(key.values()).values()))
            return _of_match(sizes, len(interaction.targets))
        case AskedGaps() | AskedWritten():
            return 0.0
        case unknown:
            assert_never(unknown)


@lru_cache(maxsize=1024)
def _of_many(options: int, keys: int) -> float:
    """The mean over all choices but the empty one of max(0, hits / K - misses / D)."""
    others = options - keys
    earned = (
        comb(keys, hits) * comb(others, misses) * max(0.0, hits / keys - misses / max(others, 1))
        for hits in range(keys + 1)
        for misses in range(others + 1)
    )
    return sum(earned) / float(2**options - 1)


@lru_cache(maxsize=64)
def _of_order(steps: int) -> float:
    """The mean over all orders of max(0, right - wrong): of n steps, so many orders have k pairs wrong."""
    orders = [1]
    for size in range(2, steps + 1):
        orders = [sum(orders[max(0, at - size + 1) : at + 1]) for at in range(len(orders) + size - 1)]
    pairs = len(orders) - 1
    return sum(many * max(0, pairs - 2 * wrong) for wrong, many in enumerate(orders)) / sum(orders) / pairs


@lru_cache(maxsize=1024)
def _of_match(sizes: tuple[int, ...], targets: int) -> float:
    """The mean of what random targets earn, thing by thing, floored at 0 in the end."""
    used = len(sizes)
    earned = {0.0: 1.0}
    for size in sizes:
        right, wrong = 1 / (used * size), -1 / (used * size * max(used - 1, 1))
        for _ in range(size):
            after: Counter[float] = Counter()
            for points, share in earned.items():
                after[round(points + right, 9)] += share / targets  # type: ignore[assignment]
                after[round(points + wrong, 9)] += share * (targets - 1) / targets  # type: ignore[assignment]
            earned = dict(after)
    return sum(share * max(0.0, points) for points, share in earned.items())
