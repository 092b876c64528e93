"""What a row of `kinds.py` says: a kind of source file, and the things in it that can be referred to."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from .mark import Refers
from .plan import marks_within, models_within
from .text import Source

Model = TypeVar("Model", bound=Source)

BY_FILE = ""
"""In the place of a key: what is the whole file has the file's id."""


@dataclass(frozen=True, eq=False)
class Thing:
    """Something that a kind of file defines: the file as a whole, or every part of it that is of one model.

    Other sources refer to it by `name` (`Refers`), problems call it by `noun`,
    a source string of the catalogs. Its id stands in the field `key`, or is the
    file's (`BY_FILE`). A `local` id is unique within its file, and is `file/id`
    elsewhere. `ids` makes several ids of the file's id and the part.

    It is shown on `page`, in which `{file}` is the file's id, at an anchor of its
    own id if `anchored`, under what the field `title` says. Texts may link to what
    is `linked`, and show the picture of what is `pictured`.
    """

    name: str
    model: type[Source]
    noun: str = ""
    key: str = "id"
    local: bool = False
    ids: Callable[[str, Any], Iterable[str]] | None = None
    title: str = "title"
    page: str = ""
    anchored: bool = False
    linked: bool = False
    pictured: bool = False

    def ids_of(self, file: str, part: Source) -> Iterable[str]:
        """The ids by which a part of a file is referred to."""
        if self.ids is not None:
            return self.ids(file, part)
        own = self.own_id(part)
        return (f"{file}/{own}" if file and own and self.local else own or file,)

    def own_id(self, part: Source) -> str:
        """The id as it is written in the file, or nothing when it is the file's name."""
        return str(getattr(part, self.key)) if self.key else ""


class Listing(NamedTuple):
    """Files that count when the file above them names them: in which field of which kind."""

    kind: "Kind[Any]"
    field: str


@dataclass(frozen=True, eq=False)
class Kind(Generic[Model]):
    """A kind of source file: `path` has a `*` for each folder or file name that is part of its id.

    `taken` are names of pages that coursewright makes beside those of the files.
    """

    name: str
    model: type[Model]
    path: str
    things: tuple[Thing, ...] = ()
    taken: tuple[str, ...] = ()
    listed: Listing | None = None

    @property
    def is_list(self) -> bool:
        """Whether a file of the kind is nothing but a list of things."""
        return bool(self.things) and all(thing.key != BY_FILE for thing in self.things)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.path).replace(r"\*", "([^/]+)"))

    @property
    def example(self) -> str:
        return self.path.replace("*", "name")

    @property
    def itself(self) -> Thing | None:
        """The file as a thing."""
        return next((thing for thing in self.things if thing.key == BY_FILE and not thing.ids), None)

    def id_of(self, file: str) -> str:
        """The id of a file by its path: nothing for the only one of its kind."""
        match = self.pattern.fullmatch(file)
        return "/".join(match.groups()) if match else ""

    def file_of(self, id: str) -> str:
        """The path of the file with an id."""
        parts = iter(id.split("/"))
        return re.sub(r"\*", lambda _: next(parts), self.path)


def held(*kinds: Kind[Any]) -> tuple[Kind[Any], ...]:
    """The rows, when they hold together.

    Raises LookupError for a reference to something that no row defines, for a
    thing that is not in the files said to define it, and for a name that is taken.
    """
    names = [thing.name for kind in kinds for thing in kind.things]
    for wrong in (*_twice([kind.name for kind in kinds]), *_twice(names)):
        raise LookupError(f"two rows are called {wrong!r}")
    for kind in kinds:
        model: type[Source] = kind.model
        for mark in marks_within(model):
            if isinstance(mark, Refers) and mark.name not in names:
                raise LookupError(f"{model.__name__} refers to {mark.name!r}, which no row defines")
        for thing in kind.things:
            if not any(issubclass(part, thing.model) for part in models_within(model)):
                raise LookupError(f"there is no {thing.model.__name__} in a file of the kind {kind.name!r}")
    return kinds


def _twice(names: list[str]) -> Iterator[str]:
    return (name for at, name in enumerate(names) if name in names[:at])
