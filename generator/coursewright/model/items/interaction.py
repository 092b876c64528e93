"""The shapes of what is asked, whatever type of item asks it.

Whoever shows, scores, prints or exchanges an item knows these shapes and never a
type. A response is plain JSON. Nothing is told apart by its position:

    shape    response                            key
    Choice   list of option ids, in any order    frozenset of option ids
    Order    list of step ids, first to last     tuple of step ids

With the types that need them will come Match (each of some things to one of
others), Gaps (texts or numbers to fill in) and Open (a text that a person judges).
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Entry:
    """One thing to choose or to put in its place; both texts are Markdown of blocks.

    `id` is unique within its item. `rationale` tells why it is right or wrong, or why it stands
    where it does.
    """

    id: str
    text: str
    rationale: str


@dataclass(frozen=True)
class Choice:
    """Choose one option, or with `many` all that apply; in the order in which they are shown."""

    options: tuple[Entry, ...]
    many: bool


@dataclass(frozen=True)
class Order:
    """Put steps in order. They stand here as they are shown at first, which is never the right order."""

    steps: tuple[Entry, ...]


Interaction: TypeAlias = Choice | Order
"""mypy names every place that must know a further shape."""
Key: TypeAlias = frozenset[str] | tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What an item asks, and apart from it what would be right.

    With `fixed` the order of the entries says something: no draw may change it.
    """

    interaction: Interaction
    key: Key
    fixed: bool = False
