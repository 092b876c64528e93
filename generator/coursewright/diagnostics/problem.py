"""Problems in the sources: what is wrong, where, and what would help.

A problem holds no wording. `codes` has one rule a code, and `words` puts it into
the reader's language when a report is made.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from string import Formatter
from typing import Any

from ..words import Words
from .codes import RULES, Severity
from .nearest import Near
from .printable import escaped


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line of a source file; line and column count from 1, columns in characters. `file` is
    empty where it stands in none."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    source: str = ""


class SourceString(str):
    """A value that is itself a source string of the catalogs."""


@dataclass(frozen=True)
class Phrase:
    """A value that is a source string of the catalogs with values of its own."""

    template: str
    values: tuple[tuple[str, Any], ...] = ()

    def said(self, words: Words) -> str:
        return words(self.template).format_map({name: _shown(value, words) for name, value in self.values})


class Bilingual(str):
    """A value that says the same in Chinese and in English, with an empty line between."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong; `values` fill the placeholders of its rule's messages.

    `note` is said behind the rule's hints: where else it stands, in the words of whoever wrote it there.
    `remedies` are hints to give instead of the rule's, whose words that person does not know.
    """

    code: str
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    remedies: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        return RULES[self.code].severity

    def message(self, words: Words) -> str:
        return self._filled(RULES[self.code].message, words)

    def hints(self, words: Words, *, proposing: bool = True) -> list[str]:
        """The rule's hints, without those that have nothing to say here.

        Unless `proposing`, what the author may have meant is not looked for.
        """
        hints = (hint for hint in self.remedies or RULES[self.code].hints if self._answers(hint, proposing))
        return [*(self._filled(hint, words) for hint in hints), *([self.note] if self.note else [])]

    def _filled(self, template: str, words: Words) -> str:
        own = words(template)
        return own.format_map({name: _shown(self.values[name], words) for name in _placeholders(own)})

    def _answers(self, template: str, proposing: bool) -> bool:
        values = [self.values.get(name) for name in _placeholders(template)]
        if not proposing and any(isinstance(value, Near) for value in values):
            return False
        return all(value is not None and str(value) for value in values)


@cache
def _placeholders(template: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file and line, each said once."""
    unique = {(problem.code, problem.place, str(problem.values)): problem for problem in problems}
    return sorted(unique.values(), key=lambda problem: (problem.place, problem.code))


def errors_in(problems: Iterable[Problem]) -> int:
    return sum(problem.severity == "error" for problem in problems)


def _shown(value: Any, words: Words) -> str:
    """A value in the reader's words; what an author wrote is cut, what we say ourselves is not."""
    if isinstance(value, SourceString):
        return words(value)
    if isinstance(value, Phrase):
        return value.said(words)
    if isinstance(value, Bilingual):
        chinese, _, english = value.partition("\n\n")
        return " ".join((chinese if words.language == "zh_CN" else english).split())
    text = escaped(" ".join(str(value).split()))
    return text if len(text) <= 80 else text[:79] + "…"
