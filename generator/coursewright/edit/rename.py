"""A thing of the course gets another id, and everything that refers to it follows."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..load.source_file import SourceFile
from ..load.tree import OVERRIDES, SourceTree
from ..model.chapter import FigureBlock
from ..model.kind import BY_FILE, Kind, Thing
from ..model.kinds import KINDS, LINKED, PICTURED, TAXONOMY, THINGS
from ..model.mark import Refers
from ..model.walk import Path, instances, spots
from ..validate.sources import Loaded, Sources
from .linking import linked_in_catalog, linked_in_source
from .source_text import SourceText

RENAMED = tuple(sorted(name for name, thing in THINGS.items() if thing.noun and name != "document"))
"""What can be renamed."""

_REST = r"(?![A-Za-z0-9-])"


@dataclass
class Renaming:
    """What a renaming does: new contents by path, paths that move, and places changed by path."""

    contents: dict[str, bytes] = field(default_factory=dict)
    moves: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """What is to be renamed: a kind of thing of RENAMED, its id, and the id it gets."""

    name: str
    old: str
    new: str

    @property
    def thing(self) -> Thing:
        return THINGS[self.name]

    @property
    def kind(self) -> Kind[Any]:
        """The kind of file that has such things."""
        return next(kind for kind in KINDS if self.thing in kind.things)

    @property
    def names(self) -> tuple[Thing, ...]:
        """The thing, and those whose ids begin with its own: a chapter's sections, a taxonomy's nodes."""
        return self.thing, *_below(self.thing, self.kind)

    @property
    def last(self) -> str:
        """The last part of the new id, which is what stands in lists beside it."""
        return self.new.rpartition("/")[2]

    def renamed(self, id: str) -> str | None:
        """The new form of an id that is the old one, or begins with it."""
        if id == self.old:
            return self.new
        return self.new + id[len(self.old) :] if id.startswith((f"{self.old}/", f"{self.old}.")) else None


def renaming(sources: Sources, tree: SourceTree, raw: Callable[[str], bytes], change: Change) -> Renaming:
    """What a change of an id does to a course.

    The sources must be without errors, the thing be there and the new id be free.
    `raw` reads a file by its path.
    """
    found, address = Renaming(moves=_moves(change)), _address(change)
    for loaded in sources.files():
        text = SourceText(loaded.file, raw(loaded.file.path))
        for path, written, renamed in _places(loaded, change):
            text.replace(loaded.file.place(path), written, renamed)
        if address:
            _relink(text, linked_in_source(text, loaded.file, loaded.model, address), change)
        _note(found, loaded.file.path, text)
    for file, content in tree.translations.items():
        said = content.decode("utf-8", "replace")
        text = SourceText(SourceFile(file, said), content)
        if address:
            _relink(text, linked_in_catalog(said, address), change)
        for before, after in found.moves.items():
            text.substitute(re.compile(rf"(?m)(?<=[ ]){re.escape(before)}(?=[:/])"), after)
        _note(found, file, text)
    for name, content in tree.overrides.items():
        if name.endswith(".html"):
            file = f"{OVERRIDES}/{name}"
            text = SourceText(SourceFile(file, content.decode("utf-8", "replace")), content)
            _calls(text, change)
            _note(found, file, text)
    return found


def new_id(old: str, written: str) -> str:
    """The whole of a new id, of which only the last part need be written: soil/strata by strata."""
    above = old.rpartition("/")[0]
    return f"{above}/{written}" if above and "/" not in written else written


def _note(found: Renaming, path: str, text: SourceText) -> None:
    if text.changes:
        found.contents[path], found.counts[path] = text.content(), text.changes


def _below(thing: Thing, kind: Kind[Any]) -> Iterator[Thing]:
    """Things whose ids begin with that of the thing: a chapter's sections, a taxonomy's nodes."""
    if kind.itself is not thing:
        return
    yield from (each for each in kind.things if each is not thing and (each.local or each.ids))
    for other in KINDS:
        if other.listed and other.listed.kind is kind:
            yield from other.things


def _moves(change: Change) -> dict[str, str]:
    """The path of the thing's file, or of a chapter's folder, and the path it gets."""
    if change.thing.key != BY_FILE:
        return {}
    before, after = change.kind.file_of(change.old), change.kind.file_of(change.new)
    if change.kind.pattern.groups == 1 and "/*/" in change.kind.path:
        before, after = before.rpartition("/")[0], after.rpartition("/")[0]
    return {before: after}


Found = Iterator[tuple[Path, str, str]]
"""Values of a file that are the id or hold it: path, what is written there, what is to be written."""


def _places(loaded: Loaded[Any], change: Change) -> Found:
    referred = {thing.name for thing in change.names}
    for spot in spots(loaded.model):
        refers = isinstance(spot.mark, Refers) and spot.mark.name in referred
        if refers and (renamed := change.renamed(spot.text)):
            yield spot.path, spot.text, renamed
    yield from _own(loaded, change)
    yield from _listed(loaded, change)
    yield from _drawn(loaded, change)


def _own(loaded: Loaded[Any], change: Change) -> Found:
    """Where the thing itself has its id."""
    thing = change.thing
    if thing.key == BY_FILE or thing not in _kind_of(loaded).things:
        return
    for path, part in instances(loaded.model, thing.model):
        if change.old in thing.ids_of(loaded.id, part):
            yield (*path, thing.key), thing.own_id(part), change.last


def _listed(loaded: Loaded[Any], change: Change) -> Found:
    """Where the file above names it: chapters in the course, sections in their chapter."""
    above, _, name = change.old.rpartition("/")
    listed = change.kind.listed if change.kind.itself is change.thing else None
    if listed and listed.kind is _kind_of(loaded) and loaded.id == above:
        yield from _named((listed.field,), getattr(loaded.model, listed.field), name, change)


def _drawn(loaded: Loaded[Any], change: Change) -> Found:
    """Figures of a taxonomy or a branch of it, and the nodes that a taxonomy compares."""
    if change.name not in ("taxonomy", "node"):
        return
    for path, block in instances(loaded.model, FigureBlock):
        if renamed := change.renamed(block.figure):
            yield (*path, "figure"), block.figure, renamed
    above, _, name = change.old.rpartition("/")
    if _kind_of(loaded) is TAXONOMY and loaded.id == above and loaded.model.comparison:
        yield from _named(("comparison", "columns"), loaded.model.comparison.columns, name, change)


def _named(path: Path, entries: Sequence[str], name: str, change: Change) -> Found:
    """The entries of a list that are a name."""
    return (((*path, at), name, change.last) for at, entry in enumerate(entries) if entry == name)


def _kind_of(loaded: Loaded[Any]) -> Kind[Any]:
    return next(kind for kind in KINDS if isinstance(loaded.model, kind.model))


def _calls(text: SourceText, change: Change) -> None:
    """What a page template of the course refers to: `ref('section', 'soil/layers')`."""
    names = "|".join(thing.name for thing in change.names)
    pattern = rf"""(\bref\(\s*(['"])(?:{names})\2\s*,\s*['"]){re.escape(change.old)}(?=['"/])"""
    text.substitute(re.compile(pattern), rf"\g<1>{change.new}")


def _address(change: Change) -> "re.Pattern[str] | None":
    """The address of the thing and of what is below it, in links and pictures: `section:soil/layers`."""
    first, *below = (thing.name for thing in change.names)
    ends = {first: f"{_REST}(?!/)", **dict.fromkeys(below, f"(?:(?=[/.])|{_REST})")}
    linked = {scheme: end for scheme, end in ends.items() if scheme in LINKED or scheme in PICTURED}
    ways = "|".join(f"{scheme}:{re.escape(change.old)}{end}" for scheme, end in linked.items())
    return re.compile(rf"(?<![\w-])(?:{ways})") if ways else None


def _relink(text: SourceText, places: Iterable["re.Match[str]"], change: Change) -> None:
    for place in places:
        text.put(place, place[0].removesuffix(change.old) + change.new)
