"""The shapes of what is asked, whatever type of item asks it.

Whoever shows, scores, prints or exchanges an item knows these shapes and never a
type. A response is plain JSON. Nothing is told apart by its position:

    shape    response                                        key
    Choice   list of option ids, in any order                the ids of the right ones
    Order    list of step ids, first to last                 all ids, first to last
    Match    object: a thing's id -> a target's id           the target of every thing
    Gaps     object: a gap's id -> the text that was typed   what is accepted in every gap
    Written  object: "text", and "met": list of criteria ids that a person found met
                                                             the criteria with their points

mypy names every place that must know a further shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Entry:
    """One thing to choose or to put in its place; both texts are Markdown of blocks.

    `id` is unique within its item. `rationale` tells why it is right or wrong, or why it stands
    where it does; nothing where an imported item has none.
    """

    id: str
    text: str
    rationale: str | None


@dataclass(frozen=True)
class Choice:
    """Choose one option, or with `many` all that apply; in the order in which they are shown."""

    options: tuple[Entry, ...]
    many: bool


@dataclass(frozen=True)
class Order:
    """Put steps in order. They stand here as they are shown at first, which is never the right order."""

    steps: tuple[Entry, ...]


@dataclass(frozen=True)
class Target:
    """What things are put to; `text` is one line of Markdown. One that nothing belongs to says why."""

    id: str
    text: str
    rationale: str | None = None


@dataclass(frozen=True)
class Match:
    """Put each thing to a target, both as they are shown; any number may belong to one target, or none."""

    things: tuple[Entry, ...]
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Gap:
    """A place to fill in. A number has its `unit` printed behind it."""

    id: str
    rationale: str | None
    is_number: bool = False
    unit: str = ""


@dataclass(frozen=True)
class Gaps:
    """Fill in the gaps of the stem, in which BLANKS finds them; or of none, and they come after it.

    With `any_order` an answer is right in whichever of the gaps it stands.
    """

    gaps: tuple[Gap, ...]
    any_order: bool = False


@dataclass(frozen=True)
class Written:
    """Write a text, which a person judges by criteria."""


@dataclass(frozen=True)
class Texts:
    """What is accepted in a gap: any of these, as `scoring/canonical.py` reads them."""

    accepted: tuple[str, ...]


@dataclass(frozen=True)
class Mistake:
    """A wrong number that people come to, and how they come to it (Markdown)."""

    value: str
    rationale: str


@dataclass(frozen=True)
class Number:
    """A decimal number, in the gap's unit, and how far from it is still right."""

    value: str
    tolerance: str = "0"
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """One thing that a written text must have, and what it is worth; `text` is Markdown."""

    id: str
    text: str
    points: int


@dataclass(frozen=True)
class AskedChoice:
    """A choice and its keys. With `fixed` no draw may mix the options; `last` stays behind the others."""

    interaction: Choice
    key: frozenset[str]
    fixed: bool = False
    last: str | None = None


@dataclass(frozen=True)
class AskedOrder:
    """Steps, and their ids in the right order."""

    interaction: Order
    key: tuple[str, ...]


@dataclass(frozen=True)
class AskedMatch:
    """Things and targets, and the target of every thing. With `fixed` no draw may mix the targets."""

    interaction: Match
    key: Mapping[str, str]
    fixed: bool = False


@dataclass(frozen=True)
class AskedGaps:
    """Gaps, and what is accepted in each."""

    interaction: Gaps
    key: Mapping[str, Texts | Number]


@dataclass(frozen=True)
class AskedWritten:
    """A text to write, the criteria for it, and a text that meets them (Markdown)."""

    interaction: Written
    key: tuple[Criterion, ...]
    sample: str


Interaction: TypeAlias = Choice | Order | Match | Gaps | Written
Asked: TypeAlias = AskedChoice | AskedOrder | AskedMatch | AskedGaps | AskedWritten
"""What an item asks, and apart from it what would be right."""
