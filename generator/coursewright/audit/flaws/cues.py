"""Wording that leads to the key: the stem's own words in it, or another item that says it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

from ..finding import Finding, about
from ..lexicon import Lexicon
from ..question import Question
from ..wording import is_spaceless, pieces, runs

ECHO, WORD = 4, 8
"""Letters that a key repeats of its stem: in a row in a script without spaces, else of one word."""
TOLD = 0.7
"""Share of what only the key says that another stem must say, to give it away."""
FEWEST = 5
"""Pieces that only the key has; with fewer, it is told by chance."""


def findings(asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Finding]:
    for question in asked:
        yield from _echoed(question, lexicon)
    yield from _told(asked)


def _echoed(question: Question, lexicon: Lexicon | None) -> Iterator[Finding]:
    if len(question.keys) != 1:
        return
    key, stem = question.keys[0], "\n".join(runs(question.stem))
    others = [option.text for option in question.distractors]
    echoed = [run for run in _common(key.text, stem) if not _is_common(run, lexicon)]
    only = [run for run in echoed if not any(pieces(run) & pieces(other) for other in others)]
    if only and not any(_common(other, stem) for other in others):
        yield about(question, "echoed-stem", "options", key.at, "text", words=", ".join(only))


def _common(text: str, stem: str) -> list[str]:
    """Stretches of a text that stand in the stem too, the longest ones."""
    found: list[str] = []
    known = set(stem.split("\n"))
    for run in runs(text):
        if is_spaceless(run):
            found += _stretches(run, stem)
        elif len(run) >= WORD and not run[0].isdigit() and run in known:
            found.append(run)
    return found


def _stretches(run: str, stem: str) -> Iterator[str]:
    at = 0
    while at <= len(run) - ECHO:
        end = at + ECHO
        if run[at:end] not in stem:
            at += 1
            continue
        while end < len(run) and run[at : end + 1] in stem:
            end += 1
        yield run[at:end]
        at = end


def _is_common(run: str, lexicon: Lexicon | None) -> bool:
    return lexicon is not None and lexicon.common.search(run) is not None


def _told(asked: Sequence[Question]) -> Iterator[Finding]:
    """Keys that another item's stem says.

    A stem that has TOLD of some pieces has one of any so many of them; it is looked up by the rarest.
    """
    stems: defaultdict[str, set[int]] = defaultdict(set)
    for question in asked:
        for piece in pieces(question.stem):
            stems[piece].add(question.at)
    for question in asked:
        yield from _told_elsewhere(question, asked, stems)


def _told_elsewhere(
    question: Question, asked: Sequence[Question], stems: "defaultdict[str, set[int]]"
) -> Iterator[Finding]:
    if len(question.keys) != 1:
        return
    key = question.keys[0]
    seen = pieces(question.situation).union(*(pieces(option.text) for option in question.distractors))
    own = pieces(key.text) - seen
    if len(own) < FEWEST:
        return
    needed = len(own) - ceil(TOLD * len(own)) + 1
    rarest = sorted(own, key=lambda piece: (len(stems.get(piece, ())), piece))[:needed]
    near = {at for piece in rarest for at in stems.get(piece, ())} - {question.at}
    for at in sorted(near):
        if len(own & pieces(asked[at].stem)) >= TOLD * len(own):
            yield about(question, "cue", "options", key.at, "text", other=asked[at].id, words=key.text)
            return
