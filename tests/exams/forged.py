"""A journal as whoever knows how it is made writes it after the publication, which a notice binds."""

from collections.abc import Callable
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
    """Its printings say otherwise, and agree with the files that are there now."""
    made: list[Entry] = []
    for entry in entries(root):
        said = _true(folder(root), about(entry)) if entry.did == "printed" else entry.about
        before = made[-1].hash if made else journal.FIRST
        made.append(replace(entry, about=said, before=before).hashed())
    write(root, made)


def _true(folder: Path, about: dict[str, Any]) -> dict[str, Any]:
    files = {name: folder / name for name in about["files"]}
    digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items() if path.is_file()}
    return {**about, "files": digests}
