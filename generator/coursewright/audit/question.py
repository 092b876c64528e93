"""One question of a bank as a reader meets it, with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from ..diagnostics import Place
from ..load.source_file import SourceFile
from ..model.items.case import CaseItem
from ..model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from ..model.items.item import ItemSource
from ..model.kinds import BANK
from ..model.walk import Path
from ..validate.sources import Sources
from .wording import plain

JUDGEMENT = frozenset({"true", "false"})
"""The options of a statement that is right or wrong, whose texts are the interface's."""


@dataclass(frozen=True)
class Choosable:
    """An option without marks, and its place among the options."""

    id: str
    text: str
    is_key: bool
    at: int


@dataclass(frozen=True, eq=False)
class Question:
    """`bank` is the id of its file; `at` is the number among all questions of the course."""

    at: int
    bank: str
    file: SourceFile
    path: Path
    item: ItemSource
    case: CaseItem | None

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def type(self) -> str:
        return str(self.item.__dict__["type"])

    @cached_property
    def asked(self) -> Asked:
        return self.item.asked(str)

    @cached_property
    def stem(self) -> str:
        return plain(self.item.stem)

    @cached_property
    def situation(self) -> str:
        """What is read before the answer: the stem, and the text of the case."""
        return f"{plain(self.case.stimulus)} {self.stem}" if self.case else self.stem

    @cached_property
    def options(self) -> tuple[Choosable, ...]:
        """Options of its author's wording; none for a statement, or for what is no choice."""
        asked = self.asked
        if not isinstance(asked, AskedChoice) or self.is_judgement:
            return ()
        return tuple(
            Choosable(option.id, plain(option.text), option.id in asked.key, at)
            for at, option in enumerate(asked.interaction.options)
        )

    @cached_property
    def keys(self) -> tuple[Choosable, ...]:
        return tuple(option for option in self.options if option.is_key)

    @cached_property
    def distractors(self) -> tuple[Choosable, ...]:
        return tuple(option for option in self.options if not option.is_key)

    @cached_property
    def answer(self) -> str:
        """The words of what is right: keys, steps, pairs, what is accepted in a gap, a sample."""
        match self.asked:
            case AskedChoice():
                return _joined(option.text for option in self.keys)
            case AskedOrder(interaction):
                return _joined(plain(step.text) for step in interaction.steps)
            case AskedMatch(interaction):
                things = (thing.text for thing in interaction.things)
                return _joined(map(plain, (*things, *(target.text for target in interaction.targets))))
            case AskedGaps(_, key):
                return _joined(text for each in key.values() for text in _accepted(each))
            case AskedWritten(_, _, sample):
                return plain(sample)
            case unknown:
                assert_never(unknown)

    @cached_property
    def mistakes(self) -> str:
        """The words of the distractors."""
        return _joined(option.text for option in self.distractors)

    @cached_property
    def is_judgement(self) -> bool:
        """Whether a statement is to be called right or wrong."""
        asked = self.asked
        return isinstance(asked, AskedChoice) and {each.id for each in asked.interaction.options} == JUDGEMENT

    @property
    def holds(self) -> bool:
        """Whether the statement of a judgement is right."""
        return isinstance(self.asked, AskedChoice) and "true" in self.asked.key

    def place(self, *path: str | int) -> Place:
        return self.file.place((*self.path, *path))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _accepted(expected: Texts | Number) -> tuple[str, ...]:
    return expected.accepted if isinstance(expected, Texts) else (expected.value,)


def questions(sources: Sources) -> tuple[Question, ...]:
    """Every question of every bank, those reserved for exams included."""
    return tuple(Question(at, *each) for at, each in enumerate(_found(sources)))


def _found(sources: Sources) -> Iterator[tuple[str, SourceFile, Path, ItemSource, CaseItem | None]]:
    for bank in sources.all(BANK).values():
        for path, item, case in bank.model.questions():
            yield bank.id, bank.file, path, item, case
