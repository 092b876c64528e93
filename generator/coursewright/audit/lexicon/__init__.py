"""Words that give an answer away: a file a language.

A course in a language without one gets only the rules that need none.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ...words import Language

LISTED = ("zh", "en")


@dataclass(frozen=True)
class Lexicon:
    """Each finds one kind of wording in a text without marks.

    `absolute` leaves no exception and `sweeping` is less than that,
    `negative` is a question for what does not hold, `negation` a word that denies,
    `doubled` two of them in one breath, `pointing` an option that speaks of the others.
    """

    absolute: re.Pattern[str]
    sweeping: re.Pattern[str]
    pointing: re.Pattern[str]
    negative: re.Pattern[str]
    negation: re.Pattern[str]
    doubled: re.Pattern[str]
    common: re.Pattern[str]


def lexicon(tag: str | None) -> Lexicon | None:
    """The words of a course's language, or None where there is no list."""
    own = Language(tag).subtags[0] if tag else ""
    return _read(own) if own in LISTED else None


@cache
def _read(language: str) -> Lexicon:
    file = resources.files("coursewright").joinpath("audit", "lexicon", f"{language}.toml")
    lists = tomllib.loads(file.read_text("utf-8"))
    return Lexicon(**{name: re.compile("|".join(patterns), re.I) for name, patterns in lists.items()})
