"""Where the parts of a file stand."""

from dataclasses import dataclass


@dataclass(slots=True)
class Mark:
    """Where a value stands (counted from 0), where its parts stand, and where a comment follows it."""

    line: int
    column: int
    width: int
    parts: "dict[str, Mark] | list[Mark] | None" = None
    keys: "dict[str, Mark] | None" = None
    comment: "Mark | None" = None


def below(mark: Mark | None, step: str | int) -> Mark | None:
    """The mark of a part, by its key or its position."""
    parts = mark.parts if mark else None
    if isinstance(parts, dict):
        return parts.get(str(step))
    if isinstance(parts, list) and isinstance(step, int) and 0 <= step < len(parts):
        return parts[step]
    return None
