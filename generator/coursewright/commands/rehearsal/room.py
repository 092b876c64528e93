"""How invented candidates sit the exam: the first ones in the browser, some on paper, the others keyed in."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property

from ...exams.printing import SHEETS_FILE
from ...exams.scanning.printed import Printed, printings
from ...exams.sealing.publishing import published
from ...exams.session import Session
from ...exams.shelf import SHEETS
from ...exams.simulation.answering import Said, Simulation
from ...exams.simulation.filling import filled
from ...exams.simulation.keyed import keyed
from ...exams.simulation.scanning import Pile, Sheet
from ...exams.simulation.sealed import Sat, sealed
from ...exams.simulation.slips import with_slips
from ...exams.store import Kept
from ...words import Words
from .bank import MISLEADING
from .blueprint import MINUTES
from .message import said

SEALED, ON_PAPER = 0.3, 0.12
"""Parts of the candidates."""


class Room:
    """Everybody who came to a session, and what they answered: the same for the same seed."""

    def __init__(self, kept: Kept, seed: str, count: int) -> None:
        self._kept, self._seed = kept, seed
        self._published = next(published(kept))
        self._simulation = Simulation(self.session, seed, self.said, frozenset({MISLEADING}))
        came = [(each, own) for each in self._published.admissions.values() for own in each.admitted]
        came = sorted(came, key=lambda pair: pair[1].number)[:count]
        self._sat = [(*each, self._simulation.answered(each[1].form)) for each in came]
        self._sealed, self._written = (round(part * count) for part in (SEALED, SEALED + ON_PAPER))

    @property
    def session(self) -> Session:
        return self._kept.session

    @cached_property
    def said(self) -> Said:
        return said(Words(self.session.language))

    def responses(self) -> Iterator[tuple[str, str]]:
        """Numbers of candidates, and what their browsers sealed."""
        began = datetime.now(UTC) - timedelta(minutes=MINUTES)
        for admission, admitted, answered in self._sat[: self._sealed]:
            sat = Sat(self.session, self._published, self._simulation.sitting(), began)
            yield admitted.number, sealed(sat, admission, admitted, answered)

    def table(self) -> Iterator[Sequence[str]]:
        """Rows below a heading."""
        session = self.session
        forms = {form.code: form for form in session.forms}
        yield "number", "form", *map(str, range(1, len(session.forms[0].questions) + 1))
        for _admission, admitted, answered in self._sat[self._written :]:
            yield admitted.number, admitted.form, *keyed(session, forms[admitted.form], answered)

    def scan(self) -> bytes:
        """The sheets of those on paper, as a scanner writes them."""
        made = (self._kept.folder / SHEETS / SHEETS_FILE).read_bytes()
        return Pile(self._printed, made, self._seed).scanned(self.sheets)

    @cached_property
    def sheets(self) -> list[Sheet]:
        asked = self.session.asked(Words(self.session.language))
        own = [
            Sheet(self._printed.by_number[admitted.number].serial, filled(asked, answered, self.said))
            for _admission, admitted, answered in self._sat[self._sealed : self._written]
        ]
        return with_slips(own, asked)

    @cached_property
    def _printed(self) -> Printed:
        (printed,) = printings(self._kept).values()
        return printed
