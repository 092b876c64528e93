"""Who has learnt how keys are worded: naive Bayes over character n-grams, taught by all OTHER files.

A feature is any stretch of one to LONGEST characters of a text, there or not there. Its weight is the
logarithm of how much more often a right text has it than a wrong one, each count raised by one (Laplace):

    weight = log((right + 1) / (rights + 2)) - log((wrong + 1) / (wrongs + 2))

and a text is worth the sum of the weights of what it has (Robertson and Spärck Jones, 1976). Options are
learnt from options and statements from statements.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log

from ...diagnostics import Phrase
from ...words import marked as _
from ..lexicon import Lexicon
from ..question import Question
from ..wording import runs
from .cheater import Answer, picked

LONGEST = 2
FEWEST = 10
"""Right texts, and wrong ones, from which something can be learnt; of fewer, one item's words are a rule."""


@dataclass
class _Counts:
    """How many right and wrong texts have a feature, and how many texts there are of each."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    rights: int = 0
    wrongs: int = 0

    def learn(self, features: frozenset[str], is_right: bool) -> None:
        (self.right if is_right else self.wrong).update(features)
        self.rights += is_right
        self.wrongs += not is_right


class _Taught(dict[str, float]):
    """Feature → weight, by what all files but one teach: the counts of all less those of that one."""

    def __init__(self, whole: _Counts, own: _Counts) -> None:
        super().__init__()
        self._whole, self._own = whole, own
        self._rights, self._wrongs = whole.rights - own.rights + 2, whole.wrongs - own.wrongs + 2

    def __missing__(self, feature: str) -> float:
        right = self._whole.right[feature] - self._own.right[feature] + 1
        wrong = self._whole.wrong[feature] - self._own.wrong[feature] + 1
        self[feature] = weight = log(right / self._rights) - log(wrong / self._wrongs)
        return weight

    @property
    def knows_enough(self) -> bool:
        return min(self._rights, self._wrongs) - 2 >= FEWEST

    def worth(self, text: str) -> float:
        return sum(map(self.__getitem__, _features(text)))


@dataclass(frozen=True)
class Tone:
    @property
    def says(self) -> Phrase:
        return Phrase(_("has learnt from the other files how keys are worded"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        yield from self._options([question for question in asked if question.options])
        yield from self._statements([question for question in asked if question.is_judgement])

    def _options(self, asked: list[Question]) -> Iterator[Answer]:
        taught = _taught(
            (question.bank, option.text, option.is_key) for question in asked for option in question.options
        )
        for question in asked:
            mind = taught[question.bank]
            if mind.knows_enough:
                yield picked(question, lambda option: mind.worth(option.text))  # noqa: B023

    def _statements(self, asked: list[Question]) -> Iterator[Answer]:
        taught = _taught((question.bank, question.stem, question.holds) for question in asked)
        for question in asked:
            mind = taught[question.bank]
            if mind.knows_enough:
                yield question, [["true" if mind.worth(question.stem) > 0 else "false"]]


def _taught(texts: "Iterator[tuple[str, str, bool]]") -> dict[str, _Taught]:
    """File → what the others teach."""
    whole = _Counts()
    of: defaultdict[str, _Counts] = defaultdict(_Counts)
    for bank, text, is_right in texts:
        for counts in (whole, of[bank]):
            counts.learn(_features(text), is_right)
    return {bank: _Taught(whole, own) for bank, own in of.items()}


@cache
def _features(text: str) -> frozenset[str]:
    joined = "\n".join(runs(text))
    sizes = range(1, LONGEST + 1)
    return frozenset(joined[at : at + size] for size in sizes for at in range(len(joined) - size + 1))
