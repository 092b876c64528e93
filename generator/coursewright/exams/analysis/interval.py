"""95 % intervals: what the figure of a few says of the many."""

from math import atanh, sqrt, tanh
from typing import NamedTuple

Z = 1.959963984540054
"""The 97.5 % quantile of the normal distribution."""


class Interval(NamedTuple):
    low: float
    high: float


def of_share(share: float, count: int) -> Interval:
    """Of a share from 0 to 1 of `count`, 1 or more (Wilson, Journal of the American Statistical Association
    22, 1927, 209-212).

    For partial credit it is wider than need be: no scores from 0 to 1 vary more than those that are either.
    """
    middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    half = Z / (1 + Z * Z / count) * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def of_correlation(correlation: float, freedom: int) -> Interval:
    """By Fisher's z (Metron 1, 1921, 3-32); `freedom` is the number of pairs less 3, and less 1 for each
    group but one that their means were taken in. All that there is where it is not above 0."""
    if freedom <= 0:
        return Interval(-1.0, 1.0)
    if abs(correlation) >= 1:
        return Interval(correlation, correlation)
    z, half = atanh(correlation), Z / sqrt(freedom)
    return Interval(tanh(z - half), tanh(z + half))
