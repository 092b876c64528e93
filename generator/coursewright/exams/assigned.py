"""Who has which sheet, read from the `assignment.json` of a printing, and that printing made again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter

from ..model.candidate import Candidate
from .appointment import Appointment
from .printing import Printing, printing_of
from .seating import are_marked, seated
from .store import Kept


@dataclass(frozen=True)
class Assigned:
    """A candidate as the file has one."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    name: str
    number: str
    department: str
    room: str
    seat: str
    extra: int
    form: str
    serial: int
    marks: str

    @property
    def candidate(self) -> Candidate:
        return Candidate(self.name, self.number, self.department, self.room, self.seat, self.extra)


@dataclass(frozen=True)
class Spare:
    """A sheet of nobody's; `form` is empty where it is for any."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    serial: int
    form: str


@dataclass(frozen=True)
class Assignment:
    """In the order of the serials."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    format: int
    session: str
    candidates: tuple[Assigned, ...]
    spare: tuple[Spare, ...]
    tag: str


_ASSIGNMENT: TypeAdapter[Assignment] = TypeAdapter(Assignment)


def assigned(assignment: bytes) -> tuple[Assigned, ...]:
    """Who has which sheet. Raises ValueError where it is no assignment."""
    return _ASSIGNMENT.validate_json(assignment).candidates


def printed_again(kept: Kept, assignment: bytes, appointment: Appointment | None) -> Printing:
    """The printing for those candidates, rooms, seats and spare sheets.

    Forms, serials, numbers to mark and the tag follow from them and are not believed: `files()` of a
    printing that was not touched has this very assignment. Raises ValueError where it is none.
    """
    found = _ASSIGNMENT.validate_json(assignment)
    if not found.candidates:
        raise ValueError("nobody has a sheet")
    rooms = seated(_roster(found.candidates), [form.code for form in kept.session.forms])
    if not found.spare:
        return printing_of(kept, rooms, 0, appointment)
    printing = printing_of(kept, rooms, 1, appointment)
    return replace(printing, spare=len(found.spare) // sum(variant.is_spare for variant in printing.pages))


def _roster(assigned: Sequence[Assigned]) -> list[Candidate]:
    """In the order of the roster, where it shows: in the numbers to mark, if those are places in it.

    Else only the order of equal seats would, which is that of the serials.
    """
    own = [each.candidate for each in assigned]
    if are_marked(own):
        return own
    return [each.candidate for each in sorted(assigned, key=lambda each: each.marks)]
