"""JSON of others: bounded, and every name in an object once, for readers differ in which one they take."""

import json
from typing import Any

LARGEST = 2_000_000
"""Bytes."""


def loaded(content: bytes) -> dict[str, Any]:
    """The object. Raises ValueError for anything else."""
    if len(content) > LARGEST:
        raise ValueError("too large")
    try:
        found = json.loads(content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)
