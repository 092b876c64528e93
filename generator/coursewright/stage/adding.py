"""Files that are put into a folder beside what is there: all of them, or none."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from .replacing import replace_folder


def add_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Exchange the folder for one that has these files too; whoever looks sees the one or the other.

    Nobody but the user may read it. Raises OSError, and then nothing was changed.
    """
    beside = folder.with_name(f".{folder.name}.{os.getpid():x}.new")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        if os.path.lexists(folder):
            shutil.copytree(folder, beside)
        beside.mkdir(mode=0o700, exist_ok=True)
        for name, content in files.items():
            (beside / name).write_bytes(content)
        replace_folder(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
