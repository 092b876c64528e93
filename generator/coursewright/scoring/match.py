"""Putting things to what they belong to."""

from collections import Counter
from collections.abc import Mapping
from math import lcm

from ..model.items.interaction import Match
from .response import texts_in
from .score import Score


def match(interaction: Match, key: Mapping[str, str], response: object) -> Score:
    """Every target counts alike, however many things belong to it; what is put wrongly costs.

    With U targets that anything belongs to, and n things in one of them: such a thing earns 1 / (U n) in
    its place, and costs 1 / (U n (U - 1)) in another, never below 0 in all. Put anywhere at random, or all
    to one target, things earn nothing on average: the rule is balanced accuracy (Brodersen et al., ICPR
    2010) corrected for chance. What is left out earns and costs nothing. A response that names a thing or
    a target that is not there is malformed and earns nothing.
    """
    sizes = Counter(key.values())
    others = max(len(sizes) - 1, 1)
    whole = lcm(*sizes.values())
    put = texts_in(response, key)
    if not {*put.values()} <= {target.id for target in interaction.targets}:
        put = {}
    points = sum(
        whole // sizes[key[thing]] * (others if target == key[thing] else -1) for thing, target in put.items()
    )
    return Score(max(0, points), whole * len(sizes) * others)
