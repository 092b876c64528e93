"""Files that count only when another file lists them: chapters in the course, sections in their chapter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..diagnostics import Place, Problem
from ..diagnostics.nearest import near
from ..load.source_file import SourceFile
from ..model.kind import Kind, Listing
from ..model.kinds import KINDS, kind_of
from ..model.walk import Path
from ..validate.sources import Loaded, Sources


class Entry(NamedTuple):
    """One name in a list: the id of the file it stands for, and where the name stands."""

    folder: str
    name: str
    file: SourceFile
    path: Path

    @property
    def id(self) -> str:
        return f"{self.folder}/{self.name}" if self.folder else self.name


def listing_problems(sources: Sources) -> Iterator[Problem]:
    """Files that are listed and do not exist, and files that exist and are not listed."""
    for kind in KINDS:
        if kind.listed is not None:
            entries = list(entries_of(sources, kind.listed))
            yield from _missing(sources, kind, entries)
            yield from _unlisted(sources, kind, kind.listed.kind, {entry.id for entry in entries})


def kinds_with_gaps(sources: Sources) -> set[Kind[Any]]:
    """The kinds of which a file is listed and was not read, and those that such a file would list."""
    found: set[Kind[Any]] = set()
    for kind in KINDS:
        if kind.listed is not None:
            known = sources.all(kind)
            entries = entries_of(sources, kind.listed)
            if kind.listed.kind in found or any(entry.id not in known for entry in entries):
                found.add(kind)
    return found


def entries_of(sources: Sources, listing: Listing) -> Iterator[Entry]:
    """What the lists name, in their order; a list in a file that is itself not listed does not count."""
    for id, loaded in _counted(sources, listing.kind).items():
        for at, name in enumerate(dict.fromkeys(getattr(loaded.model, listing.field))):
            yield Entry(id, name, loaded.file, (listing.field, at))


def _counted(sources: Sources, kind: Kind[Any]) -> Mapping[str, Loaded[Any]]:
    files = sources.all(kind)
    if kind.listed is None:
        return files
    ids = (entry.id for entry in entries_of(sources, kind.listed))
    return {id: files[id] for id in ids if id in files}


def _missing(sources: Sources, kind: Kind[Any], entries: list[Entry]) -> Iterator[Problem]:
    there = _names(sources, kind)
    for entry in entries:
        path = kind.file_of(entry.id)
        if entry.name not in there[entry.folder]:
            place = entry.file.place(entry.path)
            yield Problem("CW0116", place, {"missing": path, "near": near(entry.name, there[entry.folder])})


def _names(sources: Sources, kind: Kind[Any]) -> Mapping[str, set[str]]:
    """The names of files by the id of what lists them, those that could not be read included."""
    failed = (kind.id_of(file) for file in sources.failed if kind_of(file) is kind)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for id in (*sources.all(kind), *failed):
        folder, _, name = id.rpartition("/")
        names[folder].add(name)
    return names


def _unlisted(sources: Sources, kind: Kind[Any], above: Kind[Any], listed: set[str]) -> Iterator[Problem]:
    """Files whose list counts and does not name them, or is not there at all."""
    counted = _counted(sources, above)
    for id, loaded in sources.all(kind).items():
        folder, _, name = id.rpartition("/")
        lister = above.file_of(folder)
        exists = folder in sources.all(above) or lister in sources.failed
        if id not in listed and (folder in counted or not exists):
            yield Problem("CW0304", Place(loaded.file.path), {"list": lister, "id": name})
