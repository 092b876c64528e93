"""“Did you mean …?”"""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like `word`, or an empty string."""
    choices = sorted(known)
    matches = get_close_matches(word, choices, n=1, cutoff=0.6)
    if matches:
        return matches[0]
    tails = {choice.rsplit("/", 1)[-1]: choice for choice in choices}
    matches = get_close_matches(word.rsplit("/", 1)[-1], list(tails), n=1, cutoff=0.75)
    return tails[matches[0]] if matches else ""
