"""Problems in the sources: what is wrong, where, and what would help.

A problem holds no wording. `codes.py` has one rule a code, and `words.py` puts
it into the reader's language when a report is made.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from .codes import RULES, Severity
from .words import Words

MOST_SHOWN = 200
MOST_OF_A_LINE = 120


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line of a source file; line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    source: str = ""


class Term(str):
    """A value that is itself a source string of the catalogs."""


class Bilingual(str):
    """A value that says the same in Chinese and in English, with an empty line between."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong; `values` fill the placeholders of its rule's messages."""

    code: str
    place: Place
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return RULES[self.code].severity

    def message(self, words: Words) -> str:
        return self._filled(RULES[self.code].message, words)

    def hints(self, words: Words) -> list[str]:
        """The rule's hints, without those that have nothing to say here."""
        return [self._filled(hint, words) for hint in RULES[self.code].hints if self._answers(hint)]

    def _filled(self, template: str, words: Words) -> str:
        return words(template).format_map({key: _shown(value, words) for key, value in self.values.items()})

    def _answers(self, template: str) -> bool:
        names = (name for _, name, _, _ in Formatter().parse(template) if name)
        return all(self.values.get(name) not in (None, "") for name in names)


class SourceProblems(Exception):
    """The sources cannot be built; carries every problem found, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(f"{len(self.problems)} problems in the sources")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file and line, each said once."""
    unique = {(problem.code, problem.place, str(problem.values)): problem for problem in problems}
    return sorted(unique.values(), key=lambda problem: (problem.place, problem.code))


def errors_in(problems: Iterable[Problem]) -> int:
    return sum(problem.severity == "error" for problem in problems)


def as_text(problems: list[Problem], words: Words) -> str:
    """A report for a terminal, each problem with its line and a caret."""
    parts = [_text_of(problem, words) for problem in problems[:MOST_SHOWN]]
    if len(problems) > MOST_SHOWN:
        parts.append(words("… and {count} more problems").format(count=len(problems) - MOST_SHOWN) + "\n")
    return "\n".join(parts)


def _text_of(problem: Problem, words: Words) -> str:
    place = problem.place
    margin = " " * len(str(place.line))
    lines = [f"{problem.severity}[{problem.code}]: {problem.message(words)}", f"{margin}--> {place.file}:{place.line}:{place.column}"]
    if place.source.strip():
        before, source, width = _window(place)
        lines += [f"{margin} |", f"{place.line} | {source}", f"{margin} | {' ' * before}{'^' * width}"]
    label = words("hint")
    lines += [f"{margin} = {label}: {hint}" for hint in problem.hints(words)]
    return "\n".join(lines) + "\n"


def _window(place: Place) -> tuple[int, str, int]:
    """The part of the line to show, with the caret's offset and width in terminal cells."""
    start = max(0, place.column - 1 - MOST_OF_A_LINE // 2) if len(place.source) > MOST_OF_A_LINE else 0
    source = "".join(char if char.isprintable() else "·" for char in place.source[start : start + MOST_OF_A_LINE])
    at = min(place.column - 1 - start, len(source))
    return _cells(source[:at]), source, max(1, _cells(source[at : at + place.width]))


def _cells(text: str) -> int:
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def as_json(problems: list[Problem], words: Words) -> str:
    """A list of objects: code, severity, file, line, column, message, hints."""
    return json.dumps([_fields(problem, words) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def _fields(problem: Problem, words: Words) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "message": problem.message(words),
        "hints": problem.hints(words),
    }


def as_github(problems: list[Problem], words: Words) -> str:
    """Workflow commands that a code host shows beside the changed line."""
    return "".join(_workflow_command(problem, words) for problem in problems)


def _workflow_command(problem: Problem, words: Words) -> str:
    place = problem.place
    text = "\n".join([problem.message(words), *problem.hints(words)])
    message = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = place.file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{problem.severity} file={file},line={place.line},col={place.column},title={problem.code}::{message}\n"


REPORTS = {"text": as_text, "json": as_json, "github": as_github}


def _shown(value: Any, words: Words) -> str:
    if isinstance(value, Term):
        value = words(value)
    elif isinstance(value, Bilingual):
        chinese, _, english = value.partition("\n\n")
        value = chinese if words.language == "zh_CN" else english
    text = " ".join(str(value).split())
    return text if len(text) <= 80 else text[:79] + "…"
