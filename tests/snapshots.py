"""Whole outputs, kept as files below tests/snapshots/: what a change does to them is there to be read.

`make snapshots` writes them anew. In a folder stands what its test makes and nothing
else, so that a file which is no longer made fails the test too.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_suffix("")


def assert_kept(folder: str, made: Mapping[str, str]) -> None:
    """Hold that the files below a folder, by their path in it, are as they are kept."""
    if os.environ.get("SNAPSHOTS") == "overwrite":
        assert "CI" not in os.environ, "what is kept is looked at before it is kept"
        _keep(FOLDER / folder, made)
    kept = {
        file.relative_to(FOLDER / folder).as_posix(): file.read_bytes().decode()
        for file in (FOLDER / folder).rglob("*")
        if file.is_file()
    }
    told = [line for path in sorted({*made, *kept}) for line in _told(path, kept, made)]
    if told:
        pytest.fail("".join([*told, "\n`make snapshots` keeps what is made now.\n"]), pytrace=False)


def _told(path: str, kept: Mapping[str, str], made: Mapping[str, str]) -> Iterator[str]:
    before, now = (texts.get(path, "").splitlines(keepends=True) for texts in (kept, made))
    return unified_diff(before, now, path, path)


def _keep(folder: Path, made: Mapping[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
