"""Items for practice that read as one that is reserved: its answer would stand on the public site."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Place, Problem
from ..load.source_file import SourceFile
from ..model.items.case import CaseItem
from ..model.items.item import ItemSource
from ..model.items.likeness import key_of, said_of
from ..model.kinds import BANK
from ..model.walk import Path
from ..validate.sources import Sources


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

    @property
    def said(self) -> str:
        return said_of(self.item, self.case.stimulus if self.case else "")


def twin_problems(sources: Sources) -> Iterator[Problem]:
    """Every item for practice that says what a reserved one does, whichever signs and order it has."""
    written = [
        _Written(item, case, bank.file, path)
        for bank in sources.all(BANK).values()
        for path, item, case in bank.model.questions()
    ]
    reserved: defaultdict[str, dict[frozenset[str], _Written]] = defaultdict(dict)
    for each in written:
        if each.item.use == "exam":
            reserved[each.said].setdefault(key_of(each.item), each)
    for each in written if reserved else ():
        alike = reserved.get(each.said) if each.item.use == "practice" else None
        if alike and (twin := alike.get(key_of(each.item))):
            where = f"{twin.place.file}:{twin.place.line}"
            yield Problem("CW0427", each.place, {"id": each.item.id, "other": twin.item.id, "where": where})
