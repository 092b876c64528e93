"""Figures of items as a table for a spreadsheet, with all their digits."""

from collections.abc import Iterator

from ...press.cells import csv_bytes
from ...words import Words
from .figures import Figures, ItemFigures
from .parts import number

FILE = "items.csv"
DIGITS = 6


def table(figures: Figures, words: Words) -> bytes:
    """A row an item; facility as a share from 0 to 1."""
    heading = [
        words("No."), words("item"), "n",
        words("facility"), words("facility, low"), words("facility, high"),
        words("discrimination"), words("discrimination, low"), words("discrimination, high"), words("open"),
        words("seconds"), words("logits"), words("standard error"), "infit", "outfit",
        words("void"),
    ]  # fmt: skip
    return csv_bytes([heading, *(list(_row(item, words)) for item in figures.items)])


def _row(item: ItemFigures, words: Words) -> Iterator[str]:
    easy, tells, at = item.facility, item.discrimination, item.location
    yield number(item)
    yield item.id
    yield str(easy.count)
    yield from map(_said, (easy.share, *easy.interval))
    yield from map(_said, (tells.value, *tells.interval) if tells else (None, None, None))
    yield from map(_said, (item.unanswered, item.seconds))
    yield from map(_said, (at.difficulty, at.error) if at else (None, None))
    yield from map(_said, at.fit if at and at.fit else (None, None))
    yield words("void") if item.is_void else ""


def _said(value: float | None) -> str:
    return "" if value is None else f"{value:.{DIGITS}f}"
