"""Choosing one option, or all that apply."""

from collections.abc import Collection
from math import lcm

from ..model.items.interaction import Choice
from .response import ids_in
from .score import Score


def choice(interaction: Choice, key: Collection[str], response: object) -> Score:
    """One option: 1 of 1 for the key alone. Many: net correct, never below 0.

    With K keys and D distractors, `hits` keys and `misses` distractors chosen:

        share = max(0, hits / K - misses / D)    in whole points of lcm(K, D);  hits / K when D is 0

    Every distractor takes away what a key earns on average, so that choosing at random
    earns nothing, and choosing everything nothing unless everything is right. The rule is that of
    QTI 3.0 mapping (mappedValue 1/K and -1/D, lowerBound 0) and of Moodle's fractions 100/K and -100/D.
    """
    chosen = ids_in(response, [option.id for option in interaction.options])
    hits = sum(id in key for id in chosen)
    misses = len(chosen) - hits
    if not interaction.many:
        return Score(int(hits == 1 and not misses), 1)
    distractors = len(interaction.options) - len(key)
    of = lcm(len(key), distractors or 1)
    return Score(max(0, hits * of // len(key) - misses * of // (distractors or 1)), of)
