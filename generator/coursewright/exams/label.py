"""The label of the envelope with a room's papers: its data for the program `label.typ`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..press.document import Block, Column, Document, Paragraph, Signatures, Table
from ..press.fitted import WIDTH
from ..press.line import Control, Run, Spans
from ..press.pdf import page_data
from ..press.pdf_block import BlockData
from ..press.pdf_text import printable
from ..press.typeset import laid_out, typeset
from ..words import Words
from .appointment import Appointment
from .seating import Room
from .session import Session

PROGRAM = "label.typ"
TALL = 11
"""Of a row to write a count in, in mm."""


@dataclass(frozen=True)
class Label:
    """`spare` are the spare sheets of the session by form, of which "" is any."""

    session: Session
    room: Room
    is_only_room: bool
    spare: Mapping[str, int]
    appointment: Appointment | None
    words: Words

    def facts(self) -> Iterator[tuple[str, str]]:
        """What is not known is empty: a place to write."""
        words, appointment = self.words, self.appointment
        minutes = words.plural("{count} minute", "{count} minutes", self.session.blueprint.minutes)
        yield words("Session"), self.session.name
        yield words("Room"), self.room.name
        yield words("Date"), appointment.date if appointment else ""
        begins = appointment.begins if appointment else None
        both = words("{begins}, {minutes}").format(begins=begins, minutes=minutes)
        yield words("Time"), both if begins else ""
        yield words("Place"), (appointment.place if appointment else None) or ""
        yield words("Candidates"), str(len(self.room.places))

    def blocks(self) -> tuple[Block, ...]:
        words = self.words
        heads = (
            (words("Contents"), 6), (words("To hand out"), 4), (words("Enclosed"), 4),
            (words("Returned, used"), 4), (words("Returned, unused"), 4),
        )  # fmt: skip
        columns = tuple(Column((name,), share) for name, share in heads)
        places: tuple[Spans, ...] = tuple((Control("", name),) for name, _share in heads[2:])
        rows: tuple[tuple[Spans, ...], ...] = tuple(
            ((what,), (Run(many, strong=True),), *places) for what, many in self._contents()
        )
        who = (words("Sealed by"), words("Opened by"), words("Received back by"))
        return (
            Table(columns, rows, words("Contents"), TALL),
            Paragraph((Run(words("Not to be opened before the exam begins."), strong=True),)),
            Signatures(who, (words("Signature"), words("Date"))),
        )

    def _contents(self) -> Iterator[tuple[str, str]]:
        """Papers by form, and spare sheets: of the room where there is no other, else of all together."""
        words = self.words
        for form, many in sorted(Counter(place.form for place in self.room.places).items()):
            yield words("Papers, form {code}").format(code=form), str(many)
        for form, many in self.spare.items():
            what = words("Spare sheets, form {code}").format(code=form) if form else words("Spare sheets")
            yield what, str(many) if self.is_only_room else words("of {count} in all").format(count=many)


def label_pdf(document: Document, label: Label) -> bytes:
    """The document gives its page; the same label gives the same bytes."""
    session = label.session
    data = {
        **page_data(document),
        "label_head": [_said(session.course), _said(label.words("Label of the envelope"))],
        "label_title": _said(session.blueprint.title),
        "label_facts": [[_said(name), _said(value)] for name, value in label.facts()],
        "blocks": list(BlockData().data(document.blocks)),
    }
    return typeset(_program(), data, date=document.date)[0]


@cache
def _program() -> bytes:
    return laid_out(resources.files(__package__).joinpath(PROGRAM).read_bytes())


def _said(text: str) -> str:
    return printable(text, WIDTH)
