"""Flaws of wording, a file a family. Each family takes questions and gives findings."""

from collections.abc import Iterator, Sequence

from ..finding import Finding
from ..lexicon import Lexicon
from ..question import Question
from . import absolutes, answers, balance, cues, duplicates, forms, negatives, numbers, overlaps, pointers


def flaws(asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Finding]:
    """Everything found; without a lexicon only what shows in any language."""
    for question in asked:
        yield from forms.findings(question)
        yield from numbers.findings(question)
        yield from overlaps.findings(question)
        yield from answers.findings(question)
        if lexicon is not None:
            yield from absolutes.findings(question, lexicon)
            yield from pointers.findings(question, lexicon)
            yield from negatives.findings(question, lexicon)
    yield from cues.findings(asked, lexicon)
    yield from duplicates.findings(asked)
    yield from balance.findings(asked)
