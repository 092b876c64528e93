"""A form of a session → what a candidate sees of it, question by question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Gap,
)
from ...model.items.types import TYPE_NAMES
from ...words import Words
from ..form import Form, Question
from .gapping import Gapping, Place
from .reading import Reader
from .shown import Answer, Asking, Group, Options, Pairing, Part, Places, Room, Steps

CASES = "case"
"""The part of a form that has cases."""

_CHINESE = "一二三四五六七八九十"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

MORE_ROOM, MOST_ROOM = 3, 18
"""Lines for a written answer: a line for every point, and some more."""

_UNBROKEN = str.maketrans(" ", "\u00a0")

Numbered = tuple[int, Question]


@dataclass(frozen=True)
class Asker:
    """`place` makes what stands for a gap."""

    reader: Reader
    place: Place

    def parts(self, form: Form) -> tuple[Part, ...]:
        """By type where the blueprint says so, else one."""
        numbered = list(enumerate(form.questions, 1))
        if not self._by_type:
            return (Part("", "", tuple(self._groups(numbered, noted=False))),)
        groups = [list(group) for _, group in groupby(numbered, key=self._type)]
        return tuple(self._part(number, group) for number, group in enumerate(groups, 1))

    @property
    def _by_type(self) -> bool:
        rules = self.reader.session.blueprint.forms
        return rules is not None and rules.order == "types"

    def _type(self, numbered: Numbered) -> str:
        item = self.reader.session.items[numbered[1].item]
        return CASES if item.case else item.model.type

    def _part(self, number: int, questions: Sequence[Numbered]) -> Part:
        words, type = self.reader.words, self._type(questions[0])
        title = words("{part}{title} ({about})").format(
            part=part_number(number, words), title=words(TYPE_NAMES[type]), about=self._about(questions)
        )
        note = "" if type == CASES else self._note(questions[0][1].item)
        return Part(title, note, tuple(self._groups(questions, noted=type != CASES)))

    def _about(self, questions: Sequence[Numbered]) -> str:
        """How many questions there are, and for how many points."""
        words, worth = self.reader.words, [question.worth for _, question in questions]
        total = words.plural("{count} point", "{count} points", sum(worth))
        count = words.plural("{count} question", "{count} questions", len(worth))
        if len(worth) == 1:
            return words("{questions}, {points}").format(questions=count, points=total)
        if not _is_even(questions):
            return words("{questions}, {total} in all").format(questions=count, total=total)
        each = words.plural("{count} point", "{count} points", worth[0])
        said = words("{questions}, {points} each, {total} in all")
        return said.format(questions=count, points=each, total=total)

    def _groups(self, questions: Sequence[Numbered], *, noted: bool) -> Iterator[Group]:
        """A case with its questions is one, and so are questions of none that follow each other."""
        session = self.reader.session
        says_points = not noted or not _is_even(questions)
        for case, group in groupby(questions, key=lambda each: session.items[each[1].item].case):
            own = list(group)
            asked = tuple(self._asking(*each, noted=noted, says_points=says_points) for each in own)
            yield self._case(case, own, asked) if case else Group(asked)

    def _case(self, case: str, questions: Sequence[Numbered], asked: tuple[Asking, ...]) -> Group:
        words, stimulus = self.reader.words, self.reader.session.cases[case]
        said = words("Read this; questions {first} to {last} are about it.")
        return Group(
            asked,
            stimulus.title or words("Read this first"),
            self.reader.text(stimulus.text),
            said.format(first=questions[0][0], last=questions[-1][0]),
        )

    def _asking(self, number: int, question: Question, *, noted: bool, says_points: bool) -> Asking:
        words, asked = self.reader.words, self.reader.asked[question.item]
        gaps: Sequence[Gap] = asked.interaction.gaps if isinstance(asked, AskedGaps) else ()
        gapping = Gapping(gaps, self.place)
        text = self.reader.text(self.reader.session.items[question.item].model.stem)
        stem = gapping.blocks(text) if gaps else text
        points = words.plural("{count} point", "{count} points", question.worth)
        worth = words("({points})").format(points=points) if says_points else ""
        notes = tuple(filter(None, (self._hint(asked, noted=noted), worth.translate(_UNBROKEN))))
        answer = self._answer(question, asked, gapping.left)
        return Asking(number, stem, notes, answer, is_gapped=len(gapping.left) < len(gaps))

    def _answer(self, question: Question, asked: Asked, left: Sequence[Gap]) -> Answer:
        reader = self.reader
        match asked:
            case AskedChoice(interaction):
                return Options(reader.lettered(question.entries, reader.entries(interaction.options)))
            case AskedOrder(interaction):
                return Steps(reader.lettered(question.entries, reader.entries(interaction.steps)))
            case AskedMatch(interaction):
                things = reader.entries(interaction.things)
                targets = {target.id: reader.line(target.text) for target in interaction.targets}
                shown = tuple(things[id] for id in question.entries)
                return Pairing(shown, reader.lettered(question.targets, targets))
            case AskedGaps():
                return Places(tuple(gap.unit for gap in left))
            case AskedWritten(_, key):
                return Room(min(MOST_ROOM, MORE_ROOM + sum(criterion.points for criterion in key)))
            case unknown:
                assert_never(unknown)

    def _note(self, item: str) -> str:
        """How the questions of a part are answered, from the first of them."""
        words, asked = self.reader.words, self.reader.asked[item]
        match asked:
            case AskedChoice(interaction) if interaction.many:
                return words("Choose all that are right; a wrong choice costs points of its question.")
            case AskedChoice(interaction) if len(interaction.options) == 2:
                return words("Choose one of the two.")
            case AskedChoice():
                return words("Choose the one that is right.")
            case AskedOrder():
                return words("Write down the letters in the right order.")
            case AskedMatch():
                return words(
                    "Write before each the letter of what it belongs to; a letter may serve twice, or never."
                )
            case AskedGaps(interaction) if all(gap.is_number for gap in interaction.gaps):
                return words("Write the number on the line, in the unit that stands behind it.")
            case AskedGaps():
                return words("Write what is missing on the lines.")
            case AskedWritten():
                return words("Answer in your own words.")
            case unknown:
                assert_never(unknown)

    def _hint(self, asked: Asked, *, noted: bool) -> str:
        words = self.reader.words
        match asked:
            case AskedGaps(interaction) if interaction.any_order:
                return words("(in any order)")
            case AskedChoice(interaction) if interaction.many and not noted:
                return words("(choose all that apply)")
            case AskedOrder() if not noted:
                return words("(put these in order)")
            case AskedMatch() if not noted:
                return words("(put each to what it belongs to)")
            case _:
                return ""


def _is_even(questions: Sequence[Numbered]) -> bool:
    return len({question.worth for _, question in questions}) == 1


def part_number(number: int, words: Words) -> str:
    """I., II. … or 一、二、 …, for there are as many parts as types at most."""
    is_chinese = words.language.startswith("zh")
    return f"{_CHINESE[number - 1]}、" if is_chinese else f"{_ROMAN[number - 1]}. "
