"""Numbers among options that no draw will mix: they must stand in order to be found."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model.items.interaction import AskedChoice
from ..finding import Finding, about
from ..question import Question

_LEADING = re.compile(r"([-−+]?\d+(?:,\d{3})*(?:\.\d+)?)\s*([^\d\s，,。.；;：:（(]{0,3})\S{0,6}\s*$")
"""A number, its unit, and hardly anything behind it."""


def findings(question: Question) -> Iterator[Finding]:
    asked = question.asked
    if not isinstance(asked, AskedChoice) or not asked.fixed:
        return
    found = [_LEADING.match(option.text) for option in question.options]
    matches = [match for match in found if match]
    if len(matches) < 3 or len(matches) < len(found) or len({match[2] for match in matches}) > 1:
        return
    values = [float(match[1].replace("−", "-").replace(",", "")) for match in matches]
    if not _is_sorted(values):
        yield about(question, "unsorted-numbers", "options", numbers=", ".join(match[1] for match in matches))


def _is_sorted(values: list[float]) -> bool:
    steps = [after - before for before, after in pairwise(values)]
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
