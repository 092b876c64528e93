"""What was found about a question, a file or a chapter, before its author's waivers are looked at."""

from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Place, Problem
from ..load.source_file import SourceFile
from ..model.walk import Path
from .question import Question
from .rules import CODES

Owner = tuple[str, Path]
"""The file and the path of what may waive a finding."""


@dataclass(frozen=True)
class Finding:
    """One rule that something breaks; what has no owner can not be waived."""

    rule: str
    place: Place
    owner: Owner | None
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def problem(self) -> Problem:
        name = self.rule if self.owner else ""
        return Problem(CODES[self.rule], self.place, {"rule": name, **self.values})


def about(question: Question, rule: str, *path: str | int, **values: Any) -> Finding:
    """A finding about a question, shown at a path within it."""
    return Finding(rule, question.place(*path), (question.file.path, question.path), values)


def about_file(file: SourceFile, rule: str, *path: str | int, **values: Any) -> Finding:
    """A finding about a file as a whole."""
    return Finding(rule, file.place(path, key=bool(path)), (file.path, ()), values)
