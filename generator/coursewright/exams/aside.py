"""Sessions that cannot be read any more, and that a person decided about: set aside, with the reason.

Into the journal of such a session nothing is written, for it may be what is damaged: its folder stays as it
was found. `private/sessions/aside.jsonl` is a journal of its own, whose entries have the digests of what was
found.
"""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..errors import CoursewrightError
from ..words import marked as _
from . import journal
from .journal import Entry
from .store import SESSIONS

FILE = f"{SESSIONS}/aside.jsonl"


class AsideDamaged(CoursewrightError):
    """The journal of sessions that were set aside is not what was written."""

    message = _("{detail} is damaged: which sessions were set aside, and why, cannot be trusted")


def entries(root: Path) -> list[Entry]:
    """Raises AsideDamaged."""
    path = root / FILE
    if not path.exists():
        return []
    try:
        found = journal.read(path.read_bytes())
    except (ValueError, OSError) as error:
        raise AsideDamaged(str(path)) from error
    if any(journal.broken(found)) or not all(isinstance(each.about.get("session"), str) for each in found):
        raise AsideDamaged(str(path))
    return found


def set_aside(root: Path) -> dict[str, Entry]:
    """The entry of each session that was set aside, by the name of its folder. Raises AsideDamaged."""
    return {entry.about["session"]: entry for entry in entries(root)}


def put_aside(root: Path, name: str, entry: Mapping[str, Any]) -> None:
    """Enter it, with the digests of all files that the session has now. Raises AsideDamaged."""
    folder = root / SESSIONS / name
    files = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    about = {**entry["about"], "session": name, "files": files}
    made = journal.added(entries(root), **{**entry, "about": about})
    path = root / FILE
    beside = path.with_name(f".{path.name}.{os.getpid():x}.new")
    beside.write_bytes(journal.written(made))
    os.replace(beside, path)
