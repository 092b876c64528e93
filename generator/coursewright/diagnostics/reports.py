"""Problems as a report: for a terminal, for programs, for a code host."""

import json
import unicodedata
from typing import Any

from ..words import Words
from .alike import More, told
from .printable import escaped
from .problem import Place, Problem

MOST_SHOWN = 200
"""Problems that a person is shown, and for which it is looked up what the author may have meant."""

MOST_OF_A_LINE = 120
MOST_LINES = 12
"""Line numbers that are listed of what is said again and again."""


def as_text(problems: list[Problem], words: Words) -> str:
    """A report for a terminal, each problem with its line and a caret.

    What is said again and again is shown a few times and then counted.
    """
    entries = list(told(problems, words))
    parts = [_entry(entry, words) for entry in entries[:MOST_SHOWN]]
    more = sum(len(entry.problems) if isinstance(entry, More) else 1 for entry in entries[MOST_SHOWN:])
    if more:
        parts.append(words.plural("… and {count} more problem", "… and {count} more problems", more) + "\n")
    return "\n".join(parts)


def _entry(entry: Problem | More, words: Words) -> str:
    return _counted(entry, words) if isinstance(entry, More) else _text_of(entry, words)


def _counted(more: More, words: Words) -> str:
    """How many more of a kind a file has, and on which lines."""
    first, lines = more.problems[0], more.lines
    if not first.place.file:
        said = words.plural(
            "{severity}[{code}]: {count} more like this",
            "{severity}[{code}]: {count} more like this",
            len(more.problems),
            severity=first.severity,
            code=first.code,
        )
        return f"{said}\n"
    said = words.plural(
        "{severity}[{code}]: {count} more like this in {file}, on line {lines}",
        "{severity}[{code}]: {count} more like this in {file}, on lines {lines}",
        len(more.problems),
        severity=first.severity,
        code=first.code,
        file=first.place.file,
        lines=", ".join(map(str, lines[:MOST_LINES])) + (" …" if len(lines) > MOST_LINES else ""),
    )
    return said + "\n"


def _text_of(problem: Problem, words: Words) -> str:
    place = problem.place
    margin = " " * len(str(place.line))
    lines = [
        f"{problem.severity}[{problem.code}]: {problem.message(words)}",
        *([f"{margin}--> {escaped(place.file)}:{place.line}:{place.column}"] if place.file else []),
    ]
    if place.source.strip():
        before, source, width = _window(place)
        lines += [f"{margin} |", f"{place.line} | {source}", f"{margin} | {' ' * before}{'^' * width}"]
    label = words("hint")
    lines += [f"{margin} = {label}: {hint}" for hint in problem.hints(words)]
    return "\n".join(lines) + "\n"


def _window(place: Place) -> tuple[int, str, int]:
    """The part of the line to show, with the caret's offset and width in terminal cells."""
    start = max(0, place.column - 1 - MOST_OF_A_LINE // 2) if len(place.source) > MOST_OF_A_LINE else 0
    source = "".join(
        char if char.isprintable() else "·" for char in place.source[start : start + MOST_OF_A_LINE]
    )
    at = min(place.column - 1 - start, len(source))
    return _cells(source[:at]), source, max(1, _cells(source[at : at + place.width]))


def _cells(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def as_json(problems: list[Problem], words: Words) -> str:
    """A list of objects: code, severity, file, line, column, message, hints.

    Every problem is in it, but “did you mean” only with the first `MOST_SHOWN`.
    """
    listed = [_fields(problem, words, at < MOST_SHOWN) for at, problem in enumerate(problems)]
    return escaped(json.dumps(listed, ensure_ascii=False, indent=2)) + "\n"


def _fields(problem: Problem, words: Words, proposing: bool) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "message": problem.message(words),
        "hints": problem.hints(words, proposing=proposing),
    }


def as_github(problems: list[Problem], words: Words) -> str:
    """Workflow commands that a code host shows beside the changed line; “did you mean” as in `as_json`."""
    return "".join(_workflow_command(problem, words, at < MOST_SHOWN) for at, problem in enumerate(problems))


def _workflow_command(problem: Problem, words: Words, proposing: bool) -> str:
    place = problem.place
    text = "\n".join([problem.message(words), *problem.hints(words, proposing=proposing)])
    message = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = (
        escaped(place.file)
        .replace("%", "%25")
        .replace(",", "%2C")
        .replace(":", "%3A")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
    )
    spot = f"file={file},line={place.line},col={place.column}," if file else ""
    where = f"{spot}title={problem.code}"
    return f"::{problem.severity} {where}::{message}\n"


REPORTS = {"text": as_text, "json": as_json, "github": as_github}
