"""Texts that say in public what a reserved item says: whoever has read them knows the exam.

Measured in the clauses that a text has in common with an item, by their bytes (a Han character has three). In
the course that the limits were tried on, whose items for exams nobody had told, no text had more than 59 % of
a task, nor more than 28 % of the answers and reasons of an item above recall; an item of that level asks for
what is taught.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..diagnostics import Place, Problem
from ..load.source_file import SourceFile
from ..model.items.likeness import clauses
from ..model.kinds import BANK
from ..model.walk import Path, Spot, prose
from ..validate.sources import Sources

TASK, REST = 0.7, 0.5
"""The share from which a text tells a stem or a case's material, and all else that an item says."""
FEWEST = 45
"""Bytes of it, for what is short is common."""


@dataclass(frozen=True)
class _Said:
    """A part of a reserved item that must not be told: its task, or all the rest of it."""

    item: str
    place: Place
    least: float


@dataclass
class _Reserved:
    """What the reserved items of a bank say: clause → the parts of items that have it."""

    having: defaultdict[str, list[_Said]] = field(default_factory=lambda: defaultdict(list))

    def keep(self, item: str, place: Place, texts: Iterable[str], share: float) -> None:
        """One part of an item, told from a share of it on."""
        own = frozenset().union(*map(clauses, texts))
        part = _Said(item, place, max(FEWEST, share * sum(len(clause.encode()) for clause in own)))
        for clause in own:
            self.having[clause].append(part)

    def told(self, text: str) -> dict[str, _Said]:
        """What a text tells, by the item."""
        much = Counter[_Said]()
        for clause in clauses(text):
            for part in self.having.get(clause, ()):
                much[part] += len(clause.encode())
        return {part.item: part for part, told in much.items() if told >= part.least}


def leak_problems(sources: Sources) -> Iterator[Problem]:
    """Every text of the site that tells a reserved item."""
    reserved = _reserved(sources)
    for file, path, spots in _public(sources) if reserved.having else ():
        for spot in spots:
            for item, part in sorted(reserved.told(spot.text).items()):
                where = f"{part.place.file}:{part.place.line}"
                yield Problem("CW0428", file.place((*path, *spot.path)), {"other": item, "where": where})


def _reserved(sources: Sources) -> _Reserved:
    found = _Reserved()
    for bank in sources.all(BANK).values():
        for path, item, case in bank.model.questions():
            if item.use == "exam":
                place = bank.file.place((*path, "stem"))
                found.keep(item.id, place, [item.stem], TASK)
                found.keep(item.id, place, [case.stimulus] if case else [], TASK)
                rest = [spot.text for spot in prose(item) if spot.path != ("stem",)]
                found.keep(item.id, place, rest if item.level != "recall" else [], REST)
    return found


def _public(sources: Sources) -> Iterator[tuple[SourceFile, Path, Iterable[Spot]]]:
    """Every text that a page of the site may show; of a case for exams nothing is."""
    for kind, all in sources.of.items():
        for loaded in all.values() if kind is not BANK else ():
            yield loaded.file, (), prose(loaded.model)
    for bank in sources.all(BANK).values():
        for path, item, case in bank.model.questions():
            if item.use == "practice":
                yield bank.file, path, prose(item)
            if item.use == "practice" and case and path[-1] == 0:
                yield bank.file, path[:2], (spot for spot in prose(case) if spot.path[0] != "items")
