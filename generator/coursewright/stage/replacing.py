"""A folder that takes another's place, and the other brought back when that was interrupted.

Where the system cannot exchange two folders there is a moment with neither. The
old one then lies beside its place, and whoever comes next puts it back.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from glob import escape
from pathlib import Path
from tempfile import mkdtemp

from .exchange import exchanged
from .lock import locked


@contextmanager
def alone_beside(folder: Path) -> Iterator[None]:
    """Nobody else, of another course either, replaces the folder meanwhile, where folders have locks."""
    with ExitStack() as held:
        if folder.parent.is_dir():
            with suppress(OSError):
                held.enter_context(locked(folder.parent))
        yield


def replace_folder(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`, which is then gone. On another disk it is first copied beside it."""
    with alone_beside(old):
        try:
            _put(new, old)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _put_copy(new, old)
        _clear(old)


def restore_folder(old: Path) -> None:
    """Bring back the folder that lies beside its place, when nothing is there."""
    if old.name and _aside(old).is_dir():
        with alone_beside(old):
            if _aside(old).is_dir() and not old.exists():
                os.replace(_aside(old), old)


def _put(new: Path, old: Path) -> None:
    if not old.exists():
        os.replace(new, old)
    elif exchanged(new, old):
        shutil.rmtree(new, ignore_errors=True)
    else:
        _step_by_step(new, old)


def _step_by_step(new: Path, old: Path) -> None:
    aside = _aside(old)
    shutil.rmtree(aside, ignore_errors=True)
    os.replace(old, aside)
    try:
        os.replace(new, old)
    except OSError:
        os.replace(aside, old)
        raise


def _put_copy(new: Path, old: Path) -> None:
    beside = Path(mkdtemp(prefix=_copies(old), dir=old.parent))
    try:
        shutil.copytree(new, beside, dirs_exist_ok=True)
        _put(beside, old)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    shutil.rmtree(new, ignore_errors=True)


def _clear(old: Path) -> None:
    """What this time and earlier ones left beside the folder."""
    for left in (_aside(old), *old.parent.glob(f"{escape(_copies(old))}*")):
        shutil.rmtree(left, ignore_errors=True)


def _aside(old: Path) -> Path:
    return old.with_name(f".{old.name}.old")


def _copies(old: Path) -> str:
    return f".{old.name}.new-"
