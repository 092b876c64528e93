"""A draw is found exactly where there is one, whatever the demands are."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.link.drawing import Bounds, Weights, drawn, first_of

Bank = tuple[list[Weights], list[Bounds]]


@st.composite
def banks(draw: st.DrawFn, most_units: int, most_demands: int) -> Bank:
    """Units and demands; the last demand is for the total, as in a blueprint."""
    demands = draw(st.integers(1, most_demands))
    unit = st.integers(1, 3).flatmap(lambda size: st.tuples(*[st.integers(0, size)] * demands, st.just(size)))
    units = draw(st.lists(unit, min_size=1, max_size=most_units))
    bounds = st.tuples(st.integers(0, 6), st.integers(0, 6))
    total = draw(st.integers(1, most_units))
    return units, [*draw(st.lists(bounds, min_size=demands, max_size=demands)), (total, total)]


def counted(units: list[Weights], chosen: tuple[int, ...], demands: int) -> list[int]:
    return [sum(units[at][demand] for at in chosen) for demand in range(demands)]


def meets(units: list[Weights], chosen: tuple[int, ...], demands: list[Bounds]) -> bool:
    counts = counted(units, chosen, len(demands))
    return all(least <= count <= most for count, (least, most) in zip(counts, demands, strict=True))


@settings(max_examples=300, deadline=None)
@given(banks(8, 4))
def test_a_draw_is_found_exactly_where_there_is_one(bank: Bank) -> None:
    units, demands = bank
    subsets = (
        tuple(at for at, taken in enumerate(choice) if taken)
        for choice in product((False, True), repeat=len(units))
    )
    found = drawn(units, demands)
    assert found.certain
    assert (found.numbers is not None) == any(meets(units, chosen, demands) for chosen in subsets)


@settings(max_examples=100, deadline=None)
@given(banks(60, 12), st.data())
def test_a_planted_draw_is_found_and_what_is_found_meets_every_demand(
    bank: Bank, data: st.DataObject
) -> None:
    units, demands = bank
    planted = tuple(sorted(data.draw(st.sets(st.integers(0, len(units) - 1), min_size=1))))
    counts = counted(units, planted, len(demands))
    slack = data.draw(st.lists(st.integers(0, 2), min_size=len(counts), max_size=len(counts)))
    bounds = [(max(0, count - more), count + more) for count, more in zip(counts, slack, strict=True)]
    bounds[-1] = (counts[-1], counts[-1])
    found = drawn(units, bounds)
    assert found.numbers is not None, "a draw was planted"
    assert meets(units, first_of(units, found.numbers), bounds)


def test_what_narrowing_bounds_cannot_see_is_refuted() -> None:
    """No set of even weights sums to an odd number."""
    units = [(2 * weight, 400) for weight in range(100, 140)]
    assert drawn(units, [(2401, 2401), (4000, 4000)]).refuted
