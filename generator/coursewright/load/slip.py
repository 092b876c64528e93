"""A slip of the hand in a source file."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Slip:
    """A diagnostic code, where its slip is (line and column from 0), and the values of its message."""

    code: str
    line: int
    column: int
    width: int
    values: dict[str, Any] = field(default_factory=dict)
