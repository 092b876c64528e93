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
from ...words import Words
from ..form import Form, Question
from ..marks import converted, of_rubric
from ..part import CASES, Numbered, parts
from ..part import Part as FormPart
from .gapping import Gapping, Place
from .reading import Reader
from .shown import Answer, Asking, Group, Options, Pairing, Part, Places, Room, Steps

_CHINESE = "〇一二三四五六七八九"
_ROMAN = {50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}

MORE_ROOM, MOST_ROOM = 3, 18
"""Lines for a written answer: a line for every point, and some more."""

_UNBROKEN = str.maketrans(" ", "\u00a0")


@dataclass(frozen=True)
class Asker:
    """`place` makes what stands for a gap."""

    reader: Reader
    place: Place

    def parts(self, form: Form) -> tuple[Part, ...]:
        """Under headings by type or by chapter where the blueprint says so, else one."""
        found = parts(self.reader.session, form, self.reader.words)
        return tuple(self._part(number, part) for number, part in enumerate(found, 1))

    def _part(self, number: int, part: FormPart) -> Part:
        """Questions that are answered in one way are told once how."""
        is_noted = part.type not in ("", CASES)
        note = self._note(part.questions[0][1].item) if is_noted else ""
        title = self._title(number, part) if part.title else ""
        return Part(title, note, tuple(self._groups(part.questions, noted=is_noted)))

    def _title(self, number: int, part: FormPart) -> str:
        words = self.reader.words
        return words("{part}{title} ({about})").format(
            part=part_number(number, words), title=part.title, about=self._about(part.questions)
        )

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
        asked = self.reader.asked[question.item]
        gaps: Sequence[Gap] = asked.interaction.gaps if isinstance(asked, AskedGaps) else ()
        gapping = Gapping(gaps, self.place)
        text = self.reader.text(self.reader.session.items[question.item].model.stem)
        stem = gapping.blocks(text) if gaps else text
        worth = self._worth(question.worth, asked, says_points=says_points)
        notes = tuple(filter(None, (self._hint(asked, noted=noted), worth)))
        answer = self._answer(question, asked, gapping.left)
        return Asking(number, stem, notes, answer, is_gapped=len(gapping.left) < len(gaps))

    def _worth(self, worth: int, asked: Asked, *, says_points: bool) -> str:
        """What the question is worth, and always how marks become that."""
        words = self.reader.words
        said = converted(asked, worth, words) if isinstance(asked, AskedWritten) else ""
        if not said and says_points:
            said = words.plural("{count} point", "{count} points", worth).translate(_UNBROKEN)
        return words("({points})").format(points=said) if said else ""

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
            case AskedWritten():
                return Room(min(MOST_ROOM, MORE_ROOM + of_rubric(asked)))
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
    """I., II. … or 一、二、 …; there are fewer than a hundred parts."""
    return f"{_chinese(number)}、" if words.language.startswith("zh") else f"{_roman(number)}. "


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = (_CHINESE[tens] if tens > 1 else "") + "十" if tens else ""
    return ten + (_CHINESE[ones] if ones else "")


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN.items():
        said += letters * (number // value)
        number %= value
    return said
