"""Answers to a gap that scoring takes for one: they differ in width, case, script or numerals alone."""

from collections import defaultdict
from collections.abc import Iterator

from ...model.walk import Path, spots
from ...scoring.gaps import as_read, ways_to_write
from ..finding import Finding, about
from ..question import Question


def findings(question: Question) -> Iterator[Finding]:
    """Told at every answer that one above it in its list includes."""
    for texts in _accepted(question).values():
        known: dict[str, str] = {}
        for path, text in texts if len(texts) > 1 else ():
            if other := known.get(as_read(text)):
                yield about(question, "same-answers", *path, text=text, other=other)
            known = {**dict.fromkeys(ways_to_write(text), text), **known}


def _accepted(question: Question) -> dict[Path, list[tuple[Path, str]]]:
    """Every list of what is accepted, by its path within the item, with the path of each text."""
    found: defaultdict[Path, list[tuple[Path, str]]] = defaultdict(list)
    for path, text, _mark in spots(question.item):
        if path[-2:-1] == ("accept",):
            found[path[:-1]].append((path, text))
    return found
