"""Slips that tell candidates their access codes, eight on a page, and the same as a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any

from ...press.document import Document, Look
from ...press.pdf import page_data
from ...press.pdf_text import printable
from ...press.typeset import laid_out, typeset
from ...render.workbook import Sheet, workbook
from ...styles.tokens import engine_tokens
from ...words import Words
from ..session import Session
from .admission import Admission

SIDE = 87.0
"""What a line of a slip has room for, in mm."""
_WIDTHS = (22, 12, 14, 18, 8, 10, 14, 14)


@dataclass(frozen=True)
class Slips:
    """`address` is where candidates find the exam, or empty: a place to write; `date` is YYYY-MM-DD."""

    session: Session
    admissions: Sequence[Admission]
    address: str
    date: str
    words: Words

    def pdf(self) -> bytes:
        words, session = self.words, self.session
        title = words("Access codes: {title}").format(title=session.blueprint.title)
        document = Document(
            name="slips",
            title=title,
            subject=session.exam,
            author=session.course,
            language=session.language,
            date=self.date,
            head=((session.course,), session.name),
            page=words("page {page} of {pages}"),
            look=Look.of(engine_tokens()["light"]),
            blocks=(),
        )
        data = {**page_data(document), "slips": [self._slip(each) for each in self.admissions]}
        return typeset(_program(), data, date=self.date)[0]

    def xlsx(self) -> bytes:
        words = self.words
        head = (
            words("Code"), words("Room"), words("Seat"), words("Name"), words("Candidate no."), words("Form"),
            words("Extra minutes"), words("Spare"),
        )  # fmt: skip
        rows = [
            (
                admission.code.shown,
                each.room,
                each.seat,
                each.name,
                each.number,
                each.form,
                each.extra,
                words("yes") if admission.is_spare else "",
            )
            for admission in self.admissions
            for each in admission.admitted
        ]
        title = words("Access codes: {title}").format(title=self.session.blueprint.title)
        created = datetime.fromisoformat(self.date)
        sheet = Sheet(words("Access codes"), [head, *rows], _WIDTHS)
        return workbook([sheet], title, self.session.course, created)

    def _slip(self, admission: Admission) -> dict[str, Any]:
        words = self.words
        first, *others = admission.admitted
        name = "" if admission.is_spare else first.name
        if others:
            name = words("Room {room}").format(room=first.room) if first.room else words("All candidates")
        return {
            "exam": printable(self.session.blueprint.title, SIDE),
            "session": printable(self.session.name, SIDE),
            "name": printable(name, SIDE),
            "blank": words("Name"),
            "facts": [[printable(text, SIDE) for text in fact] for fact in self._facts(admission)],
            "code": admission.code.shown,
            "address": printable(self.address, SIDE),
            "at": words("Address"),
            "rules": [
                words("Open the address in a browser and type this code, in capital or small letters."),
                words("No code has the letter O, I or L, nor the digits 0 and 1."),
                self._rule(admission),
            ],
        }

    def _rule(self, admission: Admission) -> str:
        words = self.words
        if admission.is_spare:
            return words("Write name and number here and on the page, and hand the slip back.")
        if len(admission.admitted) > 1:
            return words("The code is for this room alone; everyone gives their own candidate number.")
        return words("Keep the slip to yourself: whoever has it can sit the exam as you.")

    def _facts(self, admission: Admission) -> Iterator[tuple[str, str]]:
        words = self.words
        first, *others = admission.admitted
        if others:
            yield words("Candidates"), str(len(admission.admitted))
            return
        yield words("Candidate no."), "" if admission.is_spare else first.number
        if first.room:
            yield words("Room"), first.room
        if first.seat:
            yield words("Seat"), first.seat
        if admission.is_spare:
            yield words("Entered as"), first.number
        if first.extra:
            yield words("Extra time"), words.plural("+{count} minute", "+{count} minutes", first.extra)


@cache
def _program() -> bytes:
    return laid_out(resources.files(__package__).joinpath("slips.typ").read_bytes())
