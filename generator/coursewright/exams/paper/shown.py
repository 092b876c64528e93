"""A form as a candidate sees it, before it is PDF or Word: parts, groups, questions, places to answer.

Nothing here says what is right, nor why, nor how hard it is.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from ...press.document import Block, Paragraph

Blocks = tuple[Block, ...]


class Lettered(NamedTuple):
    """An option, a step or a target with the letter that the form gives it."""

    letter: str
    blocks: Blocks


@dataclass(frozen=True)
class Options:
    """Letters to choose from."""

    options: tuple[Lettered, ...]


@dataclass(frozen=True)
class Steps:
    """Letters to write down in order."""

    steps: tuple[Lettered, ...]


@dataclass(frozen=True)
class Pairing:
    """Things, numbered from 1, each with a place for the letter of a target."""

    things: tuple[Blocks, ...]
    targets: tuple[Lettered, ...]


@dataclass(frozen=True)
class Places:
    """Places after the stem, each with the unit that is printed behind it; none where all are in the stem."""

    units: tuple[str, ...]


@dataclass(frozen=True)
class Room:
    """So many lines to write on."""

    lines: int


Answer = Options | Steps | Pairing | Places | Room


@dataclass(frozen=True)
class Asking:
    """A question by its number on the form.

    `notes` say how it is answered and what it is worth, where its part does not; a stem that `is_gapped` is
    written into.
    """

    number: int
    stem: Blocks
    notes: tuple[str, ...]
    answer: Answer
    is_gapped: bool = False

    @property
    def whole(self) -> Blocks:
        """The stem with the notes at its end."""
        if not self.notes:
            return self.stem
        notes = " ".join(self.notes)
        if self.stem and isinstance(last := self.stem[-1], Paragraph):
            return (*self.stem[:-1], replace(last, line=(*last.line, f" {notes}")))
        return (*self.stem, Paragraph((notes,)))


@dataclass(frozen=True)
class Group:
    """Questions that follow one another; those of a case have its title and what is to be read first."""

    questions: tuple[Asking, ...]
    title: str = ""
    stimulus: Blocks = ()
    said: str = ""


@dataclass(frozen=True)
class Part:
    """Groups under one heading with how they are answered; a form that has no parts has one without title."""

    title: str
    note: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Cover:
    """What stands before the questions. `facts` are label and value, `blanks` labels of places."""

    course: str
    title: str
    form: str
    session: str
    facts: tuple[tuple[str, str], ...]
    blanks: tuple[str, ...]
    rules: tuple[str, ...]
    rules_title: str


@dataclass(frozen=True)
class Labels:
    """Of places to answer: a line, a sequence of letters, things with a letter before each, the letters."""

    answer: str
    sequence: str
    things: str
    targets: str


@dataclass(frozen=True)
class Paper:
    cover: Cover
    parts: tuple[Part, ...]
    labels: Labels
