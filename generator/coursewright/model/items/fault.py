"""What is wrong with an item and no schema can say."""

from dataclasses import dataclass, field
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """A diagnostic code, the path of what it is about within the item, and the values of its message.

    With `key` the fault is shown at the name of the value, not at the value.
    """

    code: str
    path: Path
    values: dict[str, object] = field(default_factory=dict)
    key: bool = False
