"""What an invigilator has beside the papers: the seat plan, the attendance list, the envelope's label."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from ..press.document import Block, Column, Document, Facts, Look, Paragraph, Signatures, Table, Title
from ..press.fitted import WIDTH
from ..press.line import Control, Run, Spans
from ..press.pdf import pdf
from ..styles.tokens import engine_tokens
from ..words import Words
from .appointment import Appointment
from .label import Label, label_pdf
from .seating import Place, Room
from .session import Session

WIDEST = 8
"""Seats in a row that have room on a page; where there are more the plan is a list."""
TO_FILL_IN = "\0"
"""A cell to write in, which is no text of anybody's."""
NAME, EXTRA = 1, 6
"""Columns of the attendance list."""
TALL = 9
"""Of a row to sign in, in mm."""


LETTER, CAPITAL, WIDE_LETTER, PADDING = 2.1, 2.6, 3.6, 3.0
"""In a cell, in mm: a letter or a digit, a capital, a Chinese character or one of the broadest letters, and
what is on both sides of the text."""
NAMED, NAMED_AT_LEAST = 8, 5
"""Characters of a name on one line, and where there is too much in the other columns."""
LONGEST = 24
"""Characters of a number that is never broken; one beyond measure would leave no room to sign."""
_WORD = re.compile(r"[\u2e80-\uffff]|[^\s\u2e80-\uffff]+")
SIGNED = 30.0
"""What a signature needs, in mm."""


@dataclass(frozen=True)
class RoomPaper:
    """Documents of one room, in the words of the course; `date` as in the other files of a printing.

    `spare` are the session's spare sheets by form; an `appointment` says when the exam is.
    """

    session: Session
    room: Room
    date: str
    words: Words
    spare: Mapping[str, int] = field(default_factory=dict)
    appointment: Appointment | None = None
    is_only_room: bool = True

    def files(self, number: int) -> dict[str, Callable[[], bytes]]:
        """What makes each, by its name; `number` is the room's, from 1, for it may be called anything."""
        plan, attendance, label = self.seat_plan(), self.attendance(), self.label()
        document = self._document("envelope", self.words("Label of the envelope"), label.blocks())
        return {
            f"seat-plan-{number:02}.pdf": lambda: pdf(plan),
            f"attendance-{number:02}.pdf": lambda: pdf(attendance),
            f"envelope-{number:02}.pdf": lambda: label_pdf(document, label),
        }

    def seat_plan(self) -> Document:
        title = self.words("Seat plan")
        return self._document("seat-plan", title, self._headed(title, self._plan()))

    def attendance(self) -> Document:
        title = self.words("Attendance list")
        return self._document("attendance", title, self._headed(title, self._attendance()))

    def label(self) -> Label:
        return Label(self.session, self.room, self.is_only_room, self.spare, self.appointment, self.words)

    def _headed(self, title: str, blocks: Iterable[Block]) -> Iterator[Block]:
        yield Title(self._full(title))
        yield self._facts()
        yield from blocks

    def _full(self, title: str) -> str:
        return f"{title} · {self.room.name}" if self.room.name else title

    def _document(self, name: str, title: str, blocks: Iterable[Block]) -> Document:
        session = self.session
        return Document(
            name=name,
            title=self._full(title),
            subject=session.blueprint.title,
            author=session.course,
            language=session.language,
            date=self.date,
            head=((session.course,), session.name),
            page=self.words("page {page} of {pages}"),
            look=Look.of(engine_tokens()["light"]),
            blocks=tuple(blocks),
        )

    def _facts(self) -> Facts:
        words, places = self.words, self.room.places
        counts = Counter(place.form for place in places)
        forms = words(", ").join(f"{form}: {many}" for form, many in sorted(counts.items()))
        minutes = words.plural("{count} minute", "{count} minutes", self.session.blueprint.minutes)
        pairs = (
            (words("Exam"), self.session.blueprint.title),
            (words("Session"), self.session.name),
            (words("Room"), self.room.name or "–"),
            (words("Candidates"), str(len(places))),
            (words("Forms"), forms),
            (words("Time"), minutes),
        )
        return Facts(tuple(((name,), (value,)) for name, value in pairs), title=words("Session"))

    def _plan(self) -> Iterator[Block]:
        width = max(place.column for place in self.room.places) + 1
        if self.room.is_grid and width <= WIDEST:
            yield Paragraph((self.words("The first row is the one nearest to the front."),), "small")
            yield self._grid(width)
        else:
            yield self._list()

    def _grid(self, width: int) -> Table:
        at = {(place.row, place.column): place for place in self.room.places}
        rows = range(max(place.row for place in self.room.places) + 1)
        return Table(
            (Column(("",), 1), *(Column((str(column + 1),), 3, "center") for column in range(width))),
            tuple(
                ((str(row + 1),), *(_seat(at.get((row, column))) for column in range(width))) for row in rows
            ),
            self.words("Seat plan"),
            TALL,
        )

    def _list(self) -> Table:
        words = self.words
        heads = (
            (words("Seat"), 2), (words("Form"), 2), (words("Name"), 4), (words("Candidate no."), 3),
            (words("Department"), 4),
        )  # fmt: skip
        rows = (
            (
                seat(place),
                place.form,
                place.candidate.name,
                place.candidate.number,
                place.candidate.department,
            )
            for place in self.room.places
        )
        return _table(heads, rows, words("Seat plan"))

    def _attendance(self) -> Iterator[Block]:
        words = self.words
        heads = (
            words("Seat"), words("Name"), words("Candidate no."), words("To mark on a spare sheet"),
            words("Form"), words("Sheet no."), words("Extra time"), words("Signature"),
        )  # fmt: skip
        rows = [self._present(place) for place in self.room.places]
        kept = [at for at, head in enumerate(heads) if at != EXTRA or any(row[at] for row in rows)]
        own = [tuple(row[at] for at in kept) for row in rows]
        shares = _shares([heads[at] for at in kept], own)
        columns = zip((heads[at] for at in kept), shares, strict=True)
        yield _table(columns, own, words("Attendance list"), TALL, is_measured=True)
        yield Paragraph((words("Present: ______    Absent: ______    Spare sheets used: ______"),))
        yield Signatures((words("Invigilator"), words("Invigilator")), (words("Signature"), words("Date")))

    def _present(self, place: Place) -> tuple[str, ...]:
        extra = place.candidate.extra
        more = self.words.plural("+{count} minute", "+{count} minutes", extra) if extra else ""
        each = place.candidate
        return (
            seat(place),
            each.name,
            each.number,
            place.marked,
            place.form,
            f"{place.serial:05}",
            more,
            TO_FILL_IN,
        )


