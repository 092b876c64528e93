"""Items that read nearly as another one does, anywhere in the bank.

Two are compared when one is the last before the other that has a piece of four letters or three
words in common; an item that has nearly all of its wording from another shares
some piece with it that nobody in between has. The work grows with the bank, not with its square.
"""

from collections.abc import Iterator, Sequence

from ..finding import Finding, about
from ..question import Question
from ..wording import counted, is_spaceless, likeness, runs

ALIKE = 0.5
"""Share of common shingles from which two items read nearly the same."""
FEWEST = 8
"""Shingles of an item; shorter ones are alike by chance."""
LETTERS, WORDS = 4, 3


def findings(asked: Sequence[Question]) -> Iterator[Finding]:
    found = [_shingles(_whole(question)) for question in asked]
    last: dict[str, int] = {}
    for question, own in zip(asked, found, strict=True):
        near = {last[piece] for piece in own if piece in last} if len(own) >= FEWEST else set()
        alike = [at for at in sorted(near) if likeness(own, found[at]) >= ALIKE]
        if alike:
            yield about(question, "alike-items", "stem", other=asked[alike[-1]].id)
        last.update(dict.fromkeys(own, question.at))


def _whole(question: Question) -> str:
    """What is asked, in what it is asked with: a stem may be the same where the options are not."""
    return "\n".join((question.stem, question.answer, question.mistakes))


def _shingles(text: str) -> frozenset[str]:
    found: set[str] = set()
    words: list[str] = []
    for run in runs(counted(text)):
        if is_spaceless(run):
            found.update(run[at : at + LETTERS] for at in range(len(run) - LETTERS + 1))
        else:
            words.append(run)
    found.update(" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))
    return frozenset(found)
