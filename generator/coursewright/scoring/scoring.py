"""The specification of scoring. Pure, and in whole numbers, so that every machine comes to the same.

A response is whatever JSON came back. Nothing here raises for one: what is
malformed earns nothing, as does no answer at all. `tests/vectors/scoring.json`
and generated cases hold the twin in `browser/scoring/` to this.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, TypeAlias, assert_never

from ..model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
)
from .choice import choice
from .gaps import gaps
from .match import match
from .order import order
from .response import is_empty
from .score import Score
from .written import written

Verdict: TypeAlias = Literal["right", "partly", "wrong", "unanswered"]


def score(asked: Asked, response: object) -> Score:
    """The points of one response by the rule of its shape."""
    match asked:
        case AskedChoice(interaction, key):
            return choice(interaction, key, response)
        case AskedOrder(_, key):
            return order(key, response)
        case AskedMatch(interaction, key):
            return match(interaction, key, response)
        case AskedGaps(interaction, key):
            return gaps(interaction, key, response)
        case AskedWritten(_, key):
            return written(key, response)
        case unknown:
            assert_never(unknown)


def verdict(score: Score, response: object) -> Verdict:
    """Right with all points, wrong with none, else partly right; nothing answered is neither."""
    if is_empty(response):
        return "unanswered"
    if score.points == score.of:
        return "right"
    return "partly" if score.points else "wrong"


def total(scores: Sequence[Score], worth: Sequence[int] | None = None) -> Score:
    """The weighted mean of shares as a reduced fraction; 0 of 0 when nothing is asked.

        sum(worth * points / of) / sum(worth)

    Every item weighs the same, however many points its rule counts in, unless `worth` says otherwise.
    """
    weights = worth or [1] * len(scores)
    most = sum(weights)
    if not most:
        return Score(0, 0)
    pairs = zip(scores, weights, strict=True)
    share = sum((Fraction(weight * one.points, one.of) for one, weight in pairs), Fraction()) / most
    return Score(share.numerator, share.denominator)


def passes(score: Score, cut: int) -> bool:
    """Whether a score reaches the cut score in percent, exactly: 0.7 * 10 is not 7 in every arithmetic."""
    return score.of > 0 and score.points * 100 >= cut * score.of


def percent(score: Score) -> int:
    """Whole percent, rounded down: 79.6 % must not read as the 80 % that it missed."""
    return score.points * 100 // score.of if score.of else 0
