"""Entries between brackets that a comma of another keyboard made one text: `accept: [one，two]`."""

import re
from collections.abc import Iterable, Iterator

from ..diagnostics import Problem
from ..load.marks import quoted
from ..load.source_file import SourceFile
from ..model.walk import Path, Spot

_BETWEEN = re.compile("[，、]")
_COUNTED = "cells"
"""Of a row of a table there are as many as columns, or it is told."""


def separator_problems(file: SourceFile, texts: Iterable[Spot]) -> Iterator[Problem]:
    """Said of unquoted texts only: quotation marks say that it is one."""
    for spot in texts:
        if spot.mark.prose and _is_entry(spot.path) and _BETWEEN.search(spot.text):
            place, before = file.place(spot.path), file.place(spot.path[:-1])
            is_quoted = place.source.startswith(('"', "'"), place.column - 1)
            if before.source.startswith("[", before.column - 1) and not is_quoted:
                entries = (part.strip() for part in _BETWEEN.split(spot.text))
                values = {"proper": ", ".join(filter(None, entries)), "text": quoted(spot.text)}
                yield Problem("CW0426", place, values)


def _is_entry(path: Path) -> bool:
    return isinstance(path[-1], int) and path[-2] != _COUNTED
