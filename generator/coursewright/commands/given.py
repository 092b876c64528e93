"""Files that are named on the command line, from anywhere and of any kind."""

from pathlib import Path

from ..errors import NoOrdinaryFile

MOST_BYTES = 64 * 1024 * 1024
"""Of a filled template, a template or a logo: each of them has a closer limit of its own."""


def given(file: Path) -> bytes:
    """What is in the file. Raises NoOrdinaryFile for a pipe or a device, which may have no end."""
    if not file.is_file() or file.stat().st_size > MOST_BYTES:
        raise NoOrdinaryFile(str(file))
    return file.read_bytes()
