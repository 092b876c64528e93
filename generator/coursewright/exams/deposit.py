"""A folder of a session with its entry in the journal, both or neither.

The journal as it is to be lies beside the one that holds until the folder is in its place. Whatever ends a
command in between, the next one finds it there, and finishes what was begun or takes it back: the folder
decides, which is put in its place whole.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Literal

from . import journal
from .shelf import KEPT, digests, files_in, shelve
from .store import JOURNAL_FILE, Kept

BEGUN = f".{JOURNAL_FILE}.begun"
End = Literal["finished", "taken back"]


def deposit(
    kept: Kept,
    folder: str,
    files: Mapping[str, bytes],
    entry: Mapping[str, Any],
    secret: Collection[str] = (),
) -> Path:
    """Put the files into a folder of the session, and the entry, which tells of them, into its journal.

    Returns the folder; what is `secret` is as `shelve` has it.
    """
    path = kept.folder / JOURNAL_FILE
    entries = journal.added(journal.read(path.read_bytes()), **entry)
    beside = kept.folder / f"{BEGUN}.{os.getpid():x}.new"
    beside.write_bytes(journal.written(entries))
    os.replace(beside, kept.folder / BEGUN)
    place = shelve(kept.folder, folder, files, secret)
    os.replace(kept.folder / BEGUN, path)
    return place


def ended(session: Path) -> End | None:
    """Finish or take back what a command began in a session's folder that was ended by force.

    None where there is nothing. Only who holds the lock on the sessions may ask.
    """
    for half in session.glob(f"{BEGUN}.*.new"):
        half.unlink()
    begun = session / BEGUN
    if not begun.is_file():
        return None
    entry = _next(session)
    if entry and _is_in_place(session, entry):
        os.replace(begun, session / JOURNAL_FILE)
        return "finished"
    begun.unlink()
    return "taken back"


def _is_in_place(session: Path, entry: journal.Entry) -> bool:
    """Whether the folder of an entry is there by now, and nothing of it beside: the old one may be gone."""
    what = str(entry.about.get("what", ""))
    if what not in KEPT:
        return False
    place = session / what
    for beside in session.glob(f".{what}.*.new"):
        if not place.exists() and _is_as(beside, what, entry):
            os.rename(beside, place)
        shutil.rmtree(beside, ignore_errors=True)
    return _is_as(place, what, entry)


def _next(session: Path) -> journal.Entry | None:
    """The entry that was to follow those that there are."""
    try:
        entries = journal.read((session / BEGUN).read_bytes())
        held = journal.read((session / JOURNAL_FILE).read_bytes())
    except (OSError, ValueError):
        return None
    return entries[-1] if entries and entries[:-1] == held and not any(journal.broken(entries)) else None


def _is_as(place: Path, folder: str, entry: journal.Entry) -> bool:
    return place.is_dir() and digests(folder, files_in(place)) == entry.about.get("files")
