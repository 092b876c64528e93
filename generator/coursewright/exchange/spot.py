"""Where something stands in a file that was handed in: a cell of a sheet, or a place of a text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..diagnostics import Place, Problem
from ..words import Words
from .bold import Bold


def letters(column: int) -> str:
    """The name of a column by its number from 1: A … Z, AA …"""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number(name: str) -> int:
    """The number of a column by its name in capital letters."""
    total = 0
    for letter in name:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total


MOST_SHOWN = 10
"""Of rows that have something in common so many are named."""


@dataclass(frozen=True)
class Spot:
    """A cell by sheet, row and column, all from 1, and the header above it; of a text, a place.

    A table without sheets has one without a name; of a text `sheet` is None. What `is_kept` is Markdown that
    a bank has and the file no place for. `bold` is what of the text was bold type.
    """

    place: Place
    sheet: str | None = None
    header: str = ""
    text: str = ""
    is_kept: bool = False
    bold: Bold | None = None

    def said(self, words: Words) -> str:
        """The place as people find it in their spreadsheet; nothing of a text, whose lines are shown."""
        if self.sheet is None:
            return ""
        header, letter = " ".join(self.header.split()), letters(self.place.column)
        text = f": {' '.join(self.text.split())[:60]}" if self.text else ""
        values = {"sheet": self.sheet, "row": self.place.line, "text": text}
        if not self.sheet:
            said = words("row {row}, column “{column}”{text}")
            return said.format(column=header or letter, **values)
        said = words("sheet “{sheet}”, row {row}, column {column}{header}{text}")
        return said.format(column=letter, header=f" “{header}”" if header else "", **values)

    def with_sign(self, sign: str) -> "Spot":
        """The place of a sign on its line, where that has it."""
        at = self.place.source.find(sign)
        return self if at < 0 else replace(self, place=replace(self.place, column=at + 1))

    def problem(self, code: str, words: Words, **values: object) -> Problem:
        return Problem(code, self.place, values, self.said(words))


def shown(spots: Sequence[Spot], words: Words) -> str:
    """The rows of some places, the first of many; of places in several files the names of these."""
    files = [spot.place.file.rpartition("/")[2] for spot in spots]
    is_one = len({spot.place.file for spot in spots}) == 1
    names = [str(spot.place.line) for spot in spots] if is_one else files
    said = ", ".join(names[:MOST_SHOWN]) + (" …" if len(names) > MOST_SHOWN else "")
    return words("rows {rows}").format(rows=said) if is_one else said
