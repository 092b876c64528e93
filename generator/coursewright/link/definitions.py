"""What the sources define: everything that can be referred to, and where it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Problem
from ..model.kind import Thing
from ..model.kinds import KINDS, MEDIA, PICTURE, kind_of
from ..model.text import Source
from ..model.walk import Path, instances
from ..validate.sources import Loaded, Sources
from .listings import kinds_with_gaps
from .register import Register
from .site import Target


@dataclass
class Definitions:
    """A register for each kind of thing by its name, and the target of everything that is shown somewhere."""

    registers: dict[str, Register]
    targets: dict[str, Target] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __getitem__(self, name: str) -> Register:
        return self.registers[name]


def definitions(sources: Sources) -> Definitions:
    """Everything that the rows of `kinds.py` say is in the files that were read."""
    partial = {kind_of(file) for file in sources.failed} | kinds_with_gaps(sources)
    known = Definitions(
        {thing.name: Register(thing, partial=kind in partial) for kind in KINDS for thing in kind.things}
    )
    for thing in MEDIA:
        known.registers[thing.name] = _media(thing, sources)
    for kind in KINDS:
        for loaded in sources.all(kind).values():
            for thing in kind.things:
                for path, part in _parts(thing, loaded):
                    known.problems += _define(known, thing, loaded, path, part)
    return known


def _media(thing: Thing, sources: Sources) -> Register:
    """Every file by its name; only pictures can be shown."""
    register = Register(thing, partial=False)
    found = (each for each in sources.media.values() if each.is_picture or thing is not PICTURE)
    register.things.update({each.name: each for each in found})
    return register


def _parts(thing: Thing, loaded: Loaded[Any]) -> Iterator[tuple[Path, Source]]:
    """Where a file has things of a kind, and which parts of its model they are."""
    for path, part in instances(loaded.model, thing.model):
        yield (*path, thing.key) if thing.key else path, part


def _define(
    known: Definitions, thing: Thing, loaded: Loaded[Any], path: Path, part: Source
) -> Iterator[Problem]:
    for id in thing.ids_of(loaded.id, part):
        yield from known[thing.name].add(id, part, loaded.file, path)
        if thing.page:
            anchor = thing.own_id(part) if thing.anchored else ""
            page = thing.page.format(file=loaded.id)
            title = str(getattr(part, thing.title))
            known.targets[f"{thing.name}:{id}"] = Target(thing.name, id, title, page, anchor)
