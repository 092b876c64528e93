"""Words that still stand for what is to be written: the stencils of `coursewright new` mark theirs."""

import re
from collections.abc import Iterable, Iterator

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.characters import UNWRITTEN
from ..model.walk import Spot

_MARKED = re.compile(rf"^\s*(?:#+\s*)?{UNWRITTEN}", re.M)
"""At the beginning of a line, behind the signs of a heading; elsewhere it is a sign like any other."""


def unwritten_problems(file: SourceFile, texts: Iterable[Spot]) -> Iterator[Problem]:
    """One a text, however many of its lines are marked."""
    if UNWRITTEN not in file.text:
        return
    for spot in texts:
        if spot.mark.prose and _MARKED.search(spot.text):
            yield Problem("CW0425", file.place_of(spot.path, UNWRITTEN))
