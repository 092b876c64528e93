"""Where every page went, what is open, and what the sheets say in the end.

Pages in = read + review + unreadable + foreign + blank + duplicate. All of it follows from what was scanned
and decided, so that whoever has the readings comes to the same.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from ...model.items.interaction import Choice
from ...words import Words
from ..assigned import Assigned
from ..layout import CORNERS, Identity
from ..session import Session
from .deciding import Decision
from .doubts import (
    ASIDE,
    Doubt,
    corners_doubt,
    is_known,
    marked_number,
    number_doubt,
    twice_doubt,
    unsure,
)
from .fields import Field, Read, bounds, read
from .printed import Printed, Printings, identity
from .scanned import Scanned

Status = Literal["read", "review", "unreadable", "foreign", "blank", "duplicate"]
STATUSES: tuple[Status, ...] = get_args(Status)
Key = tuple[str, int]
"""A sheet: the tag of its printing, and its serial."""


class PagesLost(Exception):
    """Not every page is accounted for: a bug of ours, for which nothing is written."""


@dataclass(frozen=True)
class Account:
    """`decisions` are by the ids of doubts."""

    session: Session
    printings: Printings
    scanned: Sequence[Scanned]
    decisions: Mapping[str, Decision]

    @cached_property
    def identities(self) -> list[Identity | None]:
        """Of each page that is read; none of others."""
        return [self._identity(page) for page in self.scanned]

    def _identity(self, page: Scanned) -> Identity | None:
        found = None if page.why else identity(page.said)
        is_ours = found and found.tag in self.printings and self.printings[found.tag].has(found)
        return found if is_ours else None

    @cached_property
    def statuses(self) -> list[Status]:
        """Of each page. Raises PagesLost."""
        open_pages = {doubt.page for doubt in self.open}
        open_pages |= {at for doubt in self.open if doubt.kind == "twice" for at in self._same_as(doubt.page)}
        found = [self._status(at, at in open_pages) for at in range(len(self.scanned))]
        if sum(Counter(found)[status] for status in STATUSES) != len(self.scanned):
            raise PagesLost
        return found

    def _status(self, at: int, is_open: bool) -> Status:
        page = self.scanned[at]
        if page.why in ("blank", "foreign"):
            return "blank" if page.why == "blank" else "foreign"
        if page.why:
            return "unreadable"
        if self.identities[at] is None:
            return "foreign"
        if at in self._copies or at in self._beaten:
            return "duplicate"
        if self._is_aside(f"{page.key}/corners"):
            return "unreadable"
        return "review" if is_open else "read"

    @cached_property
    def _together(self) -> dict[Identity, list[int]]:
        """Pages that say that they are the same, in the order in which they came."""
        found: dict[Identity, list[int]] = {}
        for at, own in enumerate(self.identities):
            if own:
                found.setdefault(own, []).append(at)
        return found

    def _same_as(self, at: int) -> list[int]:
        own = self.identities[at]
        return self._together[own] if own else [at]

    @cached_property
    def _copies(self) -> set[int]:
        """Pages that say what an earlier one said."""
        found = set()
        for places in self._together.values():
            seen: list[object] = []
            for at in places:
                if (marks := self._marks(at)) in seen:
                    found.add(at)
                seen.append(marks)
        return found

    def _marks(self, at: int) -> list[tuple[str, ...]]:
        page = self.scanned[at]
        limits = bounds(page.empty, page.filled)
        return [
            read(field, [page.greys[place] for place in field.places], limits, self._is_many(at, field)).marks
            for field in self.fields(at)
        ]

    @cached_property
    def _beaten(self) -> set[int]:
        """Pages that a person found not to count, of those that came twice."""
        found = set()
        for doubt in self.doubts:
            if doubt.kind == "twice" and (decided := self.decisions.get(doubt.id)):
                found |= {
                    at for at in self._same_as(doubt.page) if self.scanned[at].key not in decided.values
                }
        return found

    def fields(self, at: int) -> list[Field]:
        """Of a page that has an identity."""
        own = self.identities[at]
        assert own
        return self.printings[own.tag].fields[own.variant][own.page - 1]

    @cached_property
    def read(self) -> dict[int, list[tuple[Field, Read, Doubt | None]]]:
        """Every field of every page that has an identity."""
        found = {}
        for at, own in enumerate(self.identities):
            if own:
                page = self.scanned[at]
                fields = [(field, self._is_many(at, field)) for field in self.fields(at)]
                found[at] = [*unsure(at, page, fields, bounds(page.empty, page.filled))]
        return found

    def _is_many(self, at: int, field: Field) -> bool:
        """On a sheet for any form, whether in the form that was marked, or in any of them before one is."""
        if field.kind != "choice":
            return False
        if field.item:
            return field.item in self._many
        form = self.form(at)
        return any(
            each.questions[field.number - 1].item in self._many
            for each in self.session.forms
            if form in ("", each.code)
        )

    @cached_property
    def _many(self) -> set[str]:
        asked = self.session.asked(Words(self.session.language))
        return {
            id for id, each in asked.items() if isinstance(each.interaction, Choice) and each.interaction.many
        }

    @cached_property
    def doubts(self) -> list[Doubt]:
        """In the order of the pages."""
        return [doubt for at, own in enumerate(self.identities) if own for doubt in self._doubts(at)]

    def _doubts(self, at: int) -> Iterator[Doubt]:
        if at in self._copies:
            return
        page, same = self.scanned[at], [each for each in self._same_as(at) if each not in self._copies]
        if len(same) > 1 and same[0] == at:
            yield twice_doubt([(each, self.scanned[each]) for each in same])
        if page.corners < len(CORNERS):
            yield corners_doubt(at, page)
        if (number := self._number(at)) is not None and not is_known(number, self._roster(at)):
            yield number_doubt(at, page, number, self._roster(at))
        yield from (
            doubt for field, _read, doubt in self.read[at] if doubt is not None and field.kind != "number"
        )

    def _roster(self, at: int) -> list[Assigned]:
        return list(self._printed(at).assigned.values())

    def _printed(self, at: int) -> Printed:
        own = self.identities[at]
        assert own
        return self.printings[own.tag]

    def _number(self, at: int) -> str | None:
        """What is marked as a candidate's number; none on a page without columns for one."""
        page = self.scanned[at]
        columns = [field for field in self.fields(at) if field.kind == "number"]
        return marked_number(page, columns, bounds(page.empty, page.filled)) if columns else None

    @property
    def open(self) -> list[Doubt]:
        """Doubts that nobody decided, of pages that count."""
        return [doubt for doubt in self.doubts if doubt.id not in self.decisions and not self._is_out(doubt)]

    def _is_out(self, doubt: Doubt) -> bool:
        page = self.scanned[doubt.page]
        return doubt.kind in ("marks", "number") and (
            doubt.page in self._beaten or self._is_aside(f"{page.key}/corners")
        )

    def _is_aside(self, id: str) -> bool:
        return id in self.decisions and ASIDE in self.decisions[id].values

    @cached_property
    def sheets(self) -> dict[Key, dict[int, int]]:
        """Sheets with the places of their pages that count, by number."""
        found: dict[Key, dict[int, int]] = {}
        for at, (own, status) in enumerate(zip(self.identities, self.statuses, strict=True)):
            if own and status in ("read", "review"):
                found.setdefault((own.tag, own.serial), {}).setdefault(own.page, at)
        return found

    def is_whole(self, key: Key) -> bool:
        """Whether all pages of a sheet are there, and read."""
        pages = self.sheets[key]
        return len(pages) == self.wanted_pages(key) and all(
            self.statuses[at] == "read" for at in pages.values()
        )

    def wanted_pages(self, key: Key) -> int:
        own = self.identities[next(iter(self.sheets[key].values()))]
        assert own
        return len(self.printings[own.tag].pages[own.variant])

    def marks(self, at: int) -> Iterator[tuple[Field, tuple[str, ...], str]]:
        """Every field of a page with what is marked in it in the end, and by whose word: empty if by none."""
        for field, found, doubt in self.read[at]:
            decided = self.decisions.get(doubt.id) if doubt else None
            yield field, decided.values if decided else found.marks, decided.by if decided else ""

    def form(self, at: int) -> str:
        """Of the sheet that a page is of; empty while nobody knows."""
        own = self.identities[at]
        assert own
        if own.variant.form:
            return own.variant.form
        return self._forms.get((own.tag, own.serial), "")

    @cached_property
    def _forms(self) -> dict[Key, str]:
        """That are marked on sheets for any form."""
        found = {}
        for at, own in enumerate(self.identities):
            field = next((each for each in self.fields(at) if each.kind == "form"), None) if own else None
            if own and field:
                found[own.tag, own.serial] = self._marked_form(self.scanned[at], field)
        return found

    def _marked_form(self, page: Scanned, field: Field) -> str:
        decided = self.decisions.get(f"{page.key}/{field.key}")
        if decided:
            return "".join(decided.values)
        greys = [page.greys[place] for place in field.places]
        found = read(field, greys, bounds(page.empty, page.filled), False)
        return "".join(found.marks) if found.is_sure else ""

    def candidate(self, key: Key) -> str:
        """The number of whose sheet it is, as the roster has it; empty while nobody knows."""
        tag, serial = key
        printed = self.printings[tag]
        if serial in printed.assigned:
            return printed.assigned[serial].number
        first = self.sheets[key].get(1)
        if first is None:
            return ""
        decided = self.decisions.get(f"{self.scanned[first].key}/number")
        if decided:
            return "" if ASIDE in decided.values else decided.values[0]
        number = self._number(first)
        return next((each.number for each in self._roster(first) if each.marks == number), "")
