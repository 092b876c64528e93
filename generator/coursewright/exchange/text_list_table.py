"""A table of answers in a text: a row 题号 and below it a row 答案, each on one line or a cell a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_CELL = re.compile(r"[^\s|｜]+")
_NUMBERS = ("题号", "题目", "序号")
_ANSWERS = ("答案", "参考答案", "正确答案")
_MOST = 1000
"""Cells of a row that are looked at."""


@dataclass(frozen=True)
class Cell:
    """A text with the index of its line and its own on that."""

    line: int
    column: int
    text: str


def tabled(lines: Sequence[str], at: int) -> list[tuple[int, Cell]]:
    """The numbers and answers of a table that begins at a line; nothing where they are not as many."""
    cells = _cells(lines, at)
    if (first := next(cells, None)) is None or first.line != at or first.text not in _NUMBERS:
        return []
    numbers: list[int] = []
    for cell in islice(cells, _MOST):
        if cell.text in _ANSWERS:
            break
        if not cell.text.isdecimal():
            return []
        numbers.append(int(cell.text))
    answers = [*islice(cells, len(numbers))]
    if len(answers) < len(numbers) or any(each.text in _NUMBERS + _ANSWERS for each in answers):
        return []
    following = next(cells, None)
    is_whole = bool(answers) and (following is None or following.line != answers[-1].line)
    return [*zip(numbers, answers, strict=True)] if is_whole else []


def _cells(lines: Sequence[str], at: int) -> Iterator[Cell]:
    for line in range(at, len(lines)):
        for found in _CELL.finditer(lines[line]):
            yield Cell(line, found.start(), found[0])
