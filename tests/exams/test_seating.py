"""Forms by seat: neighbours differ, the same roster gives the same, and everyone has a number to mark."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.exams.check_digit import is_sound
from coursewright.exams.seating import Place, seated
from coursewright.model.candidate import Candidate


def candidates(seats: list[str], room: str = "1") -> list[Candidate]:
    return [Candidate(f"n{at}", f"{at:04}", room=room, seat=seat) for at, seat in enumerate(seats)]


def places(own: list[Candidate], forms: str) -> list[Place]:
    return [place for room in seated(own, forms) for place in room.places]


@given(st.integers(2, 6), st.integers(1, 60))
def test_neighbours_in_a_row_have_different_forms(forms: int, count: int) -> None:
    found = places(candidates([str(at) for at in range(1, count + 1)]), "ABCDEF"[:forms])
    assert all(one.form != next.form for one, next in pairwise(found))
    counts = Counter(place.form for place in found)
    assert max(counts.values()) - min([*counts.values(), *([0] if len(counts) < forms else [])]) <= 1


@pytest.mark.parametrize(("forms", "across"), [(2, False), (3, False), (4, True), (5, True)])
def test_seats_in_rows_and_columns_are_apart_on_every_side(forms: int, across: bool) -> None:
    found = places(
        candidates([f"{row}排{column}座" for row in range(1, 8) for column in range(1, 7)]), "ABCDE"[:forms]
    )
    at = {(place.row, place.column): place.form for place in found}
    sides = [(0, 1), (1, 0), *([(1, 1), (1, -1)] if across else [])]
    for (row, column), form in at.items():
        assert all(at.get((row + down, column + right)) != form for down, right in sides)


def test_seats_are_in_the_order_of_their_numbers() -> None:
    found = places(candidates(["10", "9", "1"]), "AB")
    assert [(place.candidate.seat, place.serial, place.form) for place in found] == [
        ("1", 1, "A"), ("9", 2, "B"), ("10", 3, "A"),
    ]  # fmt: skip


def test_without_seats_the_order_of_the_file_counts() -> None:
    found = places(candidates(["", "", ""]), "AB")
    assert [(place.candidate.name, place.form) for place in found] == [("n0", "A"), ("n1", "B"), ("n2", "A")]


def test_rooms_follow_one_another_and_each_begins_with_the_first_form() -> None:
    own = [*candidates(["1", "2"], "10"), *candidates(["1"], "2")]
    own = [Candidate(each.name, f"{at:03}", room=each.room, seat=each.seat) for at, each in enumerate(own)]
    assert [(room.name, [place.form for place in room.places]) for room in seated(own, "AB")] == [
        ("2", ["A"]), ("10", ["A", "B"]),
    ]  # fmt: skip


@given(st.lists(st.from_regex(r"[A-Z0-9]{1,6}", fullmatch=True), min_size=1, max_size=30, unique=True))
def test_everyone_marks_digits_of_one_length_that_are_their_own(numbers: list[str]) -> None:
    found = [place.marked for place in places([Candidate("n", number) for number in numbers], "A")]
    assert len({*found}) == len(numbers)
    assert len({len(each) for each in found}) == 1
    assert all(map(is_sound, found))


def test_numbers_of_one_length_are_marked_as_they_are() -> None:
    assert [place.marked[:-1] for place in places([Candidate("n", "007"), Candidate("m", "123")], "A")] == [
        "007", "123",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seats", "spots"),
    [
        (["1-1", "2-03"], [(0, 0), (1, 2)]),
        (["1排1座", "2排3座"], [(0, 0), (1, 2)]),
        (["第1排第1座", "第2排第3座"], [(0, 0), (1, 2)]),
        (["A1", "B03"], [(0, 0), (1, 2)]),
        (["1-1", "2"], [(0, 0), (0, 1)]),
        (["2026-0001", "2026-0002"], [(0, 0), (0, 1)]),
        (["1-1", "1排1座"], [(0, 0), (0, 1)]),
        (["0-1", "0-2"], [(0, 0), (0, 1)]),
        (["seat 1", "seat 2"], [(0, 0), (0, 1)]),
        (["row C 1", "row D 2"], [(2, 0), (3, 1)]),
    ],
)
def test_rows_and_columns_are_read_where_all_seats_say_them(
    seats: list[str], spots: list[tuple[int, int]]
) -> None:
    assert [(place.row, place.column) for place in places(candidates(seats), "AB")] == spots
