"""A printing: the answer sheets of a session for a roster, with what a room needs beside them."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from ..words import Words
from .appointment import Appointment
from .blocks import Block, blocks_of, for_any_form
from .flow import flowed, sections
from .heading import Heading, personal, serial_text
from .layout import FORMAT, Identity, Variant, layout
from .page import Page
from .room_paper import RoomPaper
from .seating import Place, Room
from .session import Session, as_json, session_bytes
from .sheet import Sheet, sheets_pdf
from .store import Kept

LAYOUT_FILE, ASSIGNMENT_FILE, SHEETS_FILE = "layout.json", "assignment.json", "answer-sheets.pdf"
TAG = 12
"""Digits."""


@dataclass(frozen=True)
class Printing:
    """`spare` is how many sheets are printed for whoever has none; of each form, where one fits not all.

    `date`, YYYY-MM-DD, is written into the files as that of their making; `words` are the course's. An
    `appointment` says when and where the exam is.
    """

    session: Session
    rooms: Sequence[Room]
    spare: int
    date: str
    words: Words
    appointment: Appointment | None = None

    @property
    def places(self) -> list[Place]:
        return [place for room in self.rooms for place in room.places]

    @property
    def paper(self) -> int:
        """Pages of all answer sheets, spare ones and empty backs included."""
        own = [Variant(place.form, False) for place in self.places]
        spare = [variant for variant in self.pages if variant.is_spare] * self.spare
        return sum(2 * -(-len(self.pages[variant]) // 2) for variant in (*own, *spare))

    @property
    def spare_sheets(self) -> dict[str, int]:
        """Form → how many, of which "" is any."""
        return {variant.form: self.spare for variant in self.pages if variant.is_spare}

    @property
    def codes(self) -> list[str]:
        return [form.code for form in self.session.forms]

    @property
    def digits(self) -> int:
        """Of a candidate's number, check digit included."""
        return len(self.places[0].marked)

    @cached_property
    def pages(self) -> dict[Variant, list[Page]]:
        """What sheets have alike. Spare ones are for any form where one layout fits all that there are."""
        blocks = {form.code: blocks_of(self.session, form, self.words) for form in self.session.forms}
        made = {Variant(code, False): self._pages(Variant(code, False), own) for code, own in blocks.items()}
        if not self.spare:
            return made
        merged = for_any_form(list(blocks.values())) if len(blocks) > 1 else None
        spare = {"": merged} if merged else blocks
        return made | {
            Variant(code, True): self._pages(Variant(code, True), own) for code, own in spare.items()
        }

    def _pages(self, variant: Variant, blocks: Sequence[Block]) -> list[Page]:
        heading = self._heading(variant)
        pages = flowed(sections(blocks), heading.top)
        for number, page in enumerate(pages, 1):
            heading.draw(page, number, len(pages))
        return pages

    def _heading(self, variant: Variant) -> Heading:
        session = self.session
        title = self.words("{exam} · answer sheet").format(exam=session.blueprint.title)
        about = f"{session.course} · {session.name}"
        digits = self.digits if variant.is_spare else 0
        return Heading(title, about, variant.form, self.codes, digits, self.words)

    @cached_property
    def tag(self) -> str:
        """Of all that the sheets are made of: the session, who has which sheet, and where bubbles are."""
        said = session_bytes(self.session) + as_json(self._assigned) + self._layout
        return str(int(sha256(said).hexdigest(), 16) % 10**TAG).zfill(TAG)

    @cached_property
    def _layout(self) -> bytes:
        return as_json(layout(self.session.name, self.digits, self.pages))

    @cached_property
    def _assigned(self) -> dict[str, Any]:
        spare = [form for form, count in self.spare_sheets.items() for _ in range(count)]
        first = len(self.places) + 1
        return {
            "format": FORMAT,
            "session": self.session.name,
            "candidates": [
                {**asdict(place.candidate), "form": place.form, "serial": place.serial, "marks": place.marked}
                for place in self.places
            ],
            "spare": [{"serial": first + at, "form": form} for at, form in enumerate(spare)],
        }

    def files(self) -> dict[str, bytes]:
        """The sheets, where everything is on them, and who has which; the same input gives the same bytes."""
        title = self._heading(Variant("", False)).title
        sheets = sheets_pdf(self.pages, self._sheets(), title, self.session.language, self.date)
        return {**self.records(), SHEETS_FILE: sheets, **self._lists()}

    def records(self) -> dict[str, bytes]:
        """What is kept to read the sheets by: where everything is on them, and who has which."""
        return {
            LAYOUT_FILE: self._layout,
            ASSIGNMENT_FILE: as_json({**self._assigned, "tag": self.tag}),
        }

    def _lists(self) -> dict[str, bytes]:
        """Room by room; Typst works without Python's lock."""
        is_only = len(self.rooms) == 1
        papers = (
            RoomPaper(self.session, room, self.date, self.words, self.spare_sheets, self.appointment, is_only)
            for room in self.rooms
        )
        orders = [each for at, paper in enumerate(papers, 1) for each in paper.files(at).items()]
        with ThreadPoolExecutor() as threads:
            made = threads.map(lambda order: order[1](), orders)
            return dict(zip((name for name, _make in orders), made, strict=True))

    def _sheets(self) -> Iterator[Sheet | None]:
        for place in self.places:
            yield from self._sheet(Variant(place.form, False), place.serial, place)
        for spare in self._assigned["spare"]:
            yield from self._sheet(Variant(spare["form"], True), spare["serial"], None)

    def _sheet(self, variant: Variant, serial: int, place: Place | None) -> Iterator[Sheet | None]:
        """Its pages, an even number, so that no printer puts two candidates on one piece of paper."""
        for number in range(1, len(self.pages[variant]) + 1):
            identity = Identity(variant, self.tag, number, serial)
            texts = [
                *(personal(place, number, self.words) if place else ()),
                serial_text(identity, self.words),
            ]
            yield Sheet(identity, texts)
        if len(self.pages[variant]) % 2:
            yield None


def printing_of(kept: Kept, rooms: Sequence[Room], spare: int, appointment: Appointment | None) -> Printing:
    """Of a session that is kept, in its language, as if on the day when it was made."""
    session, made = kept.session, kept.entries[0].at[: len("2000-01-01")]
    return Printing(session, rooms, spare, made, Words(session.language), appointment)
