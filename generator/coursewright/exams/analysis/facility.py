"""How easy an item was: the mean share of its points (p in classical test theory)."""

from collections.abc import Sequence
from dataclasses import dataclass

from .interval import Interval, of_share
from .scores import Scores


@dataclass(frozen=True)
class Facility:
    """`share` is from 0 to 1, over `count` candidates of all forms that ask the item."""

    count: int
    share: float
    interval: Interval


def facility(item: str, forms: Sequence[Scores]) -> Facility:
    """Unanswered counts as 0, as it was scored (Crocker and Algina, Introduction to Classical and Modern Test
    Theory, 1986, ch. 5). At least one form asks the item."""
    own = [form.matrix[:, form.items.index(item)] for form in forms if item in form.items]
    count = sum(map(len, own))
    share = min(1.0, float(sum(column.sum() for column in own)) / count)
    return Facility(count, share, of_share(share, count))
