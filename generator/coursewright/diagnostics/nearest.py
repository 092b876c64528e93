"""“Did you mean …?”

What looks most alike is what difflib says. It compares slowly, so that only the
few are compared which share most letters with the word.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from heapq import nlargest

ALIKE = 0.61
"""Of two words more than three letters in five agree; at difflib's own cutoff “use” would be “purpose”."""

TAILS_ALIKE = 0.75

MOST_COMPARED = 32
"""Words with the same letters in another order are rarely more, and each takes a quarter of a millisecond."""


@dataclass(frozen=True)
class Near:
    """What an author may have meant by one of some words; looked for only when it is shown.

    Two are the same when the words are.
    """

    words: tuple[str, ...]
    known: Collection[str] = field(compare=False, repr=False)

    @cached_property
    def found(self) -> str:
        return next((match for word in self.words if (match := nearest(word, self.known))), "")

    def __str__(self) -> str:
        return self.found


def near(word: str, known: Collection[str]) -> Near:
    return Near((word,), known)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like `word`, or an empty string."""
    choices = sorted(known)
    if match := _closest(word, choices, ALIKE):
        return match
    tails = {choice.rsplit("/", 1)[-1]: choice for choice in choices}
    return tails.get(_closest(word.rsplit("/", 1)[-1], tails, TAILS_ALIKE), "")


def _closest(word: str, choices: Iterable[str], cutoff: float) -> str:
    """As `difflib.get_close_matches` has it: the highest ratio, then the last by its letters."""
    alike = ((most, choice) for choice in choices if (most := _most_alike(word, choice)) >= cutoff)
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    best = (cutoff, "")
    for most, choice in nlargest(MOST_COMPARED, alike):
        if most < best[0]:
            break
        matcher.set_seq1(choice)
        best = max(best, (matcher.ratio(), choice))
    return best[1]


def _most_alike(word: str, other: str) -> float:
    """No less than difflib's ratio of the two: twice the letters they share, by all their letters."""
    (mask, more), (its_mask, its_more) = _letters(word), _letters(other)
    shared = (mask & its_mask).bit_count() + min(more, its_more)
    letters = len(word) + len(other)
    return 2 * shared / letters if letters else 1.0


@lru_cache(maxsize=2**16)
def _letters(word: str) -> tuple[int, int]:
    """A bit for each letter and time it comes, up to eight times, and how many letters have no bit."""
    mask = more = 0
    for letter in word:
        bit = 1 << 8 * (ord(letter) % 64)
        times = 8
        while mask & bit and times:
            bit, times = bit << 1, times - 1
        if times:
            mask |= bit
        else:
            more += 1
    return mask, more
