"""Parallel forms of large pools: how long, and how far the worst form is from the target."""

import sys
import time
from pathlib import Path

from rows import Row

sys.path.append(str(Path(__file__).parents[1] / "exams"))  # the pools of the tests

from pools import plan, pool

from coursewright.exams.assembly import assembled

SIZES = ((1000, 4, 2), (20_000, 10, 60))
"""Items, forms of 60, seconds at most."""


def forms_of_pools() -> list[Row]:
    """Disjoint forms of 60 items, alike in expected points, time and information at three abilities."""
    return [_measured(count, forms, most) for count, forms, most in SIZES]


def _measured(count: int, forms: int, most: int) -> Row:
    made = plan(pool(count), 60, forms=forms)
    start = time.perf_counter()
    found = assembled(made, "bench")
    took = time.perf_counter() - start
    worst = max(form.deviation for form in found.forms)
    what = f"{forms} disjoint forms of 60 from {count:,} items, within {worst:.2%} of the target"
    return Row(what, f"{took:.2f} s", "", "", "", f"≤ {most} s", not found.failed and took <= most)
