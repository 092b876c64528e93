"""Blocks on pages: all of them, once, in their order, within the page, and none on another."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.exams.blocks import Block, Body, Digits, Line, Rows, Writing, for_any_form
from coursewright.exams.flow import BOTTOM, flowed, groups
from coursewright.exams.heading import FIRST_TOP, SPARE_TOP, TOP
from coursewright.exams.page import RADIUS, WIDTH, Page

EDGE = 8.0


def rows(kind: str, lines: int, marks: int) -> Rows:
    letters = tuple((chr(97 + at), chr(65 + at)) for at in range(marks))
    labels = [""] if kind == "choice" else [str(at) for at in range(1, lines + 1)]
    return Rows(kind, tuple(Line(label, label, letters) for label in labels))  # type: ignore[arg-type]


BODIES: st.SearchStrategy[Body] = st.one_of(
    st.builds(rows, st.just("choice"), st.just(1), st.integers(2, 12)),
    st.builds(rows, st.sampled_from(["match", "order"]), st.integers(2, 20), st.integers(2, 12)),
    st.builds(Digits, st.just("gap"), st.integers(6, 15), st.sampled_from(["", "cm"])),
    st.builds(Writing, st.just("gap"), st.just(1), st.just(True)),
    st.builds(Writing, st.just(""), st.integers(1, 240), st.just(False)),
)
BLOCKS = st.lists(st.tuples(BODIES, st.sampled_from(["one", "two"])), min_size=1, max_size=60).map(
    lambda found: [Block(at, f"i{at}", str(at), group, body) for at, (body, group) in enumerate(found, 1)]
)


def pages(blocks: Sequence[Block], by_type: bool = True, first: float = FIRST_TOP) -> list[Page]:
    return flowed(groups(blocks, by_type, str), lambda page: TOP if page else first)


def marks(body: Body) -> int:
    match body:
        case Rows(_, lines):
            return sum(len(line.marks) for line in lines)
        case Digits(_, columns):
            return 1 + 11 * columns
        case Writing(_, most):
            return most + 1 if most <= 12 else 10 * len(str(most))


@given(BLOCKS, st.booleans(), st.sampled_from([FIRST_TOP, SPARE_TOP]))
def test_every_block_is_on_a_page_once(blocks: list[Block], by_type: bool, first: float) -> None:
    made = pages(blocks, by_type, first)
    assert all(page.bubbles for page in made[1:])
    for block in blocks:
        own = [sum(each.item == block.item for each in page.bubbles) for page in made]
        assert [many for many in own if many] == [marks(block.body)], "whole, on one page"


@given(BLOCKS, st.booleans())
def test_no_bubble_touches_another_or_leaves_the_page(blocks: list[Block], by_type: bool) -> None:
    for number, page in enumerate(pages(blocks, by_type)):
        spots = sorted((each.y, each.x) for each in page.bubbles)
        assert all(EDGE + RADIUS < x < WIDTH - EDGE - RADIUS for _, x in spots)
        assert all((TOP if number else FIRST_TOP) < y - RADIUS < y + RADIUS < BOTTOM for y, _ in spots)
        for one, other in combinations(spots, 2):
            if other[0] - one[0] < 2 * RADIUS:
                assert abs(one[0] - other[0]) + abs(one[1] - other[1]) > 2 * RADIUS


def test_columns_are_of_about_one_length() -> None:
    (page,) = pages([Block(at, f"i{at}", str(at), "one", rows("choice", 1, 4)) for at in range(1, 42)])
    columns: dict[float, int] = {}
    for each in page.bubbles:
        columns[each.x] = columns.get(each.x, 0) + 1
    assert [*columns.values()] == [11] * 4 + [11] * 4 + [11] * 4 + [8] * 4


def test_what_is_marked_in_one_way_stands_together_whatever_is_between() -> None:
    """A case's questions too, which a form has behind the others."""
    bodies: list[Body] = [rows("choice", 1, 4), Digits("", 6, ""), rows("choice", 1, 4)]
    (page,) = pages([Block(at, f"i{at}", str(at), "one", body) for at, body in enumerate(bodies, 1)])
    assert [text.text for text in page.texts if text.text.startswith("one")] == ["one  1, 3", "one  2"]


@pytest.mark.parametrize("other", [rows("order", 3, 3), Digits("", 6, ""), Writing("", 3, False)])
def test_forms_that_are_marked_in_other_ways_have_no_sheet_in_common(other: Body) -> None:
    choice = Block(1, "a", "1", "one", rows("choice", 1, 4))
    assert for_any_form([[choice], [Block(1, "b", "1", "two", other)]]) is None
    assert for_any_form([[choice], []]) is None


def test_a_sheet_for_any_form_has_room_for_the_largest() -> None:
    forms = [
        [Block(1, f"a{at}", "1", "one", rows("match", lines, marks))]
        for at, (lines, marks) in enumerate([(2, 5), (4, 3)])
    ]
    (merged,) = for_any_form(forms) or []
    assert isinstance(merged.body, Rows)
    assert [(line.entry, [value for value, _ in line.marks]) for line in merged.body.lines] == [
        (str(at), [*"ABCDE"]) for at in range(1, 5)
    ]
