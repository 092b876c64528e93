"""Up to which entry something outside the session's folder holds its journal.

Whoever may write into the folder can write all of it anew, with hashes that follow. An entry whose hash was
published, or noted elsewhere, cannot be another, and so none before it; those behind it can be changed, added
or cut off.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from .journal import Entry
from .shelf import FOLDERS, original, recorded
from .store import Kept


@dataclass(frozen=True)
class Binding:
    """`entries` are those that are held, in their order; none where nothing was published."""

    entries: tuple[Entry, ...]

    @property
    def number(self) -> int:
        """Of the last of them."""
        return len(self.entries)

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of every file that they have, as they were when it was made."""
        return frozenset(name for entry in self.entries for name in entry.about.get("files", {}))


def binding(kept: Kept, digests: Collection[str]) -> Binding:
    """What these hashes of entries hold; one that no entry has holds nothing."""
    last = max((at for at, entry in enumerate(kept.entries, 1) if entry.hash in digests), default=0)
    return Binding(tuple(kept.entries[:last]))


def gone(kept: Kept) -> Iterator[tuple[str, int]]:
    """Files that an entry has, by path, with its number, and that are nowhere in the folder any more.

    What is made anew leaves its place, and is kept beside it. That what was made last is changed or missing
    the shelf tells.
    """
    made = {file: entry.number for entry in kept.entries for file in entry.about.get("files", {}).items()}
    last = recorded(kept.entries).items()
    paths = [path for path in kept.folder.rglob("*") if path.is_file()] if made else []
    there = {
        (original(path.relative_to(kept.folder).as_posix()), sha256(path.read_bytes()).hexdigest())
        for path in paths
    }
    for file, number in made.items():
        if file not in there and file not in last:
            yield file[0], number


def held_by_none(kept: Kept, held: Binding) -> list[str]:
    """Folders of files that only later entries have, and that are not made again to be compared."""
    later = kept.entries[held.number :]
    names = sorted({name.partition("/")[0] for entry in later for name in entry.about.get("files", {})})
    return [name for name in names if name not in FOLDERS]
