"""Items that come without rationales, as most of other programs do."""

from typing import Any

from . import types
from .draft import Data

_ENTRIES = ("options", "steps", "pairs", "others", "blanks")


def rationales(data: Data) -> list[Any]:
    """What is said of everything in an item that wants a rationale; nothing where it is not said."""
    entries = [entry for name in _ENTRIES for entry in data.get(name) or ()]
    entries += [entry for category in data.get("categories", ()) for entry in category.get("examples", ())]
    if data.get("type") == types.TRUE_FALSE:
        entries += [{"rationale": data.get(name)} for name in ("if_true", "if_false")]
    if data.get("type") == types.NUMBER:
        entries.append(data)
    return [entry.get("rationale") for entry in entries]


def is_unexplained(data: Data) -> bool:
    """Whether nothing has a rationale that wants one; where only some have none, these were forgotten."""
    found = rationales(data)
    return bool(found) and not any(found)
