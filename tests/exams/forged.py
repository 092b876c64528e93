"""A journal as whoever knows how it is made writes it after the publication, which a notice binds."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from exam_course import entries, folder, write

from coursewright.exams import journal
from coursewright.exams.journal import Entry


def forged(root: Path) -> None:
    """It agrees with the files that are there now."""
    forged_entry(root, lambda entry: entry.about)


def forged_entry(root: Path, about: Callable[[Entry], dict[str, Any]]) -> None:
    """Its printings since the publication say otherwise, and agree with the files that are there now."""
    found = entries(root)
    bound = max((entry.number for entry in found if entry.did == "published"), default=1)
    later = (
        replace(entry, about=_true(folder(root), about(entry))) if "press" in entry.about else entry
        for entry in found[bound:]
    )
    write(root, chained([*found[:bound], *later]))


def chained(said: Iterable[Entry]) -> list[Entry]:
    """Entries, one behind the other."""
    made: list[Entry] = []
    for number, entry in enumerate(said, 1):
        before = made[-1].hash if made else journal.FIRST
        made.append(replace(entry, number=number, before=before).hashed())
    return made


def _true(folder: Path, about: dict[str, Any]) -> dict[str, Any]:
    files = {name: folder / name for name in about["files"]}
    digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items() if path.is_file()}
    return {**about, "files": digests}
