"""Wording that leads to the key: the stem's own words in it, or another item that says it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

from ..finding import Finding, about
from ..lexicon import Lexicon
from ..question import Question
from ..wording import counted, is_spaceless, length, pieces, runs

ECHO, WORD = 4, 8
"""Letters that a key repeats of its stem: in a row in a script without spaces, else of one word."""
TOLD = 0.7
"""Share of what only the key says that another stem must say, to give it away."""
FEWEST = 5
"""Pieces that only the key has; with fewer, it must stand as it is in a stem that is about the same."""
SHORTEST = 4
"""Letters of such a key."""
RARE, SHARED = 4, 2
"""Stems that such a key, or a piece, may stand in to be rare, and the rare pieces of two that are alike."""


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
        for piece in _numbered(question.stem):
            stems[piece].add(question.at)
    for question in asked:
        yield from _told_elsewhere(question, asked, stems)


def _told_elsewhere(
    question: Question, asked: Sequence[Question], stems: "defaultdict[str, set[int]]"
) -> Iterator[Finding]:
    if len(question.keys) != 1:
        return
    key = question.keys[0]
    seen = _numbered(question.situation).union(*(_numbered(option.text) for option in question.distractors))
    own = _numbered(key.text) - seen
    if len(own) < FEWEST:
        yield from _told_as_it_is(question, asked, stems)
        return
    needed = len(own) - ceil(TOLD * len(own)) + 1
    rarest = sorted(own, key=lambda piece: (len(stems.get(piece, ())), piece))[:needed]
    near = {at for piece in rarest for at in stems.get(piece, ())} - {question.at}
    for at in sorted(near):
        if len(own & _numbered(asked[at].stem)) >= TOLD * len(own):
            yield about(question, "cue", "options", key.at, "text", other=asked[at].id, words=key.text)
            return


def _told_as_it_is(
    question: Question, asked: Sequence[Question], stems: "defaultdict[str, set[int]]"
) -> Iterator[Finding]:
    """A short key that stands whole in the stem of another item about the same, and in few stems at all."""
    key = question.keys[0]
    others = (question.situation, *(option.text for option in question.distractors))
    if length(key.text) < SHORTEST or any(_says(other, key.text) for other in others):
        return
    holding = set.intersection(*(stems.get(piece, set()) for piece in _numbered(key.text)))
    telling = [at for at in sorted(holding - {question.at}) if _says(asked[at].stem, key.text)]
    rare = {piece for piece in _numbered(question.stem) if len(stems[piece]) <= RARE}
    for at in telling if len(telling) <= RARE else ():
        if len(rare & _numbered(asked[at].stem)) >= SHARED:
            yield about(question, "cue", "options", key.at, "text", other=asked[at].id, words=key.text)
            return


def _says(text: str, words: str) -> bool:
    """Whether words stand in a text, as whole words where a script has any."""
    own = runs(counted(words))
    before, behind = (" " if not is_spaceless(run) else "" for run in (own[0], own[-1]))
    return f"{before}{' '.join(own)}{behind}" in f" {' '.join(runs(counted(text)))} "


def _numbered(text: str) -> frozenset[str]:
    """The pieces of a text whose numerals are digits, however they are written."""
    return pieces(counted(text))
