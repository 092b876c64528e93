"""Codes as squares: what a reader of another make finds in them."""

import re
from typing import Any

import numpy as np
import pytest
import zxingcpp

from coursewright.press.squares import aztec, rune

SCALE, MARGIN = 6, 20
SQUARE = re.compile(r"M(\d+) (\d+)h1v1h-1z")


def drawn(path: str, side: int) -> Any:
    """The squares as pixels on white."""
    squares = np.full((side, side), 255, np.uint8)
    assert SQUARE.sub("", path) == ""
    for x, y in SQUARE.findall(path):
        squares[int(y), int(x)] = 0
    return np.pad(np.kron(squares, np.ones((SCALE, SCALE), np.uint8)), MARGIN, constant_values=255)


def read(picture: Any) -> tuple[str, str]:
    """The text, and what it is by ISO/IEC 15424: an Aztec Code, or a rune (`C`)."""
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text, found.symbology_identifier


@pytest.mark.parametrize("turns", range(4))
def test_every_rune_is_read_however_it_lies(turns: int) -> None:
    for number in range(256):
        picture = np.ascontiguousarray(np.rot90(drawn(rune(number), 11), turns))
        assert read(picture) == (f"{number:03}", "]zC")


def test_the_rings_of_a_rune_are_those_of_the_standard() -> None:
    """ISO/IEC 24778, annex A: a black middle, and rings of white and black about it, as in a compact code."""
    squares = drawn(rune(0), 11)[MARGIN + SCALE // 2 : -MARGIN : SCALE, MARGIN + SCALE // 2 : -MARGIN : SCALE]
    for row in range(1, 10):
        for column in range(1, 10):
            ring = max(abs(row - 5), abs(column - 5))
            assert squares[row, column] == (0 if ring % 2 == 0 else 255)


def test_a_text_is_read() -> None:
    text = "CWA001234567890100100001"
    path, side = aztec(text)
    assert side == 19
    assert read(drawn(path, side)) == (text, "]z0")
