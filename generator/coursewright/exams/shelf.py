"""What is made of a session, in a folder of its own within the session's.

A folder is put in its place whole. One that was there before with other files is kept beside it, as
`sheets-1`, `sheets-2` …: what was handed out can be read for ever.
"""

import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from . import journal
from .journal import Entry

SYSTEM = {"Thumbs.db", "desktop.ini", ".DS_Store", ".directory"}
"""What is left in any folder that is looked at."""
PAPERS, SHEETS = FOLDERS = ("papers", "sheets")
"""Folders of what is printed."""
WEB = "web"
"""The folder of the sealed exam, which has folders in it."""
KEPT = (*FOLDERS, WEB, "scans", "marking", "results", "analysis")
"""Folders of everything that commands write into a session's."""
_ASIDE = re.compile(r"^([^/]+)-[1-9][0-9]*/")


def digests(folder: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """Path within the session's folder → SHA-256, as the journal has it."""
    return {f"{folder}/{name}": sha256(content).hexdigest() for name, content in sorted(files.items())}


def missing(session: Path, entries: Iterable[Entry]) -> Iterator[str]:
    """Files that were made or printed last and are not there, by their paths within the session's folder."""
    return (name for name in recorded(entries) if not (session / name).is_file())


def changed(session: Path, entries: Iterable[Entry]) -> Iterator[str]:
    """Files that are not what was made or printed last, by their paths within the session's folder."""
    for name, digest in recorded(entries).items():
        file = session / name
        if file.is_file() and sha256(file.read_bytes()).hexdigest() != digest:
            yield name


def unknown(session: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """What nothing ever made or printed where it stands, by its path in the session's folder.

    A file is known by its name as well as by its bytes: a copy under another name is told. An earlier
    printing stands in a folder that it was moved to, such as `sheets-1`, by us or by hand. A folder with
    nothing in it is told with a slash, and whatever is a link: what is behind it is elsewhere.
    """
    made = {each for entry in entries for each in entry.about.get("files", {}).items()}
    known = recorded(entries).keys() | {journal.FILE}
    for file in sorted(session.rglob("*")):
        name = file.relative_to(session).as_posix()
        if file.is_symlink() and not file.is_dir():
            yield name
        elif name in known or file.name in SYSTEM:
            continue
        elif file.is_dir():
            if file.is_symlink() or not any(file.iterdir()):
                yield f"{name}/"
        elif not file.is_file() or (original(name), sha256(file.read_bytes()).hexdigest()) not in made:
            yield name


def is_made(name: str) -> bool:
    """Whether a command can have made a file, by its path in the session's folder."""
    folder, _slash, file = name.partition("/")
    return folder in KEPT and bool(file) and (folder == WEB or "/" not in file)


def original(name: str) -> str:
    """The path of a file before its folder was moved aside: sheets-1/layout.json → sheets/layout.json."""
    return _ASIDE.sub(r"\1/", name)


def recorded(entries: Iterable[Entry]) -> dict[str, str]:
    """Path → SHA-256 of all that should be there.

    A folder that was printed anew has no other files than those of then.
    """
    found: dict[str, str] = {}
    for entry in entries:
        if what := entry.about.get("what"):
            found = {name: digest for name, digest in found.items() if not name.startswith(f"{what}/")}
        found |= entry.about.get("files", {})
    return found


def shelve(session: Path, folder: str, files: Mapping[str, bytes], secret: Collection[str] = ()) -> Path:
    """Write the files, which may be in folders, to a folder of the session's. Returns that folder.

    Nobody else may read the folder; those that are `secret` not even where somebody copies them to.
    """
    place = session / folder
    if files_in(place) == files:
        return place
    beside = session / f".{folder}.{os.getpid():x}.new"
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(mode=0o700)
        for name, content in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).touch(mode=0o600 if name in secret else 0o666)
            (beside / name).write_bytes(content)
        if place.exists():
            os.rename(place, _free(place))
        os.rename(beside, place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return place


def files_in(place: Path) -> dict[str, bytes]:
    """What is in a folder, by paths within it; nothing where there is none."""
    files = (file for file in place.rglob("*") if file.is_file())
    return {file.relative_to(place).as_posix(): file.read_bytes() for file in files}


def _free(place: Path) -> Path:
    number = 1
    while (beside := place.with_name(f"{place.name}-{number}")).exists():
        number += 1
    return beside
