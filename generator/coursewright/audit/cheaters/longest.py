"""Who takes the option that says most: by its length, or by its pauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...diagnostics import Phrase
from ...words import marked as _
from ..lexicon import Lexicon
from ..question import Choosable, Question
from ..wording import length
from .cheater import Answer, picked

_PAUSE = re.compile(r"[，、；：,;:]")


def _length(option: Choosable) -> float:
    return length(option.text)


@dataclass(frozen=True)
class Longest:
    @property
    def says(self) -> Phrase:
        return Phrase(_("takes the longest option"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        return (picked(question, _length) for question in asked if question.options)


@dataclass(frozen=True)
class LongestWithoutAbsolutes:
    @property
    def says(self) -> Phrase:
        return Phrase(_("takes the longest option without absolute words"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        if lexicon is None:
            return
        patterns = (lexicon.absolute, lexicon.sweeping)

        def worth(option: Choosable) -> float:
            return 0 if any(pattern.search(option.text) for pattern in patterns) else length(option.text)

        yield from (picked(question, worth) for question in asked if question.options)


@dataclass(frozen=True)
class MostPauses:
    """An author tends to qualify what is right, and to enumerate in it."""

    @property
    def says(self) -> Phrase:
        return Phrase(_("takes the option with most pauses"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        return (picked(question, _pauses) for question in asked if question.options)


def _pauses(option: Choosable) -> float:
    return len(_PAUSE.findall(option.text))
