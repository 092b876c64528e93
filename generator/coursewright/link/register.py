"""The things of one kind by id, and the problems of defining them and of referring to them."""

from collections.abc import Iterator

from ..diagnostics import Problem, SourceString
from ..diagnostics.nearest import near
from ..load.source_file import SourceFile
from ..model.kind import Thing
from ..model.text import Source
from ..model.walk import Path


class Register:
    """Parts of models by id.

    `partial` says that a file which may define more of them could not be read;
    an unknown id is then no problem of its own.
    """

    def __init__(self, thing: Thing, *, partial: bool) -> None:
        self.thing = thing
        self.partial = partial
        self.things: dict[str, Source] = {}
        self._written: dict[str, tuple[SourceFile, Path]] = {}

    def add(self, id: str, part: Source, file: SourceFile, path: Path) -> Iterator[Problem]:
        """Add a thing; a second one of the same id is a problem and is left out."""
        if self.things.setdefault(id, part) is not part:
            where, way = self._written[id]
            first = where.place(way)
            values = {"id": self.thing.own_id(part) or id, "first": f"{first.file}:{first.line}"}
            yield Problem("CW0302", file.place(path), values)
        else:
            self._written[id] = file, path

    def unknown(
        self, id: str, file: SourceFile, path: Path, written: tuple[str, ...] = ()
    ) -> Iterator[Problem]:
        """The problem of an unknown id, where it stands or where it is `written` in the text there."""
        if id not in self.things and not self.partial:
            place = file.place_of_any(path, *written) if written else file.place(path)
            noun = SourceString(self.thing.noun)
            yield Problem("CW0301", place, {"kind": noun, "id": id, "near": near(id, self.things.keys())})
