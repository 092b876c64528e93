"""The lines of a text as an editor shows them, each with its own end."""

import re
from collections import Counter
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """`end` is empty for a last line without one."""

    text: str
    end: str


def lines_of(text: str) -> list[Line]:
    """The lines; joined again they are the text to the byte."""
    return [Line(*found) for found in _LINE.findall(text) if any(found)]


def usual_end(text: str) -> str:
    """The end that most lines have; a line feed where there is none."""
    counted = Counter(line.end for line in lines_of(text) if line.end)
    return max(counted, key=lambda end: counted[end], default="\n")


def with_ends(text: str, end: str) -> str:
    """The text with every line ended alike."""
    return "".join(f"{line.text}{end}" for line in lines_of(text))
