"""A file in a format that holds less than a bank: what it says otherwise than our own export would.

What was changed in the file is changed in the bank; what the format has no place for stays (a merge of three:
what the bank says, what an export of that says when it is read, and what the file says).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from .draft import Data


def merged(old: Mapping[str, Any], base: Mapping[str, Any], new: Mapping[str, Any]) -> Data:
    """An item or an entry of one: of `old` what `new` says as `base` does, else what `new` says.

    A case's questions are told by their ids, the entries of other lists by their places, as long as there
    are as many of them.
    """
    found = {}
    for key in dict.fromkeys((*old, *new)):
        if new.get(key) == base.get(key):
            kept = old.get(key)
        elif key == "items":
            kept = _questions(old.get(key, ()), base.get(key, ()), new.get(key, ()))
        else:
            kept = _one(old.get(key), base.get(key), new.get(key))
        if kept is not None:
            found[key] = kept
    return found


def _one(old: Any, base: Any, new: Any) -> Any:
    if all(isinstance(each, dict) for each in (old, base, new)):
        return merged(old, base, new)
    if all(isinstance(each, list) for each in (old, base, new)) and len(old) == len(base) == len(new):
        return [
            was if now == out else _one(was, out, now) for was, out, now in zip(old, base, new, strict=True)
        ]
    return new


def _questions(
    old: Sequence[Mapping[str, Any]], base: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]
) -> list[Data]:
    before, out = ({each.get("id"): each for each in part} for part in (old, base))
    return [
        merged(before[id], out[id], each) if (id := each.get("id")) in before and id in out else dict(each)
        for each in new
    ]
