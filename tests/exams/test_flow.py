"""Blocks on pages: all of them, once, in their order, within the page, and none on another."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.exams.blocks import Block, Body, Digits, Line, Rows, Writing, for_any_form
from coursewright.exams.flow import BOTTOM, flowed, sections
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


def pages(blocks: Sequence[Block], first: float = FIRST_TOP) -> list[Page]:
    return flowed(sections(blocks), lambda page: TOP if page else first)


def headings(page: Page) -> list[str]:
    """In the order in which they were drawn, one behind the other."""
    return [text.text for text in page.texts if text.size > 9]


def marks(body: Body) -> int:
    match body:
        case Rows(_, lines):
            return sum(len(line.marks) for line in lines)
        case Digits(_, columns):
            return 1 + 11 * columns
        case Writing(_, most):
            return most + 1 if most <= 12 else 10 * len(str(most))


@given(BLOCKS, st.sampled_from([FIRST_TOP, SPARE_TOP]))
def test_every_block_is_on_a_page_once(blocks: list[Block], first: float) -> None:
    made = pages(blocks, first)
    assert all(page.bubbles for page in made[1:])
    for block in blocks:
        own = [sum(each.item == block.item for each in page.bubbles) for page in made]
        assert [many for many in own if many] == [marks(block.body)], "whole, on one page"


@given(BLOCKS, st.sampled_from([FIRST_TOP, SPARE_TOP]))
def test_numbers_follow_one_another_over_all_pages(blocks: list[Block], first: float) -> None:
    """Down a column, column after column, section after section: whoever works in order never searches."""
    made = pages(blocks, first)
    drawn = [each.number for page in made for each in page.bubbles]
    assert drawn == sorted(drawn)
    for page in made:
        for one, other in pairwise(page.bubbles):
            assert other.number == one.number or other.y > one.y or other.x > one.x, "down, or to the right"


@given(BLOCKS)
def test_no_bubble_touches_another_or_leaves_the_page(blocks: list[Block]) -> None:
    for number, page in enumerate(pages(blocks)):
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


def test_what_is_in_one_part_is_in_one_section_in_the_order_of_its_numbers() -> None:
    """A case has questions of all kinds."""
    bodies: list[Body] = [rows("choice", 1, 4), Digits("", 6, ""), rows("choice", 1, 4)]
    (page,) = pages([Block(at, f"i{at}", str(at), "one", body) for at, body in enumerate(bodies, 1)])
    assert headings(page) == ["one  1–3"]


def test_a_text_has_the_whole_width_and_stands_between_what_is_before_and_behind() -> None:
    bodies: list[Body] = [rows("choice", 1, 4), Writing("", 3, False), rows("choice", 1, 4)]
    (page,) = pages([Block(at, f"i{at}", str(at), "one", body) for at, body in enumerate(bodies, 1)])
    assert headings(page) == ["one  1", "one  2", "one  3"]


Counted = tuple[str, int, Body]


def form(*kinds: Counted) -> list[Block]:
    """So many blocks of each kind, numbered through."""
    found = [(group, body) for group, count, body in kinds for _ in range(count)]
    return [Block(at, f"i{at}", str(at), group, body) for at, (group, body) in enumerate(found, 1)]


def test_small_sections_stand_beside_each_other_where_that_saves_a_page() -> None:
    kinds: list[Counted] = [
        ("a", 3, Digits("", 6, "")),
        ("b", 1, rows("match", 7, 4)),
        ("c", 1, rows("order", 7, 4)),
    ]
    (page,) = pages(form(*kinds, ("d", 4, Writing("", 1, True)), ("e", 3, rows("order", 4, 4))))
    assert headings(page) == ["a  1–3", "b  4", "c  5", "d  6–9", "e  10–12"]
    tops = {text.text[0]: text.y for text in page.texts if text.size > 9}
    assert tops["b"] == tops["c"]
    (page,) = pages(form(*kinds))
    assert len({text.y for text in page.texts if text.size > 9}) == 3, "and else below each other"


def test_a_section_goes_on_over_a_page_only_where_that_saves_one() -> None:
    choices: Counted = ("a", 36, rows("choice", 1, 4))
    numbers: Counted = ("b", 6, Digits("", 6, ""))
    first, second = pages(form(choices, numbers))
    assert (headings(first), headings(second)) == (["a  1–36"], ["b  37–42"])
    first, second = pages(
        form(choices, numbers, ("c", 3, rows("match", 8, 4)), ("d", 1, Writing("", 1, False)))
    )
    assert headings(first) == ["a  1–36", "b  37–39"]
    assert headings(second) == ["b  40–42", "c  43–45", "d  46"]


def test_what_one_question_asks_in_several_blocks_is_not_parted() -> None:
    choices = form(("a", 60, rows("choice", 1, 4)))
    gaps = [
        Block(61 + at // 2, f"g{at}", f"{61 + at // 2} ({1 + at % 2})", "b", Digits(str(at), 6, ""))
        for at in range(10)
    ]
    made = pages([*choices, *gaps])
    found = [{each.number for each in page.bubbles} for page in made]
    assert not found[0] & found[1]
    assert 61 in found[0]


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
