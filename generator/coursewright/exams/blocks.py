"""What a form asks to be marked: a block a question, or a block a gap where words or numbers are missing.

A block knows letters and numbers as the form prints them, and ids for whoever reads the sheet.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from ..model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Gap,
    Number,
)
from ..words import Words
from .form import Form, Question
from .key import lettered
from .marks import converted, of_rubric
from .part import parts
from .session import Session

FEWEST_COLUMNS, MOST_COLUMNS = 6, 15
"""Of a number's digits, its point among them; a longer one is written in words."""

MOST_LINES = 20
"""Of a block, which no end of a page parts."""

Mark = tuple[str, str]
"""What a bubble stands for, and what is printed in it."""


@dataclass(frozen=True)
class Line:
    """Bubbles in a row; `entry` is the id of what they answer, `label` its number as printed."""

    entry: str
    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Rows:
    """A choice has its options in one row. A thing has a row with its targets, a place one with its steps."""

    kind: Literal["choice", "match", "order"]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Digits:
    """A number in so many columns, of digits and a point; a sign stands before them."""

    entry: str
    columns: int
    unit: str


@dataclass(frozen=True)
class Writing:
    """Room to write; a marker gives up to so many points. A gap takes a line, a text takes a paragraph.

    `said` tells what the marker's points become where they are not those of the question."""

    entry: str
    most: int
    is_gap: bool
    said: str = ""


Body = Rows | Digits | Writing


@dataclass(frozen=True)
class Block:
    """`group` is the title of the form's part; `item` is empty on a sheet that is for any form."""

    number: int
    item: str
    label: str
    group: str
    body: Body


def blocks_of(session: Session, form: Form, words: Words) -> list[Block]:
    """In the order of the form."""
    asked = session.asked(words)
    columns = _columns(asked)
    return [
        block
        for part in parts(session, form, words)
        for number, question in part.questions
        for block in _blocks(
            number, question, part.title, [*_bodies(question, asked[question.item], columns, words)]
        )
    ]


def _columns(asked: Mapping[str, Asked]) -> int:
    """One more than the longest number takes, and the same for all of a session: no width gives one away."""
    numbers = [
        key
        for each in asked.values()
        if isinstance(each, AskedGaps)
        for key in each.key.values()
        if isinstance(key, Number)
    ]
    fitting = [length + 1 for number in numbers if (length := _length(number)) < MOST_COLUMNS]
    return max([FEWEST_COLUMNS, *fitting])


def _length(number: Number) -> int:
    """Characters without the sign."""
    return len(number.value.removeprefix("-"))


def _blocks(number: int, question: Question, group: str, bodies: Sequence[Body]) -> Iterator[Block]:
    for at, body in enumerate(bodies, 1):
        is_one_of_several = len(bodies) > 1 and not isinstance(body, Rows)
        label = f"{number} ({at})" if is_one_of_several else str(number)
        yield Block(number, question.item, label, group, body)


def _bodies(question: Question, asked: Asked, columns: int, words: Words) -> Iterator[Body]:
    match asked:
        case AskedChoice():
            yield Rows("choice", (Line("", "", _marks(question.entries)),))
        case AskedOrder():
            marks = _marks(question.entries)
            yield Rows("order", tuple(Line(str(at), str(at), marks) for at in range(1, len(marks) + 1)))
        case AskedMatch():
            marks = _marks(question.targets)
            lines = [Line(entry, str(at), marks) for at, entry in enumerate(question.entries, 1)]
            for first in range(0, len(lines), MOST_LINES):
                yield Rows("match", tuple(lines[first : first + MOST_LINES]))
        case AskedGaps(interaction, key):
            is_marked = all(isinstance(each, Number) and _length(each) < columns for each in key.values())
            for gap in interaction.gaps:
                yield _gap(gap, columns if is_marked else 0)
        case AskedWritten():
            yield Writing("", of_rubric(asked), is_gap=False, said=converted(asked, question.worth, words))
        case unknown:
            assert_never(unknown)


def _gap(gap: Gap, columns: int) -> Body:
    return Digits(gap.id, columns, gap.unit) if columns else Writing(gap.id, 1, is_gap=True)


def _marks(ids: Sequence[str]) -> tuple[Mark, ...]:
    return tuple((id, letter) for letter, id in lettered(ids).items())


def for_any_form(forms: Sequence[Sequence[Block]]) -> list[Block] | None:
    """Blocks on which any form can be marked, by letters and numbers; none where forms differ in kind."""
    if len({len(blocks) for blocks in forms}) != 1:
        return None
    merged = [_merged(together) for together in zip(*forms, strict=True)]
    return None if None in merged else [block for block in merged if block]


def _merged(blocks: Sequence[Block]) -> Block | None:
    first = blocks[0]
    if len({(block.number, block.label, _kind(block.body)) for block in blocks}) != 1:
        return None
    body = _widest([block.body for block in blocks])
    group = first.group if len({block.group for block in blocks}) == 1 else ""
    return replace(first, item="", group=group, body=body)


def _kind(body: Body) -> tuple[object, ...]:
    match body:
        case Rows(kind):
            return (kind,)
        case Digits():
            return ("digits",)
        case Writing(_, _, is_gap):
            return ("writing", is_gap)


def _widest(bodies: Sequence[Body]) -> Body:
    match bodies[0]:
        case Rows(kind):
            lines = [line for body in bodies if isinstance(body, Rows) for line in body.lines]
            labels = max(
                ([line.label for line in body.lines] for body in bodies if isinstance(body, Rows)), key=len
            )
            return Rows(kind, _lettered(labels, max(len(line.marks) for line in lines)))
        case Digits(_, columns):
            units = {body.unit for body in bodies if isinstance(body, Digits)}
            return Digits("", columns, "".join(units) if len(units) == 1 else "")
        case Writing(_, _, is_gap):
            own = [body for body in bodies if isinstance(body, Writing)]
            said = {body.said for body in own}
            return Writing("", max(body.most for body in own), is_gap, said.pop() if len(said) == 1 else "")


def _lettered(labels: Sequence[str], marks: int) -> tuple[Line, ...]:
    letters = tuple((letter, letter) for letter in lettered([""] * marks))
    return tuple(Line(label, label, letters) for label in labels)
