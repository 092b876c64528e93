"""Absolute words that stand only where the answer is wrong (Haladyna, Downing and Rodriguez, 2002: clues)."""

import re
from collections.abc import Iterator

from ..finding import Finding, about
from ..lexicon import Lexicon
from ..question import Question

SWEEPING = 2
"""Distractors with a sweeping word; a single one may be what the matter is about."""


def findings(question: Question, lexicon: Lexicon) -> Iterator[Finding]:
    both = (lexicon.absolute, lexicon.sweeping)
    if any(pattern.search(option.text) for option in question.keys for pattern in both):
        return
    absolute, sweeping = (_found(question, pattern) for pattern in both)
    found = absolute or (sweeping if len(sweeping) >= SWEEPING else {})
    if found:
        words = ", ".join(sorted(set().union(*found.values())))
        yield about(question, "absolute-words", "options", min(found), "text", words=words)


def _found(question: Question, pattern: re.Pattern[str]) -> dict[int, set[str]]:
    """Position of a distractor → words in it that the stem has not brought up."""
    told = {match[0] for match in pattern.finditer(question.situation)}
    found = {
        option.at: {match[0] for match in pattern.finditer(option.text)} - told
        for option in question.distractors
    }
    return {at: words for at, words in found.items() if words}
