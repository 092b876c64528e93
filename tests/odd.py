"""What stands where a file should: something that has no end, or that nobody can read as a whole."""

import os
from pathlib import Path

HUGE = 6 * 1024**3


def make_odd(file: Path, kind: str) -> None:
    """A pipe, a folder with something in it, a device, or a file of 6 GiB that takes no room."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
        (file / "within").touch()
    elif kind == "device":
        file.symlink_to("/dev/zero")
    else:
        with open(file, "wb") as stream:
            stream.truncate(HUGE)
