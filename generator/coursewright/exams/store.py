"""Sessions on the disk: `private/sessions/<name>/`, for the trainer's eyes only.

A session is put in its place by one rename, so that it is whole or not there. Its journal is written anew
beside it and renamed, for each entry. Nobody else may read the folder (0700). Whoever changes something
holds the lock on `LOCK` meanwhile, so that of two commands the one waits for the other.
"""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from ..errors import CoursewrightError
from ..words import marked as _
from . import journal
from .session import FORMAT, SESSION, Session

PRIVATE = "private"
SESSIONS = f"{PRIVATE}/sessions"
LOCK = f"{SESSIONS}/.lock"
SESSION_FILE, KEYS_FILE, JOURNAL_FILE = "session.json", "keys.json", journal.FILE
MEDIA = "media"


class SessionTaken(CoursewrightError):
    """There is a session of this name, and what was once made is never written over."""

    message = _("there is a session “{detail}” already; give this one another name")


class NoSession(CoursewrightError):
    """No session of this name in the course's private folder."""

    message = _("there is no session “{detail}”; “coursewright exam list” names them")


class SessionVoid(CoursewrightError):
    """A session that does not count, of which nothing is made any more."""

    message = _("the session “{detail}” is void: nothing is printed, announced or exported of it")


class SessionDamaged(CoursewrightError):
    """A file of a session cannot be read as what it was written as."""

    message = _("{detail} is damaged or of a later version: this session cannot be trusted")


class SessionIncomplete(SessionDamaged):
    """A file of a session is not there."""

    message = _("{detail} is missing: this session cannot be trusted")


class JournalCut(CoursewrightError):
    """A journal without its first entry: whatever else it said may be missing as well."""

    message = _(
        "the journal of the session “{detail}” is empty, or does not begin with the session's making: "
        "entries were removed, and this session cannot be trusted"
    )


class FileChanged(CoursewrightError):
    """A file that was once written into a session's folder is not what it was: it may be somebody's work."""

    message = _("{detail} was changed by somebody; move it out of the session's folder, then try again")


@dataclass(frozen=True)
class Kept:
    """A session with its key file's bytes and its journal."""

    folder: Path
    session: Session
    keys: bytes
    entries: list[journal.Entry]

    @property
    def commitment(self) -> str:
        return sha256(self.keys).hexdigest()

    def refuse_void(self) -> None:
        """Raises SessionVoid."""
        if self.is_void:
            raise SessionVoid(self.folder.name)

    def refuse_damaged(self) -> None:
        """Raises SessionDamaged where session, keys or journal are not what was made."""
        made = self.entries[0].about.get("files", {})
        for name in (SESSION_FILE, KEYS_FILE):
            if made.get(name) != sha256(_bytes(self.folder / name)).hexdigest():
                raise SessionDamaged(str(self.folder / name))
        if any(journal.broken(self.entries)):
            raise SessionDamaged(str(self.folder / JOURNAL_FILE))

    @property
    def is_void(self) -> bool:
        return any(entry.did == "voided" and "items" not in entry.about for entry in self.entries)

    @property
    def void_reason(self) -> str | None:
        """Why it is void, as its journal says."""
        said = (entry.about for entry in self.entries if entry.did == "voided" and "items" not in entry.about)
        return next((str(about["reason"]) for about in said if "reason" in about), None)


def names(root: Path) -> list[str]:
    """Sessions in the order in which they were made; those whose journal does not say it come first."""
    folder = root / SESSIONS
    found = [path for path in folder.iterdir() if _is_session(path)] if folder.is_dir() else []
    return [path.name for path in sorted(found, key=lambda path: (_made(path), path.name))]


def _is_session(path: Path) -> bool:
    """Also what lost its journal; folders that are being made have names with a dot."""
    return path.is_dir() and not path.name.startswith(".")


def _made(folder: Path) -> str:
    try:
        first = (folder / JOURNAL_FILE).read_bytes().partition(b"\n")[0]
        return str(from_json(first)["at"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def put(root: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Write a new session. Raises SessionTaken."""
    place = root / SESSIONS / name
    if os.path.lexists(place):
        raise SessionTaken(name)
    make_private(root)
    beside = place.with_name(f".{name}.{os.getpid():x}.new")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        for path, content in files.items():
            (beside / path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            (beside / path).write_bytes(content)
        os.rename(beside, place)
    except OSError as error:
        if os.path.lexists(place):
            raise SessionTaken(name) from error
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return place


def make_private(root: Path, name: str = "") -> None:
    """The folder that neither git nor anyone else reads, and within it that of a session."""
    (root / SESSIONS).mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in open_to_others(root, name):
        folder.chmod(0o700)
    ignored = root / PRIVATE / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", "utf-8")


def open_to_others(root: Path, name: str = "") -> list[Path]:
    """Folders of a session that others than their owner may look into, where modes say so (POSIX)."""
    folders = dict.fromkeys((root / PRIVATE, root / SESSIONS, root / SESSIONS / name))
    return [folder for folder in folders if os.name == "posix" and folder.stat().st_mode & 0o077]


def get(root: Path, name: str) -> Kept:
    """Raises NoSession, SessionDamaged, SessionIncomplete, JournalCut."""
    folder = root / SESSIONS / name
    if not folder.is_dir():
        raise NoSession(name)
    session = session_of(folder)
    entries = _entries(folder)
    if not entries or entries[0].did != "made":
        raise JournalCut(name)
    return Kept(folder, session, _bytes(folder / KEYS_FILE), entries)


def session_of(folder: Path) -> Session:
    """Whatever its keys and its journal are. Raises SessionDamaged, SessionIncomplete."""
    file = folder / SESSION_FILE
    try:
        data = from_json(_bytes(file))
        if data["format"] != FORMAT:
            raise SessionDamaged(str(file))
        session = SESSION.validate_python(data)
    except (ValueError, LookupError, TypeError, ValidationError) as error:
        raise SessionDamaged(str(file)) from error
    if not session.is_whole:
        raise SessionDamaged(str(file))
    return session


def _entries(folder: Path) -> list[journal.Entry]:
    try:
        return journal.read(_bytes(folder / JOURNAL_FILE))
    except ValueError as error:
        raise SessionDamaged(str(folder / JOURNAL_FILE)) from error


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise SessionIncomplete(str(file)) from error
    except OSError as error:
        raise SessionDamaged(str(file)) from error


def in_force(root: Path, name: str) -> Kept:
    """A session that counts, and is as it was made. Raises SessionVoid, and what `get` raises."""
    kept = get(root, name)
    kept.refuse_void()
    kept.refuse_damaged()
    return kept


def add(kept: Kept, entry: Mapping[str, Any]) -> Kept:
    """The session with one more entry in its journal, behind those that are there by now."""
    entries = journal.added(_entries(kept.folder), **entry)
    path = kept.folder / JOURNAL_FILE
    beside = path.with_name(f".{path.name}.{os.getpid():x}.new")
    beside.write_bytes(journal.written(entries))
    os.replace(beside, path)
    return replace(kept, entries=entries)


def refuse_changed(kept: Kept, files: Mapping[str, bytes]) -> None:
    """Raises FileChanged where one of these files, by its path in the folder, is not as we left it."""
    written = {digest for entry in kept.entries for digest in entry.about.get("files", {}).values()}
    for path, content in files.items():
        there = (kept.folder / path).read_bytes() if (kept.folder / path).is_file() else content
        if there != content and sha256(there).hexdigest() not in written:
            raise FileChanged(str(kept.folder / path))
