"""Putting steps in order."""

from collections.abc import Sequence
from itertools import combinations

from .response import ids_in
from .score import Score


def order(key: Sequence[str], response: object) -> Score:
    """Pairs of steps in the right order minus pairs in the wrong order, never below 0.

        points = max(0, right - wrong)  of  n (n - 1) / 2

    As a share this is Kendall's rank correlation tau (M. G. Kendall, Biometrika 30, 1938), floored at 0:
    before the floor an order at random earns nothing on average, and one step in a wrong place costs
    only its own pairs. A response that is not all steps, each once, is malformed and earns nothing.
    """
    of = len(key) * (len(key) - 1) // 2
    place = {id: at for at, id in enumerate(key)}
    ids = ids_in(response, place)
    if len(ids) < len(key):
        return Score(0, of)
    right = sum(place[first] < place[second] for first, second in combinations(ids, 2))
    return Score(max(0, 2 * right - of), of)
