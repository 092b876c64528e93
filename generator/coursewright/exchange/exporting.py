"""Banks of the course → files for other people's programs, each with what it cannot carry."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..diagnostics import Place, Problem, SourceString
from ..model.items.bank import Bank
from ..words import Words
from . import text_written
from .bank_book import too_long, workbook
from .carried import rows
from .columns import header
from .foreign_book import chaoxing, kaoshibao
from .formats import BANK, CHAOXING, KAOSHIBAO, TEXT, WORD
from .names import Names
from .plain import plain_items
from .question import Question, questions
from .word_text import document

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Without it Windows takes a text for GBK."""


@dataclass
class Exported:
    """The file, how many questions are in it, and what is not."""

    content: bytes
    count: int
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Exporter:
    """`name` is what the file is called in messages."""

    name: str
    names: Names
    words: Words

    def exported(self, bank: Bank, format: str) -> Exported:
        """The items of a bank, which need not be identified, in one of the formats that are written."""
        if format == BANK:
            return self._own(bank)
        found = list(questions(bank.completed(), self.names.sections, self.words))
        asked = [each for each in found if isinstance(each, Question)]
        left = [each for each in found if not isinstance(each, Question)]
        problems = list(self._left(left))
        return Exported(self._written(asked, format), len(asked), [*problems, *self._lost(asked)])

    def _left(self, items: Sequence[tuple[str, str]]) -> Iterator[Problem]:
        """Said once of every type that the file cannot hold, with the ids of its items."""
        ids: defaultdict[str, list[str]] = defaultdict(list)
        for id, type in items:
            ids[type].append(id)
        for type, its in ids.items():
            yield Problem("CW1015", Place(self.name), {"ids": SourceString(", ".join(its)), "type": type})

    def _own(self, bank: Bank) -> Exported:
        found = list(rows(plain_items(bank), self.words))
        problems = [
            Problem("CW1021", Place(self.name), {"id": id, "column": header(name, self.words)})
            for id, name in too_long(found)
        ]
        content = b"" if problems else workbook(found, self.names, self.words)
        return Exported(content, len(found), problems)

    def _written(self, asked: Sequence[Question], format: str) -> bytes:
        return _WRITERS[format](self, asked)

    def _lost(self, asked: Sequence[Question]) -> Iterator[Problem]:
        """Said once for all items: what has no place in the file."""
        counts = Counter(name for question in asked for name in question.lost)
        for name, count in counts.items():
            values = {"what": SourceString(name), "count": count}
            yield Problem("CW1029", Place(self.name), values)

    def kaoshibao(self, asked: Sequence[Question]) -> bytes:
        return kaoshibao(asked, self.names.moment)

    def chaoxing(self, asked: Sequence[Question]) -> bytes:
        return chaoxing(asked, self.names.title, self.names.moment)

    def text(self, asked: Sequence[Question]) -> bytes:
        return _BYTE_ORDER_MARK + text_written.text(asked).replace("\n", "\r\n").encode()

    def word(self, asked: Sequence[Question]) -> bytes:
        lines = [
            line
            for at, each in enumerate(asked, 1)
            for whole in text_written.lines(each, at)
            for line in whole.split("\n")
        ]
        return document(lines, self.names.title, self.names, self.words("page {page} of {pages}"))


_WRITERS: dict[str, Callable[[Exporter, Sequence[Question]], bytes]] = {
    KAOSHIBAO: Exporter.kaoshibao,
    CHAOXING: Exporter.chaoxing,
    TEXT: Exporter.text,
    WORD: Exporter.word,
}
