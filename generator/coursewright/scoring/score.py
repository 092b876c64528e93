"""Points reached, of points to reach."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """Both whole, 0 <= points <= of. Scores of different interactions compare as shares, points / of."""

    points: int
    of: int
