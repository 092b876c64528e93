"""Options that do not exclude one another: one says the other and more, or nearly the same."""

import re
from collections.abc import Iterator
from itertools import combinations

from ..finding import Finding, about
from ..question import Choosable, Question
from ..wording import figures, length, likeness, pieces, runs

ALIKE = 0.85
"""Share of common pieces from which two options say nearly the same."""
SHORTEST = 5
"""Letters of an option that another may say by the way."""

_RANGE = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*[-–—~～至到]\s*(\d+(?:\.\d+)?)")


def findings(question: Question) -> Iterator[Finding]:
    for one, other in combinations(question.options, 2):
        if not (one.is_key and other.is_key) and _overlap(one, other):
            path = ("options", other.at, "text")
            yield about(question, "alike-options", *path, text=other.text, other=one.text)
            return


def _overlap(one: Choosable, other: Choosable) -> bool:
    ranges = _RANGE.match(one.text), _RANGE.match(other.text)
    if ranges[0] and ranges[1]:
        (low, high), (its_low, its_high) = (tuple(map(float, match.groups())) for match in ranges if match)
        return low <= its_high and its_low <= high
    return _is_within(one.text, other.text) or _is_alike(one.text, other.text)


def _is_within(one: str, other: str) -> bool:
    """Whether the longer begins or ends with the whole of the shorter."""
    short, long = sorted(("".join(runs(one)), "".join(runs(other))), key=len)
    return length(short) >= SHORTEST and short != long and long.startswith(short)


def _is_alike(one: str, other: str) -> bool:
    """Nearly the same pieces and the same figures; the same pieces in another order say something else."""
    alike = likeness(pieces(one), pieces(other))
    return ALIKE <= alike < 1 and figures(one) == figures(other) and min(length(one), length(other)) > 8
