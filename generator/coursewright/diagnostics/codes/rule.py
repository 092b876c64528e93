"""What one code says: how grave it is, its message, its hints."""

from dataclasses import dataclass
from typing import Literal

from ...words import marked as _

Severity = Literal["error", "warning"]

NEAR = _("did you mean “{near}”?")


@dataclass(frozen=True)
class Rule:
    """`message` and `hints` are templates; a hint whose placeholders are empty is left out."""

    severity: Severity
    message: str
    hints: tuple[str, ...] = ()


def error(message: str, *hints: str) -> Rule:
    return Rule("error", message, hints)


def warning(message: str, *hints: str) -> Rule:
    return Rule("warning", message, hints)
