"""All that can be referred to: ids by kind, and the problems of referring."""

from collections.abc import Collection
from typing import Generic, TypeVar

from ..diagnostics import Place, Problem, SourceString
from ..diagnostics.nearest import nearest
from ..load.source_file import SourceFile
from ..model.walk import Path
from ..words import marked as _

Thing = TypeVar("Thing")


KIND_NAMES = {
    "chapter": _("chapter"),
    "section": _("section"),
    "objective": _("objective"),
    "term": _("term"),
    "taxonomy": _("taxonomy"),
    "node": _("taxonomy node"),
    "toolkit": _("toolkit"),
    "competency": _("competency"),
    "role": _("role"),
    "document": _("document of a role"),
    "family": _("job family"),
    "quiz": _("quiz"),
    "guide": _("guide"),
    "person": _("person"),
    "item": _("item"),
}


class Register(Generic[Thing]):
    """Things of one kind by id.

    `partial` says that a file which may define more of them could not be read;
    an unknown id is then no problem of its own.
    """

    def __init__(self, kind: str, problems: list[Problem], *, partial: bool) -> None:
        self.kind = kind
        self.problems = problems
        self.partial = partial
        self.things: dict[str, Thing] = {}
        self._places: dict[str, Place] = {}

    def add(self, id: str, thing: Thing, file: SourceFile, path: Path) -> None:
        """Add a thing; a second one of the same id is a problem and is left out."""
        place = file.place(path)
        if id in self.things:
            first = self._places[id]
            self.problems.append(Problem("CW0302", place, {"id": id, "first": f"{first.file}:{first.line}"}))
            return
        self.things[id] = thing
        self._places[id] = place

    def get(self, id: str, file: SourceFile, path: Path, written: str = "") -> Thing | None:
        """The thing, or None with a problem at the place that refers to it."""
        if id in self.things:
            return self.things[id]
        if not self.partial:
            place = file.place_of(path, written) if written else file.place(path)
            values = {"kind": SourceString(KIND_NAMES[self.kind]), "id": id, "near": nearest(id, self.things)}
            self.problems.append(Problem("CW0301", place, values))
        return None

    def all(self, ids: Collection[str], file: SourceFile, path: Path) -> list[Thing]:
        """The things of a list of ids, without those that do not exist."""
        found = (self.get(id, file, (*path, at)) for at, id in enumerate(ids))
        return [thing for thing in found if thing is not None]
