"""Two folders that change places in one step, so that whoever looks sees the one or the other."""

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100
"""AT_FDCWD of Linux: a path that is not absolute begins in the current folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux's renameat2, and RENAME_SWAP of macOS' renamex_np."""


def exchanged(one: Path, other: Path) -> bool:
    """Whether the two have changed places: not where the system or the disk cannot."""
    call, paths = _call(), (os.fsencode(one), os.fsencode(other))
    if call is None:
        return False
    if sys.platform == "darwin":
        return bool(call(*paths, _EXCHANGE) == 0)
    return bool(call(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)


@cache
def _call() -> Any:
    """The system's function, of a C library that has it."""
    names = {"linux": "renameat2", "darwin": "renamex_np"}
    if sys.platform not in names:
        return None
    try:
        return getattr(ctypes.CDLL(None), names[sys.platform], None)
    except OSError:
        return None
