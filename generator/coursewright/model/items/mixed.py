"""An order that looks like none, the same in every build and language."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol, TypeVar


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)

MOST_ROUNDS = 1000
"""For whoever looks for an order of a kind: things that are all alike, which is a fault, have none."""


def mixed(item: str, things: Sequence[T], round: int = 0) -> tuple[T, ...]:
    """Things by a hash of the item's id and theirs; another `round` gives another order."""
    return tuple(sorted(things, key=lambda thing: sha256(f"{item} {round} {thing.id}".encode()).digest()))
