"""What of an item no column holds, as the difference between two data (after RFC 7396, JSON Merge Patch).

An object over a list speaks of its entries by number, from 1; null takes something away.
"""

import json
from hashlib import sha256
from typing import Any

WAS = "was"
"""In further settings: of what they replace, the digest of what the columns said when they were written."""


def difference(before: Any, after: Any) -> Any:
    """What makes `after` of `before`; an empty dict where they are equal."""
    if isinstance(before, dict) and isinstance(after, dict):
        changed = {key: None for key in before if key not in after}
        for key, value in after.items():
            if key not in before:
                changed[key] = value
            elif before[key] != value:
                changed[key] = difference(before[key], value)
        return changed
    if _are_alike(before, after):
        pairs = enumerate(zip(before, after, strict=True), 1)
        return {str(at): difference(old, new) for at, (old, new) in pairs if old != new}
    return after


def _are_alike(before: Any, after: Any) -> bool:
    return isinstance(before, list) and isinstance(after, list) and len(before) == len(after) and bool(after)


def replaced(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The keys of which a difference takes away or replaces something, and does not only add to it."""
    return [key for key in before if key in after and _replaces(before[key], after[key])]


def _replaces(before: Any, after: Any) -> bool:
    if isinstance(before, dict) and isinstance(after, dict):
        return any(key not in after or _replaces(before[key], after[key]) for key in before)
    if _are_alike(before, after):
        return any(map(_replaces, before, after))
    return bool(before != after)


def patched(data: Any, patch: Any) -> Any:
    """The data with a difference applied. Raises ValueError for one that does not fit."""
    if not isinstance(patch, dict):
        return patch
    if isinstance(data, list):
        return _patched_list(data, patch)
    result = dict(data) if isinstance(data, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), value)
    return result


def _patched_list(data: list[Any], patch: dict[str, Any]) -> list[Any]:
    result = list(data)
    for key, value in patch.items():
        if not key.isdecimal() or not 1 <= int(key) <= len(result):
            raise ValueError(key)
        result[int(key) - 1] = patched(result[int(key) - 1], value)
    return result


def digest(before: Any, after: Any) -> str:
    """Eight hex digits of what columns say and a difference replaces: their rationales only if it does so."""
    with_them, without = digests(before)
    return without if _rationales(before) == _rationales(after) else with_them


def digests(value: Any) -> tuple[str, str]:
    """Eight hex digits of a value, and of what is left of it without the rationales of its entries."""
    return _hashed(value), _hashed(_bare(value))


def _hashed(value: Any) -> str:
    return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]


def _rationales(value: Any) -> list[Any]:
    entries = value if isinstance(value, list) else ()
    return [each.get("rationale") for each in entries if isinstance(each, dict)]


def _bare(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [
        {key: one for key, one in each.items() if key != "rationale"} if isinstance(each, dict) else each
        for each in value
    ]
