"""What a merge left in a file: the marks around two versions of something."""

import re
from collections.abc import Iterable, Sequence

from .slip import Slip

_AT_MARGIN = re.compile(r"^(?:<{7}(?!<)|\|{7}(?!\|)|={7}(?=[ \r]|$)|>{7}(?!>))", re.M)
_MARK = re.compile(r"[ \t\u3000]*(<{7}(?!<)|\|{7}(?!\|)|={7}(?=\s*$)|>{7}(?!>))")
_DIVIDING = "=|"
"""Marks that may also be a line below a heading, or a row of a table."""


def conflict(text: str) -> Slip | None:
    """Marks where a merge writes them, at the beginning of a line, where no text of a source can be."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    return _told((text.count("\n", 0, mark.start()), 0) for mark in _AT_MARGIN.finditer(text))


def leftover(lines: Sequence[str], stopped: int) -> Slip | None:
    """Marks anywhere in a file that cannot be read: moved in, or what is left when some were deleted.

    A mark that may be something else counts where the reading stopped.
    """
    marks = [(at, mark[1][0], mark.start(1)) for at, line in enumerate(lines) if (mark := _MARK.match(line))]
    if all(sign in _DIVIDING for _, sign, _ in marks):
        marks = [mark for mark in marks if stopped - 1 <= mark[0] <= stopped]
    return _told((at, column) for at, _, column in marks)


def swallowed_mark(lines: Sequence[str], at: int) -> Slip | None:
    """A mark that an unquoted text took for one of its lines."""
    mark = _MARK.match(lines[at])
    return _told([(at, mark.start(1))]) if mark else None


def _told(places: Iterable[tuple[int, int]]) -> Slip | None:
    found = list(places)
    lines = ", ".join(str(line + 1) for line, _ in found)
    return Slip("CW0123", *found[0], 7, {"lines": lines}) if found else None
