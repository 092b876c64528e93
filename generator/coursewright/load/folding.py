"""Lines that YAML joins with a space (YAML 1.2, 6.5), where Chinese has none between its characters."""

from collections.abc import Sequence
from itertools import pairwise

from ..model.markup import joins_closely

_CONTEXT = 12
"""Characters on either side by which the place of a fold is known from spaces that the author wrote."""


def unfolded(value: str, lines: Sequence[str]) -> str:
    """A scalar's value without the spaces that folding put between Chinese characters.

    `lines` is its source from its first character to its last. What YAML did not fold there stays.
    """
    at = 0
    for before, after in pairwise(line.strip() for line in lines):
        if joins_closely(before, after):
            head, tail = before[-_CONTEXT:], after[:_CONTEXT]
            found = value.find(f"{head} {tail}", at)
            if found >= 0:
                at = found + len(head)
                value = value[:at] + value[at + 1 :]
    return value
