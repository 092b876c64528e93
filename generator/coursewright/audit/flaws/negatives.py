"""Negatives that are read over: questions for what does not hold, and two negations in one breath."""

import re
from collections.abc import Iterator

from ..finding import Finding, about
from ..lexicon import Lexicon
from ..question import Question
from ..wording import plain

_SENTENCE = re.compile(r"[^。.！!？?\n]+[。.！!？?]*")
_EMPHASISED = re.compile(r"\*[^*]+\*|_[^_]+_")
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")


def findings(question: Question, lexicon: Lexicon) -> Iterator[Finding]:
    asking = _asking(question)
    negative = lexicon.negative.search(plain(asking))
    denied = lexicon.negation.search(negative[0]) if negative else None
    if negative and not _EMPHASISED.search(asking):
        words = denied[0] if denied else negative[0]
        yield about(question, "negative-stem", "stem", words=words)
    yield from _doubled(question, lexicon, is_negative=negative is not None)


def _asking(question: Question) -> str:
    """The last sentence of the stem, marks and all; of a statement nothing is asked."""
    sentences = _SENTENCE.findall(_QUOTED.sub("", question.item.stem))
    asks = question.options and sentences
    return str(sentences[-1]) if asks else ""


def _doubled(question: Question, lexicon: Lexicon, *, is_negative: bool) -> Iterator[Finding]:
    if match := lexicon.doubled.search(question.stem):
        yield about(question, "double-negative", "stem", words=match[0])
        return
    for option in question.options if is_negative else ():
        if match := lexicon.negation.match(option.text):
            yield about(question, "double-negative", "options", option.at, "text", words=match[0])
            return
