"""Items for practice that read as one that is reserved: its answer would stand on the public site."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Place, Problem
from ..load.source_file import SourceFile
from ..model.items.item import ItemSource
from ..model.items.likeness import key_of, said_of
from ..model.kinds import BANK
from ..model.walk import Path
from ..validate.sources import Sources


@dataclass(frozen=True)
class _Written:
    """A question where its bank has it."""

    item: ItemSource
    file: SourceFile
    path: Path

    @property
    def place(self) -> Place:
        return self.file.place((*self.path, "stem"))


def twin_problems(sources: Sources) -> Iterator[Problem]:
    """Every item for practice that says what a reserved one does, whichever signs and order it has."""
    alike: defaultdict[str, list[_Written]] = defaultdict(list)
    for bank in sources.all(BANK).values():
        for path, item, case in bank.model.questions():
            alike[said_of(item, case.stimulus if case else "")].append(_Written(item, bank.file, path))
    for same in alike.values():
        reserved = [each for each in same if each.item.use == "exam"]
        for each in same if reserved else ():
            if each.item.use == "practice" and (twin := _twin(each, reserved)):
                place = twin.place
                values = {"id": each.item.id, "other": twin.item.id, "where": f"{place.file}:{place.line}"}
                yield Problem("CW0427", each.place, values)


def _twin(practice: _Written, reserved: list[_Written]) -> _Written | None:
    key = key_of(practice.item)
    return next((each for each in reserved if key_of(each.item) == key), None)
