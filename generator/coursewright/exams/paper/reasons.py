"""Why each answer of a question is right or wrong, under the letters of a form."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Entry,
    Gap,
    Number,
    Texts,
)
from ...press.document import Paragraph
from ...press.line import Run, Spans
from ..form import Question
from ..key import lettered
from .led import paragraphs
from .reading import Reader
from .shown import Blocks


class Reason(NamedTuple):
    """An answer: its letter or number, what it says, and why it is right or wrong."""

    lead: Spans
    said: Blocks
    why: Blocks


class Reasons:
    """Those of one question."""

    def __init__(self, reader: Reader, question: Question) -> None:
        self._reader = reader
        self._question = question
        self._letters = {id: letter for letter, id in lettered(question.entries).items()}
        self._targets = {id: letter for letter, id in lettered(question.targets).items()}

    def reasons(self, asked: Asked) -> Iterator[Reason]:
        match asked:
            case AskedChoice():
                return self._options(asked)
            case AskedOrder():
                return self._steps(asked)
            case AskedMatch():
                return self._pairs(asked)
            case AskedGaps():
                return self._gaps(asked)
            case AskedWritten():
                return self._criteria(asked)
            case unknown:
                assert_never(unknown)

    def _options(self, asked: AskedChoice) -> Iterator[Reason]:
        options = _by_id(asked.interaction.options)
        for id in self._question.entries:
            sign = "✓" if id in asked.key else "×"
            yield self._entry(f"{self._letters[id]} {sign}", options[id], strong=id in asked.key)

    def _steps(self, asked: AskedOrder) -> Iterator[Reason]:
        """In the right order."""
        steps = _by_id(asked.interaction.steps)
        return (self._entry(f"{at} {self._letters[id]}", steps[id]) for at, id in enumerate(asked.key, 1))

    def _pairs(self, asked: AskedMatch) -> Iterator[Reason]:
        """Things in the order of the form, and then what nothing belongs to."""
        things = _by_id(asked.interaction.things)
        targets = {target.id: target for target in asked.interaction.targets}
        texts = {id: self._reader.line(target.text) for id, target in targets.items()}
        for number, id in enumerate(self._question.entries, 1):
            target = asked.key[id]
            said = (*self._text(things[id].text), *paragraphs(("→ ",), texts[target]))
            yield Reason(_lead(f"{number} {self._targets[target]}"), said, self._text(things[id].rationale))
        for id in (id for id in self._question.targets if id not in asked.key.values()):
            yield Reason(_lead(f"– {self._targets[id]}"), texts[id], self._text(targets[id].rationale))

    def _gaps(self, asked: AskedGaps) -> Iterator[Reason]:
        for number, gap in enumerate(asked.interaction.gaps, 1):
            yield self._gap(number, gap, asked.key[gap.id])

    def _gap(self, number: int, gap: Gap, expected: Texts | Number) -> Reason:
        words, why = self._reader.words, self._text(gap.rationale)
        if isinstance(expected, Texts):
            return Reason(_lead(str(number)), (Paragraph((" / ".join(expected.accepted),)),), why)
        for mistake in expected.mistakes:
            lead = words("With {answer}:").format(answer=mistake.value)
            why += paragraphs((f"{lead} ",), self._text(mistake.rationale))
        said = f"{expected.value} ± {expected.tolerance} {gap.unit}".strip()
        return Reason(_lead(str(number)), (Paragraph((said,)),), why)

    def _criteria(self, asked: AskedWritten) -> Iterator[Reason]:
        for each in asked.key:
            points = self._reader.words.plural("{count} point", "{count} points", each.points)
            yield Reason(_lead(points), self._text(each.text), ())

    def _entry(self, lead: str, entry: Entry, *, strong: bool = True) -> Reason:
        return Reason(_lead(lead, strong=strong), self._text(entry.text), self._text(entry.rationale))

    def _text(self, text: str | None) -> Blocks:
        return self._reader.text(text) if text else ()


def _lead(text: str, *, strong: bool = True) -> Spans:
    return (Run(text, strong=strong),)


def _by_id(entries: Sequence[Entry]) -> Mapping[str, Entry]:
    return {entry.id: entry for entry in entries}
