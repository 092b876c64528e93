"""What is wrong with a source, in the words of who wrote a sheet or a text and has never seen the source."""

from dataclasses import replace
from itertools import pairwise

from ..diagnostics import Problem, SourceString
from ..diagnostics.nearest import near
from ..model.walk import Path
from ..words import Words
from ..words import marked as _
from .columns import header, option_of
from .naming import NAMED
from .spot import Spot, letters

_REMEDIES = {
    "CW0401": (_("write the letter of the one right option as the answer: B"),),
    "CW0402": (_("write the letters of all right options as the answer: ABD"),),
    "CW0414": (_("the answer has a line for every category, with letters in at least two: AC: category"),),
    "CW0415": (
        _("write ___, three underscores, in the question for every gap"),
        _("as the answer write what goes into the gaps, in their order, with | between two gaps"),
    ),
    "CW0416": (_("write what goes into every gap as the answer, with | between two gaps"),),
    "CW0424": (
        _("write in its column why it is right or wrong: “{column}”"),
        _("in a file without any rationales they may all be missing"),
    ),
}
"""Code → hints instead of those that speak of the keys of a source."""

_HEADED = ("title", "stimulus", "stem", "explanation", "hints", "nodes", "competencies", "objective", "level")


def in_their_words(problem: Problem, path: Path, spot: Spot, words: Words) -> Problem:
    """A problem of a source at a path of an item, with the words of a sheet or a text for what it names."""
    problem = replace(problem, remedies=_REMEDIES.get(problem.code, ()))
    if problem.code == "CW0424":
        return replace(problem, values={**problem.values, "column": _reason(path, spot, words)})
    if problem.code == "CW0201":
        key = str(problem.values["key"])
        said = header(key, words) if key in _HEADED else key
        said = _reason(path, spot, words) or key if key == "rationale" else said
        return replace(problem, values={**problem.values, "key": said})
    return _named(problem, path, words)


def _reason(path: Path, spot: Spot, words: Words) -> str:
    """The column of the rationale of what stands at a path, by the letter of its option; none of a text."""
    if not spot.header:
        return ""
    gaps = [letters(step + 1) for name, step in pairwise(path) if name == "blanks" and isinstance(step, int)]
    names = [option_of(spot.header)] if option_of(spot.header) else gaps or ["A", "B"]
    return ", ".join(header(f"{name}?", words) for name in names)


def _named(problem: Problem, path: Path, words: Words) -> Problem:
    """A value that is none of a few, with the words that a Chinese sheet has for these."""
    names = NAMED.get(str(path[-1])) if path and words.language == "zh_CN" else None
    if problem.code != "CW0204" or not names:
        return problem
    known = list(names.values())
    values = {**problem.values, "near": near(str(problem.values["found"]), known)}
    return replace(problem, values=values | {"allowed": SourceString(", ".join(known))})
