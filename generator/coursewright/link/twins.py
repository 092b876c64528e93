"""Items for practice that read as one that is reserved: its answer would stand on the public site."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..diagnostics import Place, Problem
from ..load.source_file import SourceFile
from ..model.items.case import CaseItem
from ..model.items.item import ItemSource
from ..model.items.likeness import key_of, lettered, pieces, telling
from ..model.kinds import BANK
from ..model.walk import Path
from ..validate.sources import Sources

NEAR, FEWEST = 0.7, 12
"""Share of a question's pieces, and how many, from which it was written from another. Two questions of a
course that had nothing to do with each other shared at most 42 % where as many were shared."""


@dataclass(frozen=True)
class _Written:
    """A question where its bank has it."""

    item: ItemSource
    case: CaseItem | None
    file: SourceFile
    path: Path

    @property
    def place(self) -> Place:
        return self.file.place((*self.path, "stem"))

    @cached_property
    def said(self) -> tuple[str, str]:
        """What is asked, below what a case has to read first: its letters, and the signs that tell more."""
        text = f"{self.case.stimulus}\n{self.item.stem}" if self.case else self.item.stem
        return lettered(text), telling(text)

    @property
    def pieces(self) -> frozenset[str]:
        return pieces(self.said[0])


def twin_problems(sources: Sources) -> Iterator[Problem]:
    """Every item for practice that says what a reserved one does, whichever signs and order it has."""
    written = [
        _Written(item, case, bank.file, path)
        for bank in sources.all(BANK).values()
        for path, item, case in bank.model.questions()
    ]
    reserved = _Reserved([each for each in written if each.item.use == "exam"])
    for each in written if reserved.written else ():
        if each.item.use == "practice" and (twin := reserved.twin_of(each)):
            where = f"{twin.place.file}:{twin.place.line}"
            yield Problem("CW0427", each.place, {"id": each.item.id, "other": twin.item.id, "where": where})


class _Reserved:
    """Reserved questions, looked up by what they say."""

    def __init__(self, written: list[_Written]) -> None:
        self.written = written
        self._same: defaultdict[tuple[str, str], dict[frozenset[str], _Written]] = defaultdict(dict)
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._pieces = [each.pieces for each in written]
        for at, each in enumerate(written):
            self._same[each.said].setdefault(key_of(each.item), each)
            for piece in self._pieces[at]:
                self._having[piece].append(at)

    def twin_of(self, open: _Written) -> _Written | None:
        """The reserved question that says the same, or the one with most of its words in common."""
        same = self._same.get(open.said)
        if same and (twin := same.get(key_of(open.item))):
            return twin
        own = open.pieces
        shared = Counter(at for piece in own for at in self._having.get(piece, ()))
        near = (at for at, count in shared.most_common() if self._is_near(own, at, count))
        return next((self.written[at] for at in near), None)

    def _is_near(self, own: frozenset[str], at: int, shared: int) -> bool:
        """Whether most of the shorter question is in the longer one."""
        return shared >= FEWEST and shared >= NEAR * min(len(own), len(self._pieces[at]))
