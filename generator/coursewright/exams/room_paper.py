"""What an invigilator has beside the papers: the seat plan, the attendance list, the envelope's label."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..press.document import Block, Column, Document, Facts, Look, Paragraph, Signatures, Table, Title
from ..press.line import Control, Run, Spans
from ..styles.tokens import engine_tokens
from ..words import Words
from .seating import Place, Room
from .session import Session

WIDEST = 8
"""Seats in a row that have room on a page; where there are more the plan is a list."""
TO_FILL_IN = "\0"
"""A cell to write in, which is no text of anybody's."""
TALL = 9
"""Of a row to sign in, in mm."""


@dataclass(frozen=True)
class RoomPaper:
    """Documents of one room, in the words of the course; `date` as in the other files of a printing."""

    session: Session
    room: Room
    date: str
    words: Words

    def documents(self, number: int) -> dict[str, Document]:
        """By file name; `number` is the room's, from 1, for a room may be called anything."""
        made = (
            ("seat-plan", self.words("Seat plan"), self._plan()),
            ("attendance", self.words("Attendance list"), self._attendance()),
            ("envelope", self.words("Label of the envelope"), self._label()),
        )
        return {
            f"{name}-{number:02}.pdf": self._document(name, title, blocks) for name, title, blocks in made
        }

    def _document(self, name: str, title: str, blocks: Iterable[Block]) -> Document:
        full = f"{title} · {self.room.name}" if self.room.name else title
        session = self.session
        return Document(
            name=name,
            title=full,
            subject=session.blueprint.title,
            author=session.course,
            language=session.language,
            date=self.date,
            head=((session.course,), session.name),
            page=self.words("page {page} of {pages}"),
            look=Look.of(engine_tokens()["light"]),
            blocks=(Title(full), self._facts(), *blocks),
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
            (words("Seat"), 5), (words("Name"), 6), (words("Candidate no."), 6),
            (words("To mark on a spare sheet"), 6), (words("Form"), 3), (words("Sheet no."), 4),
            (words("Extra time"), 4), (words("Signature"), 9),
        )  # fmt: skip
        yield _table(heads, map(self._present, self.room.places), words("Attendance list"), TALL)
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

    def _label(self) -> Iterator[Block]:
        words = self.words
        counts = sorted(Counter(place.form for place in self.room.places).items())
        heads = (
            (words("Form"), 2), (words("Papers for candidates"), 4), (words("Enclosed"), 4),
            (words("Returned, used"), 4), (words("Returned, unused"), 4),
        )  # fmt: skip
        rows = ((form, str(many), *(TO_FILL_IN,) * 3) for form, many in counts)
        yield _table(heads, rows, words("Papers by form"), TALL)
        yield Paragraph((words("Not to be opened before the exam begins."),), "note")
        who = (words("Sealed by"), words("Opened by"), words("Received back by"))
        yield Signatures(who, (words("Signature"), words("Date")))


def seat(place: Place) -> str:
    """As the roster calls it, else how many there are before it."""
    return place.candidate.seat or str(place.column + 1)


def _seat(place: Place | None) -> Spans:
    if place is None:
        return ("",)
    return (Run(place.form, strong=True), f"\n{place.candidate.name}\n{place.candidate.number}")


def _table(
    heads: Iterable[tuple[str, int]], rows: Iterable[tuple[str, ...]], title: str, tall: int = 0
) -> Table:
    columns = tuple(Column((name,), share) for name, share in heads)
    cells = (tuple((Control("", title) if text == TO_FILL_IN else text,) for text in row) for row in rows)
    return Table(columns, tuple(cells), title, tall)