def _shares(heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> list[int]:
    """In mm: what the texts of each column need, and the rest to sign; where that is too much, names and
    heads go on below, and numbers never do."""
    columns = list(zip(heads[:-1], zip(*(row[:-1] for row in rows), strict=True), strict=True))
    needed = [_wanted(_halves(head), *map(_wide, cells)) for head, cells in columns]
    needed[NAME] = max(needed[NAME], _wanted(NAMED * WIDE_LETTER))
    least = [_wanted(*map(_unbroken, (head, *cells))) for head, cells in columns]
    least[NAME] = _wanted(NAMED_AT_LEAST * WIDE_LETTER)
    spare = max(0, WIDTH - SIGNED - sum(least)) / (sum(needed) - sum(least))
    shares = [int(few + min(1, spare) * (many - few)) for few, many in zip(least, needed, strict=True)]
    return [*shares, round(WIDTH) - sum(shares)]


def _wanted(*widths: float) -> int:
    return math.ceil(PADDING + max(widths))


def _halves(head: str) -> float:
    """A head may be on two lines."""
    return max(_wide(head[: -(-len(head) // 2)]), *map(_wide, head.split()))


def _unbroken(text: str) -> float:
    """Its widest word; between Chinese characters a line may end, and beyond measure anywhere."""
    words = map(_wide, _WORD.findall(text))
    return min(max(words, default=0.0), LONGEST * LETTER)


def _wide(text: str) -> float:
    return sum(map(_width, text))


def _width(char: str) -> float:
    if east_asian_width(char) in "WFA" or char in "MWmw":
        return WIDE_LETTER
    return CAPITAL if char.isupper() else LETTER


def seat(place: Place) -> str:
    """As the roster calls it, else how many there are before it."""
    return place.candidate.seat or str(place.column + 1)


def _seat(place: Place | None) -> Spans:
    if place is None:
        return ("",)
    return (Run(place.form, strong=True), f"\n{place.candidate.name}\n{place.candidate.number}")


def _table(
    heads: Iterable[tuple[str, int]],
    rows: Iterable[tuple[str, ...]],
    title: str,
    tall: int = 0,
    *,
    is_measured: bool = False,
) -> Table:
    columns = tuple(Column((name,), share) for name, share in heads)
    cells = (tuple((Control("", title) if text == TO_FILL_IN else text,) for text in row) for row in rows)
    return Table(columns, tuple(cells), title, tall, measured=is_measured)
