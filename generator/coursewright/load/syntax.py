"""Where YAML cannot be read: what was probably done there, said at the line to blame."""

import re
from typing import TYPE_CHECKING, Any

import yaml

from ..diagnostics import Place, Problem, SourceString
from ..model.characters import named
from .merges import leftover
from .parser_words import in_our_words
from .quoting import begun_with_sign, is_closed, left_open, opened
from .slip import Slip
from .slips import out_of_place, slip_near

if TYPE_CHECKING:
    from .source_file import SourceFile

_UNCLOSED = re.compile("quoted scalar|flow")
_MISALIGNED = re.compile("did not find expected (?:key|'-' indicator|<document start>)")
_SIGN = re.compile(
    "cannot start any token|alphabetic or numeric|tag|URI|did not find expected (?:whitespace|node content)"
)
_QUOTED = "quoted scalar"
_ESCAPE = re.compile("escape (?:character|code)|hexdecimal")
_KEYLESS = "simple key"
"""What a parser was reading when it missed a colon: it began on the line to blame."""
_BEFORE = 6
"""Lines before the one at which a parser stops that may be to blame."""


def syntax_problem(file: "SourceFile", error: yaml.MarkedYAMLError) -> Problem:
    """What to say where the parser stopped: the slip that is probably behind it, else its reason."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    place = file.at(mark.line, mark.column) if mark else Place(file.path)
    if mark and (slip := _slip(file, error, mark)):
        return slipped(file, slip)
    problem, remedy = map(SourceString, in_our_words(error.problem or error.context or ""))
    values = {"problem": problem, "remedy": remedy}
    if _ESCAPE.search(error.problem or ""):
        backslash = place.source.rfind("\\", 0, place.column)
        return Problem("CW0101", file.at(place.line - 1, backslash, place.column - backslash), values)
    if context and error.context and _UNCLOSED.search(error.context):
        return Problem("CW0101", file.at(context.line, context.column), values)
    if place.source[: place.column].strip() == "" and "\t" in place.source[: place.column + 1]:
        return Problem("CW0104", place)
    if context and error.context and _KEYLESS in error.context:
        return Problem("CW0101", file.at(context.line, context.column), values)
    return Problem("CW0101", place, values)


def _slip(file: "SourceFile", error: yaml.MarkedYAMLError, mark: Any) -> Slip | None:
    """What was probably done, from what is certain to what is likely."""
    said, doing, context = error.problem or "", error.context or "", error.context_mark
    return (
        leftover(file.lines, mark.line)
        or left_open(file.text, file.lines)
        or (begun_with_sign(file.lines, mark.line, mark.column) if _SIGN.search(said) else None)
        or slip_near(file.lines, _suspects(mark.line, context, doing))
        or (opened(file.lines, context.line, context.column) if context and _is_open(file, error) else None)
        or (out_of_place(file.lines, mark.line) if _MISALIGNED.search(said) else None)
    )


def _is_open(file: "SourceFile", error: yaml.MarkedYAMLError) -> bool:
    """Whether the text that the parser was reading is not closed, even if it stopped at a backslash in it."""
    stopped = _ESCAPE.search(error.problem or "")
    return _QUOTED in (error.context or "") and not (stopped and is_closed(file.lines, error.context_mark))


def _suspects(line: int, context: Any, doing: str) -> list[int]:
    """Lines that may be to blame, the likeliest first."""
    first = [context.line] if context and (_KEYLESS in doing or _UNCLOSED.search(doing)) else []
    return [*first, *range(line, line - _BEFORE, -1)]


def slipped(file: "SourceFile", slip: Slip) -> Problem:
    """A slip as a problem of its file."""
    return Problem(slip.code, file.at(slip.line, slip.column, slip.width), slip.values)


def is_misled(problem: Problem, by: Problem) -> bool:
    """Whether a line is out of place only beside one whose indent, or whose hyphen, is none to YAML."""
    if by.code not in ("CW0122", "CW0132", "CW0134"):
        return False
    if problem.code == "CW0101":
        return problem.place.column == by.place.column
    return problem.code in ("CW0127", "CW0129") and problem.values["line"] == by.place.line


def character_problem(file: "SourceFile") -> Problem:
    """The first character that YAML does not take."""
    return problem_at(file, next((at for at, char in enumerate(file.text) if not _printable(char)), 0))


def problem_at(file: "SourceFile", index: int) -> Problem:
    """A character that may not be in a source, by its index in the text."""
    before = file.text[:index]
    line = before.count("\n")
    column = index - (before.rfind("\n") + 1)
    char = file.text[index : index + 1]
    return Problem("CW0115", file.at(line, column), {"character": named(char) if char else "?"})


def _printable(char: str) -> bool:
    """YAML 1.1's printable characters (section 5.1)."""
    return (
        char in "\t\n\r\x85"
        or " " <= char <= "~"
        or "\xa0" <= char <= "\ud7ff"
        or "\ue000" <= char <= "\ufffd"
        or char >= "\U00010000"
    )
