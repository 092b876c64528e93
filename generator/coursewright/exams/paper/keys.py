"""The keys of a form with the reasons: what is right, why, and how it is scored. Confidential."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ...model.items.interaction import Asked, AskedGaps, AskedWritten
from ...press.document import Block, Column, Facts, Heading, Paragraph, Quotation, Table, Title, Together
from ...press.line import Run, Spans
from ..form import Form, Question
from ..key import shown_key
from ..marks import converted
from .draft import place
from .gapping import Gapping
from .led import is_lines, lines, paragraphs
from .reading import Reader
from .reasons import Reason, Reasons
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
        yield Heading((words("Table of keys"),))
        yield self._table(form)
        yield Heading((words("Questions with reasons"),))
        case = None
        for number, question in enumerate(form.questions, 1):
            before, case = case, session.items[question.item].case
            if case and case != before:
                yield from self._case(case)
            yield from self._question(number, question)

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
        return Table(columns * HALVES, tuple((*left, *right) for left, right in rows), words("Table of keys"))

    def _case(self, case: str) -> Iterator[Block]:
        stimulus = self.reader.session.cases[case]
        title = Heading((stimulus.title or self.reader.words("Read this first"),), 2)
        yield Together((title, *self.reader.text(stimulus.text)))

    def _question(self, number: int, question: Question) -> Iterator[Block]:
        words, item = self.reader.words, self.reader.session.items[question.item]
        asked = self.reader.asked[question.item]
        points = self._worth(question.worth, asked)
        heading = Heading((f"{number}. {self.key(question)} · {points}",), 2)
        reasons = self._laid(list(Reasons(self.reader, question).reasons(asked)))
        yield Together((heading, *self._stem(item.model.stem, asked), *reasons))
        if isinstance(asked, AskedWritten):
            yield from paragraphs((Run(words("Sample:"), strong=True), " "), self.reader.text(asked.sample))
        if item.model.explanation:
            explanation = self.reader.text(item.model.explanation)
            yield from paragraphs((Run(words("Explanation:"), strong=True), " "), explanation)
        yield Paragraph((Run(words("Scoring:"), strong=True), " ", rule(asked, question.worth, words)))
        yield Paragraph((f"{question.item} · {item.section_title}",), "small")

    def _worth(self, worth: int, asked: Asked) -> str:
        words = self.reader.words
        said = converted(asked, worth, words) if isinstance(asked, AskedWritten) else ""
        return said or words.plural("{count} point", "{count} points", worth)

    def _stem(self, stem: str, asked: Asked) -> Blocks:
        text = self.reader.text(stem)
        return Gapping(asked.interaction.gaps, place).blocks(text) if isinstance(asked, AskedGaps) else text

    def _laid(self, reasons: Sequence[Reason]) -> Iterator[Block]:
        """A table, or a list where something is more than lines."""
        words = self.reader.words
        if all(is_lines(blocks) for reason in reasons for blocks in (reason.said, reason.why)):
            columns = (Column((), 7), Column((words("Answer"),), 43), Column((words("Reason"),), 50))
            rows = tuple((each.lead, lines(each.said), lines(each.why)) for each in reasons)
            shown = len(columns) if any(each.why for each in reasons) else len(columns) - 1
            yield Table(columns[:shown], tuple(row[:shown] for row in rows), words("Answers with reasons"))
            return
        for each in reasons:
            yield from paragraphs((*each.lead, " "), each.said)
            yield from ([Quotation(each.why)] if each.why else [])
