"""Who sits where with which form: neighbours have different ones, and the same roster gives the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model.candidate import Candidate
from ..model.seat import spot
from .check_digit import with_check_digit

LONGEST = 12
"""Digits of a number that is marked in columns; a longer one takes too long to fill in."""
_PARTS = re.compile(r"[0-9]+|[^0-9]+")


@dataclass(frozen=True)
class Place:
    """A candidate's `serial` is that of their answer sheet, from 1 in the order of rooms and seats.

    `row` and `column`, from 0, are where the seat is: in one row if seats are only counted.
    `marked` are the digits, check digit included, by which they mark who they are on a spare sheet.
    """

    candidate: Candidate
    serial: int
    row: int
    column: int
    form: str
    marked: str


@dataclass(frozen=True)
class Room:
    """`is_grid` if its seats say a row and a column."""

    name: str
    places: tuple[Place, ...]
    is_grid: bool


def seated(candidates: Sequence[Candidate], forms: Sequence[str]) -> list[Room]:
    """The rooms in the order of their names, numbers in them counted as numbers."""
    ordered = sorted(candidates, key=lambda each: (_natural(each.room), each.room, _natural(each.seat)))
    marked = dict(zip((each.number for each in candidates), marked_numbers(candidates), strict=True))
    serial = 1
    rooms = []
    for name, own in groupby(ordered, key=lambda each: each.room):
        room = _room(name, list(own), forms, marked, serial)
        serial += len(room.places)
        rooms.append(room)
    return rooms


def marked_numbers(candidates: Sequence[Candidate]) -> Iterator[str]:
    """Their own numbers where all are digits and equally many, else their places in the roster."""
    numbers = [each.number for each in candidates]
    if not are_marked(candidates):
        length = len(str(len(numbers)))
        numbers = [str(at).zfill(length) for at in range(1, len(numbers) + 1)]
    return map(with_check_digit, numbers)


def are_marked(candidates: Sequence[Candidate]) -> bool:
    """Whether they mark their own numbers."""
    length = len(candidates[0].number)
    return all(_is_marked_as_it_is(each.number, length) for each in candidates)


def _is_marked_as_it_is(number: str, length: int) -> bool:
    return number.isascii() and number.isdigit() and len(number) == length <= LONGEST


def _room(
    name: str, own: Sequence[Candidate], forms: Sequence[str], marked: dict[str, str], serial: int
) -> Room:
    spots = _grid([each.seat for each in own])
    is_grid = spots is not None
    places = (
        Place(each, serial + at, row, column, _form(row, column, forms), marked[each.number])
        for at, (each, (row, column)) in enumerate(
            zip(own, spots or [(0, at) for at in range(len(own))], strict=True)
        )
    )
    return Room(name, tuple(places), is_grid)


def _grid(seats: Sequence[str]) -> list[tuple[int, int]] | None:
    """Row and column of each seat from 0, where all say both, each another: 3-05, 3排5座, C5."""
    found = [said for seat in seats if (said := spot(seat))]
    return found if len(found) == len(seats) == len({*found}) else None


def _form(row: int, column: int, forms: Sequence[str]) -> str:
    """A, B, A, B … along a row. The next row begins one further on, with four forms two.

    So those before, behind and beside have other forms, and with four also those across the corners.
    """
    step = 2 if len(forms) > 3 else 1
    return forms[(column + step * row) % len(forms)]


def _natural(text: str) -> list[tuple[int, int, str]]:
    """A key by which 2 comes before 10."""
    parts = _PARTS.findall(text)
    return [(0, int(part), "") if part[0] in "0123456789" else (1, 0, part) for part in parts]
