"""Of a smallest conflict every rule is needed, and what is said of each is how near it can be kept."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as some
from pools import pool

from coursewright.exams.conflict import conflict
from coursewright.exams.joint import nearest, possible
from coursewright.exams.plan import OVERLAP, Label, Plan, Row

SIZE = some.integers(3, 6)


@some.composite
def plans(draw: some.DrawFn) -> Plan:
    """Small enough that all forms can be looked at."""
    units = pool(draw(SIZE), draw(some.integers(1, 9)), draw(some.integers(0, 1)))
    sizes = {at: unit.size for at, unit in enumerate(units)}
    items = draw(some.integers(1, 3))
    rows = [Row(Label("total"), sizes, items, items), Row(Label("worth"), sizes, 0, 99)]
    for number in range(draw(some.integers(0, 3))):
        least = draw(some.integers(0, 2))
        own = draw(some.sets(some.sampled_from(range(len(units)))))
        weights = {at: sizes[at] for at in own}
        rows.append(Row(Label("demand", number), weights, least, draw(some.integers(least, 3))))
    if draw(some.booleans()):
        own = draw(some.sets(some.sampled_from(range(len(units)))))
        rows.append(Row(Label("exposure"), dict.fromkeys(own, 1), 0, 0))
    for _ in range(draw(some.integers(0, 2))):
        own = draw(some.sets(some.sampled_from(range(len(units)))))
        rows.append(Row(Label("recent"), {at: sizes[at] for at in own}, 0, draw(some.integers(0, 1))))
    if draw(some.booleans()):
        rows.append(Row(Label("pinned"), {draw(some.sampled_from(range(len(units)))): 1}, 1, 1, once=True))
    anchors = draw(some.sets(some.sampled_from(range(len(units))), max_size=1))
    forms, overlap = draw(some.sampled_from([(1, 0), (2, 0), (2, 1), (2, 2), (3, 0)]))
    return Plan(tuple(units), tuple(rows), forms, overlap, frozenset(anchors))


def got(row: Row, form: Collection[int]) -> int:
    return sum(row.weights.get(at, 0) for at in form)


def shared(plan: Plan, one: Collection[int], other: Collection[int]) -> int:
    return sum(plan.units[at].size for at in {*one} & {*other} - plan.anchors)


def all_forms(plan: Plan, loose: Label | None = None) -> Iterator[Sequence[tuple[int, ...]]]:
    """Every way to make the forms, whatever a loose rule says."""
    rows = [row for row in plan.rows if row.label != loose]
    single = [
        form
        for count in range(len(plan.units) + 1)
        for form in combinations(range(len(plan.units)), count)
        if all(row.least <= got(row, form) <= row.most for row in rows if not row.once)
    ]
    for forms in product(single, repeat=plan.forms):
        is_apart = loose == OVERLAP or all(
            shared(plan, one, other) <= plan.overlap for one, other in combinations(forms, 2)
        )
        if is_apart and all(any(got(row, form) for form in forms) for row in rows if row.once):
            yield forms


def is_possible(plan: Plan, labels: Collection[Label]) -> bool:
    return any(True for _ in all_forms(plan.only(labels)))


@settings(max_examples=150, deadline=None)
@given(plans())
def test_every_rule_of_a_conflict_is_needed(plan: Plan) -> None:
    found = conflict(plan)
    assert possible(plan) == is_possible(plan, plan.labels)
    if found is None:
        assert is_possible(plan, plan.labels)
    elif found.is_certain:
        assert not is_possible(plan, found.labels)
        for label in found.labels:
            assert is_possible(plan, {*found.labels} - {label})


@settings(max_examples=100, deadline=None)
@given(plans())
def test_the_nearest_that_a_rule_can_be_kept_is_what_forms_have(plan: Plan) -> None:
    found = conflict(plan)
    for label in found.labels if found and found.is_certain else ():
        own = plan.only(found.labels)  # type: ignore[union-attr]
        rows = [row for row in own.rows if row.label == label and not row.once]
        ways = list(all_forms(own, label))
        if label == OVERLAP:
            least = min(max(shared(own, *pair) for pair in combinations(forms, 2)) for forms in ways)
            near = nearest(own, label, "least")
            assert near is not None
            assert own.overlap < near <= least
            assert near == least or own.forms > 2
        elif rows:
            most = max(min(got(row, form) for form in forms for row in rows) for forms in ways)
            least = min(max(got(row, form) for form in forms for row in rows) for forms in ways)
            assert nearest(own, label, "most") == most
            assert nearest(own, label, "least") == least
