"""Where a seat is, by what a roster calls it: 3-05, 3排5座, C5, or a number."""

import re

MOST_IN_A_ROW = 50
"""Seats, and rows of a room; a larger number is none of a row."""
_ROW_AND_COLUMN = re.compile(
    r"[^0-9]*?([0-9]{1,2}(?=[^0-9])|(?<![A-Za-z])[A-Za-z])[^0-9A-Za-z]*([0-9]{1,2})[^0-9]*"
)
_NUMBER = re.compile(r"[0-9]+")
_IDLE = re.compile(r"[第号座位\s.#]|seat|no")
"""What says no more than that a number is one of a seat."""


def spot(seat: str) -> tuple[int, int] | None:
    """Row and column from 0, where it says both."""
    said = _ROW_AND_COLUMN.fullmatch(seat)
    if not said:
        return None
    row = int(said[1]) if said[1].isdigit() else ord(said[1].upper()) - ord("A") + 1
    column = int(said[2])
    return (row - 1, column - 1) if 0 < row <= MOST_IN_A_ROW and 0 < column <= MOST_IN_A_ROW else None


def is_planned(seat: str) -> bool:
    """Whether one knows by it who sits beside whom: by row and column, or by one number."""
    return spot(seat) is not None or len(_NUMBER.findall(seat)) == 1


def place(seat: str) -> tuple[int, int] | str:
    """The same for all that may be called the same place."""
    bare = _IDLE.sub("", seat.casefold())
    return spot(seat) or _NUMBER.sub(lambda digits: str(int(digits[0])), bare)
