"""A block at its place on a page: where each bubble is."""

from dataclasses import dataclass
from typing import NamedTuple

from .blocks import Block, Digits, Line, Mark, Rows, Writing
from .page import Box, Kind, Look, Page, Text

BESIDE, BELOW = 6.4, 6.0
"""From bubble to bubble, in mm."""
LABEL = 9.5
"""Width of a question's number."""
ROW_LABEL = 5.5
TIGHT = 5.4
"""From digit to digit, both ways."""
TO_WRITE = 6.2
"""Height of the cells above digits, to write the number in."""
SIGN, POINT = "-", "."
DIGITS = "0123456789"
SHOWN = {SIGN: "−", POINT: "•"}
"""What would hardly be seen as it is."""
UNIT = 10.0
AFTER_ROWS = 2.5
"""Below a block of several rows."""
GAP, GAP_TALL = 89.0, 11.0
"""Width and height of a line to write a gap's words on."""
TEXT = 182.0
FEWEST_LINES, MOST_LINES, LINE = 5, 13, 8.0
"""Of a text: as many as it has points, and three."""
FRAME = 3.0
"""Around a marker's bubbles."""
HEAD = 5.0
MOST_IN_ONE = 12
"""Points that have a bubble each; beyond them there are digits."""


class _Meaning(NamedTuple):
    """What bubbles of a row or a column have in common."""

    kind: Kind
    entry: str
    column: int = 0


class Size(NamedTuple):
    """In mm."""

    width: float
    height: float


def size_of(body: Rows | Digits | Writing) -> Size:
    match body:
        case Rows(_, lines):
            return Size(_before(body) + max(len(line.marks) for line in lines) * BESIDE, _tall(lines))
        case Digits(_, columns):
            return Size(LABEL + (columns + 1) * TIGHT + (UNIT if body.unit else 0), _digits_tall())
        case Writing(_, most, is_gap):
            return Size(GAP, GAP_TALL) if is_gap else Size(TEXT, _text_tall(most))


def _before(rows: Rows) -> float:
    return LABEL + (ROW_LABEL if any(line.label for line in rows.lines) else 0)


def _tall(lines: tuple[Line, ...]) -> float:
    return len(lines) * BELOW + (AFTER_ROWS if len(lines) > 1 else 0)


def _digits_tall() -> float:
    return TO_WRITE + (len(DIGITS) + 1) * TIGHT + AFTER_ROWS


def _text_tall(most: int) -> float:
    return min(MOST_LINES, max(FEWEST_LINES, most + 3)) * LINE + HEAD


def place(block: Block, x: float, y: float, page: Page) -> None:
    """Draw a block whose upper left corner is here."""
    hand = _Hand(block, x, y, page)
    match block.body:
        case Rows():
            hand.rows(block.body)
        case Digits():
            hand.digits(block.body)
        case Writing(_, _, is_gap):
            (hand.gap if is_gap else hand.text)(block.body)


@dataclass(frozen=True)
class _Hand:
    """Draws a block from its upper left corner."""

    block: Block
    x: float
    y: float
    page: Page

    def rows(self, rows: Rows) -> None:
        first = self.y + BELOW / 2
        self._label(first)
        left = self.x + _before(rows) + BESIDE / 2
        for at, line in enumerate(rows.lines):
            middle = first + at * BELOW
            if line.label:
                self._text(self.x + LABEL, middle, ROW_LABEL - 1.5, line.label)
            for column, mark in enumerate(line.marks):
                self._bubble(_Meaning(rows.kind, line.entry), mark, left + column * BESIDE, middle)

    def digits(self, digits: Digits) -> None:
        """The sign's column has the sign alone, in the row of the points."""
        self._label(self.y + TO_WRITE / 2)
        left, top = self.x + LABEL, self.y + TO_WRITE + 0.6
        for column in range(digits.columns + 1):
            self.page.boxes.append(Box(left + column * TIGHT, self.y, TIGHT, TO_WRITE))
            meaning = _Meaning("digit", digits.entry, column)
            for row, value in enumerate(POINT + DIGITS if column else SIGN):
                spot = left + (column + 0.5) * TIGHT, top + (row + 0.5) * TIGHT
                self._bubble(meaning, (value, SHOWN.get(value, value)), *spot)
        end = left + (digits.columns + 1) * TIGHT + 1
        if digits.unit:
            self.page.texts.append(Text(end, self.y + TO_WRITE / 2, UNIT - 1.5, digits.unit, 9))

    def gap(self, writing: Writing) -> None:
        """A box to write in, and a marker's 0 and 1 behind it."""
        middle = self.y + GAP_TALL / 2 - 0.5
        self._label(middle, 1)
        left, right = self.x + LABEL + 3, self.x + GAP - 2 * BESIDE - FRAME
        self.page.boxes.append(Box(left, self.y, right - left, GAP_TALL - 2))
        self._marker(right + 1, self.x + GAP, GAP_TALL - 2)
        self._points(writing, right + 1 + FRAME / 2, middle - BELOW / 2, 1)

    def text(self, writing: Writing) -> None:
        tall = _text_tall(writing.most) - AFTER_ROWS
        rows = int((tall - FRAME) / BELOW)
        columns = len(str(writing.most)) if writing.most > MOST_IN_ONE else -(-(writing.most + 1) // rows)
        right = self.x + TEXT - columns * BESIDE - FRAME
        self._label(self.y + LINE / 2)
        self.page.boxes.append(Box(self.x + LABEL, self.y, right - self.x - LABEL - 1, tall))
        self._marker(right, self.x + TEXT, tall)
        self._points(writing, right + FRAME / 2, self.y + FRAME / 2, rows)
        if writing.said:
            width = right - self.x - LABEL - 5
            said = Text(self.x + LABEL + 2, self.y + tall - 3, width, writing.said, 8, "right", "muted")
            self.page.texts.append(said)

    def _marker(self, left: float, right: float, tall: float) -> None:
        self.page.boxes.append(Box(left, self.y, right - left, tall, is_muted=True))

    def _points(self, writing: Writing, x: float, y: float, rows: int) -> None:
        """0 to all points; in columns of digits where they are too many."""
        many = len(str(writing.most)) if writing.most > MOST_IN_ONE else 1
        values = DIGITS if many > 1 else [str(points) for points in range(writing.most + 1)]
        for column in range(many):
            meaning = _Meaning("points", writing.entry, column)
            for at, value in enumerate(values):
                across, down = (column, at) if many > 1 else divmod(at, rows)
                self._bubble(meaning, (value, value), x + (across + 0.5) * BESIDE, y + (down + 0.5) * BELOW)

    def _label(self, y: float, more: float = 0) -> None:
        self._text(self.x, y, LABEL - 2 + more, self.block.label, "strong")

    def _text(self, x: float, y: float, width: float, text: str, look: Look = "plain") -> None:
        self.page.texts.append(Text(x, y, width, text, 9, "right", look))

    def _bubble(self, meaning: _Meaning, mark: Mark, x: float, y: float) -> None:
        kind, entry, column = meaning
        about = {"number": self.block.number, "item": self.block.item, "entry": entry, "column": column}
        self.page.bubble(kind, mark, x, y, **about)
