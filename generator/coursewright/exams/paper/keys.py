"""The keys of a form with the reasons: what is right, why, and how it is scored. Confidential."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import assert_never

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
from ...press.document import Block, Column, Facts, Heading, Item, Listing, Paragraph, Table, Title, Together
from ...press.line import Run, Spans
from ..form import Form, Question
from ..key import lettered, shown_key
from .draft import place
from .gapping import Gapping
from .led import led, paragraphs
from .reading import Reader
from .rule import rule
from .shown import Blocks

HALVES = 2
"""Tables of keys beside each other."""


@dataclass(frozen=True)
class KeyWriter:
    """`commitment` is the SHA-256 of the session's key file."""

    reader: Reader
    commitment: str

    def blocks(self, form: Form, title: str) -> Iterator[Block]:
        words, session = self.reader.words, self.reader.session
        yield Title(title)
        facts = (
            (words("Course"), session.course),
            (words("Session"), session.name),
            (words("Questions"), str(len(form.questions))),
            (words("Points in all"), str(form.points)),
            (words("Commitment to the keys"), self.commitment),
        )
        yield Facts(tuple(((name,), (value,)) for name, value in facts), frozenset({4}), title)
        yield Heading((words("Keys"),))
        yield self._table(form)
        yield Heading((words("Questions with reasons"),))
        case = None
        for number, question in enumerate(form.questions, 1):
            before, case = case, session.items[question.item].case
            if case and case != before:
                yield from self._case(case)
            yield Together(tuple(self._question(number, question)))

    def key(self, question: Question) -> str:
        """As the form's letters say it; what a person judges is judged by its criteria."""
        asked = self.reader.asked[question.item]
        return shown_key(question, asked) or self.reader.words("by criteria")

    def _table(self, form: Form) -> Table:
        words = self.reader.words
        cells = [
            ((Run(str(number), strong=True),), (self.key(question),), (str(question.worth),))
            for number, question in enumerate(form.questions, 1)
        ]
        half = -(-len(cells) // HALVES)
        empty: tuple[Spans, Spans, Spans] = ((), (), ())
        rows = zip_longest(cells[:half], cells[half:], fillvalue=empty)
        columns = (
            Column((words("No."),), 8, "right"),
            Column((words("Key"),), 34),
            Column((words("points"),), 8, "right"),
        )
        return Table(columns * HALVES, tuple((*left, *right) for left, right in rows), words("Keys"))

    def _case(self, case: str) -> Iterator[Block]:
        stimulus = self.reader.session.cases[case]
        yield Heading((stimulus.title or self.reader.words("Read this first"),), 2)
        yield from self.reader.text(stimulus.text)

    def _question(self, number: int, question: Question) -> Iterator[Block]:
        words, item = self.reader.words, self.reader.session.items[question.item]
        asked = self.reader.asked[question.item]
        points = words.plural("{count} point", "{count} points", question.worth)
        yield Heading((f"{number}. {self.key(question)} · {points}",), 3)
        yield Paragraph((f"{question.item} · {item.section_title}",), "small")
        yield from self._stem(item.model.stem, asked)
        yield Listing(tuple(self._reasons(question, asked)))
        if isinstance(asked, AskedWritten):
            yield from paragraphs((Run(words("Sample:"), strong=True), " "), self.reader.text(asked.sample))
        explanation = self.reader.text(item.model.explanation)
        yield from paragraphs((Run(words("Explanation:"), strong=True), " "), explanation)
        yield Paragraph((Run(words("Scoring:"), strong=True), " ", rule(asked, question.worth, words)))

    def _stem(self, stem: str, asked: Asked) -> Blocks:
        text = self.reader.text(stem)
        return Gapping(asked.interaction.gaps, place).blocks(text) if isinstance(asked, AskedGaps) else text

    def _reasons(self, question: Question, asked: Asked) -> Iterator[Item]:
        match asked:
            case AskedChoice():
                yield from self._options(question, asked)
            case AskedOrder():
                yield from self._steps(question, asked)
            case AskedMatch():
                yield from self._pairs(question, asked)
            case AskedGaps(interaction, key):
                yield from (self._gap(gap, key[gap.id]) for gap in interaction.gaps)
            case AskedWritten(_, key):
                for each in key:
                    points = self.reader.words.plural("{count} point", "{count} points", each.points)
                    yield self._item((Run(points, strong=True), " "), self.reader.text(each.text), None)
            case unknown:
                assert_never(unknown)

    def _options(self, question: Question, asked: AskedChoice) -> Iterator[Item]:
        options = _by_id(asked.interaction.options)
        for letter, id in lettered(question.entries).items():
            sign = "✓" if id in asked.key else "×"
            yield self._entry((Run(f"{sign} {letter}. ", strong=id in asked.key),), options[id])

    def _steps(self, question: Question, asked: AskedOrder) -> Iterator[Item]:
        steps = _by_id(asked.interaction.steps)
        letters = {id: letter for letter, id in lettered(question.entries).items()}
        for at, id in enumerate(asked.key, 1):
            yield self._entry((Run(f"{at} = {letters[id]}. ", strong=True),), steps[id])

    def _pairs(self, question: Question, asked: AskedMatch) -> Iterator[Item]:
        things = _by_id(asked.interaction.things)
        targets = {target.id: target for target in asked.interaction.targets}
        letters = {id: letter for letter, id in lettered(question.targets).items()}
        for number, id in enumerate(question.entries, 1):
            target = asked.key[id]
            line, below = led((Run(f"{number}{letters[target]} ", strong=True),), self._text(things[id].text))
            (belongs, _) = led((" → ",), self.reader.line(targets[target].text))
            yield Item((*line, *belongs), (*below, *self._text(things[id].rationale)))
        for target in (id for id in question.targets if id not in asked.key.values()):
            lead = (Run(f"{letters[target]} – ", strong=True),)
            yield self._item(lead, self.reader.line(targets[target].text), targets[target].rationale)

    def _gap(self, gap: Gap, expected: Texts | Number) -> Item:
        words = self.reader.words
        if isinstance(expected, Texts):
            return self._item((Run(" / ".join(expected.accepted), strong=True),), (), gap.rationale)
        answer = f"{expected.value} ± {expected.tolerance} {gap.unit}".strip()
        mistakes = tuple(
            block
            for mistake in expected.mistakes
            for block in paragraphs(
                (words("With {answer}:").format(answer=mistake.value), " "), self._text(mistake.rationale)
            )
        )
        return Item((Run(answer, strong=True),), (*self._text(gap.rationale), *mistakes))

    def _entry(self, lead: Spans, entry: Entry) -> Item:
        return self._item(lead, self._text(entry.text), entry.rationale)

    def _item(self, lead: Spans, blocks: Blocks, rationale: str | None) -> Item:
        line, below = led(lead, blocks)
        return Item(line, (*below, *self._text(rationale)))

    def _text(self, text: str | None) -> Blocks:
        return self.reader.text(text) if text else ()


def _by_id(entries: Sequence[Entry]) -> Mapping[str, Entry]:
    return {entry.id: entry for entry in entries}
