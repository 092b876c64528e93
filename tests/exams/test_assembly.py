"""Forms meet every row, share no more than they may, and are alike; the same seed gives the same forms."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pools import CHAPTERS, plan, pool

from coursewright.exams.assembly import TOLERANCE, Assembly, assembled
from coursewright.exams.conflict import conflict
from coursewright.exams.plan import OVERLAP, Label, Plan, Row


def broken(made: Plan, found: Assembly) -> list[str]:
    """What forms do not keep of their plan."""
    wrong = []
    for number, form in enumerate(found.forms):
        for row in made.rows:
            got = sum(row.weights.get(at, 0) for at in form.places)
            if not row.once and not row.least <= got <= row.most:
                wrong.append(f"form {number}: {row.label} has {got}")
        for other in found.forms[:number]:
            common = {*form.places} & {*other.places} - made.anchors
            if sum(made.units[at].size for at in common) > made.overlap:
                wrong.append(f"form {number} shares {common}")
    for row in made.rows:
        if row.once and not any(at in form.places for form in found.forms for at in row.weights):
            wrong.append(f"{row.label} is in no form")
    return wrong


def test_four_disjoint_forms_of_a_thousand_items_are_within_the_tolerance() -> None:
    made = plan(pool(1000), 60, forms=4)

    found = assembled(made, "spring")

    assert found.failed is None
    assert broken(made, found) == []
    assert max(form.deviation for form in found.forms) <= TOLERANCE


def test_forms_of_items_that_are_worth_more_have_the_same_points() -> None:
    made = plan(pool(150, cases=30), 30, forms=3)

    found = assembled(made, "spring")

    assert len({made.worth(form.places) for form in found.forms}) == 1


def test_forms_meet_each_demand_by_the_same_number_and_have_as_many_of_each_type() -> None:
    made = plan(pool(300, cases=20), 36, forms=3)

    found = assembled(made, "spring")

    assert found.failed is None
    for row in made.of_types.rows:
        assert len({sum(row.weights.get(at, 0) for at in form.places) for form in found.forms}) == 1


def test_forms_that_cannot_have_the_same_number_keep_to_the_range() -> None:
    """Of seven items of a chapter each of two forms has to have three or four, and all are needed."""
    units = [unit for unit in pool(200) if unit.items[0].tested.chapter != "c0"][:16]
    first = [unit for unit in pool(200) if unit.items[0].tested.chapter == "c0"][:7]
    every = dict.fromkeys(range(23), 1)
    rows = (
        Row(Label("total"), every, 11, 12),
        Row(Label("worth"), every, 0, 99),
        Row(Label("demand"), dict.fromkeys(range(16, 23), 1), 3, 4),
        *(Row(Label("pinned", at), {at: 1}, 1, 1, once=True) for at in range(16, 23)),
    )
    made = Plan((*units, *first), rows, 2, 0, frozenset())

    found = assembled(made, "spring")

    assert found.failed is None
    assert broken(made, found) == []


def test_the_same_seed_gives_the_same_forms_and_another_one_others() -> None:
    made = plan(pool(200), 30)

    assert assembled(made, "spring") == assembled(made, "spring")
    assert assembled(made, "spring").forms != assembled(made, "autumn").forms


@settings(max_examples=15, deadline=None)
@given(some.integers(0, 10_000), some.integers(1, 3), some.integers(0, 8), some.integers(0, 6))
def test_whatever_is_made_keeps_every_rule(seed: int, forms: int, overlap: int, cases: int) -> None:
    """A pool in which a solution is planted, so that there is one."""
    units = pool(90, seed, cases)
    made = planted(replace(plan(units, 24, forms, overlap), anchors=frozenset({0})))

    found = assembled(made, str(seed))

    assert found.failed is None
    assert broken(made, found) == []


def planted(made: Plan) -> Plan:
    """Its rows as one choice of disjoint forms, which have the anchor, meets them."""
    forms = [[0, *range(1 + number, 70, made.forms)][:20] for number in range(made.forms)]
    rows = []
    for row in made.rows:
        got = [sum(row.weights.get(at, 0) for at in form) for form in forms]
        rows.append(row if row.label.rule == "worth" else replace(row, least=min(got), most=max(got)))
    anchor = Row(Label("anchor"), {0: 1}, 1, 1)
    pinned = Row(Label("pinned"), {1: 1}, 1, 1, once=True)
    enemies = Row(Label("enemies"), {70: 1, 71: 1}, 0, 1)
    return replace(made, rows=(*rows, anchor, pinned, enemies))


def test_the_smallest_conflict_is_the_one_that_was_planted() -> None:
    """Three chapters want more than the total together, and two of them would not."""
    made = plan(pool(300), 24, forms=1)
    rows = [
        replace(row, least=9, most=24) if row.label in (Label("demand", 1), Label("demand", 3)) else row
        for row in made.rows
    ]
    rows = [replace(row, least=8, most=24) if row.label == Label("demand", 4) else row for row in rows]
    rows = [replace(row, least=0) if row.label.number >= CHAPTERS else row for row in rows]
    rows = [
        replace(row, least=0)
        if row.label in (Label("demand", 0), Label("demand", 2), Label("demand", 5))
        else row
        for row in rows
    ]

    found = conflict(replace(made, rows=tuple(rows)))

    assert found is not None
    assert found.labels == (Label("demand", 1), Label("demand", 3), Label("demand", 4))
    assert found.is_certain


def test_a_single_demand_beyond_the_bank_is_the_whole_conflict() -> None:
    made = plan(pool(60), 24, forms=1)
    few = dict.fromkeys(range(3), 1)
    rows = (*made.rows, Row(Label("demand", 50), few, 4, 24))

    found = conflict(replace(made, rows=rows))

    assert found is not None
    assert found.labels == (Label("demand", 50),)


def test_too_many_disjoint_forms_are_a_conflict_with_the_overlap_alone() -> None:
    made = plan(pool(60), 24, forms=3)

    found = conflict(replace(made, rows=made.rows[:1]))

    assert found is not None
    assert found.labels == (OVERLAP,)


def test_what_is_possible_has_no_conflict() -> None:
    assert conflict(plan(pool(200), 24, forms=2)) is None


@pytest.mark.parametrize("overlap", [0, 5])
def test_a_bank_that_is_too_small_gives_no_form_that_breaks_a_rule(overlap: int) -> None:
    made = plan(pool(40), 24, forms=4, overlap=overlap)

    found = assembled(made, "spring")

    assert found.failed in ("infeasible", "undecided")
    assert broken(made, found) == []
