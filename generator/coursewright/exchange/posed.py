"""A question as it goes out to other programs, what a file of them is about, and what could not travel."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, assert_never

from ..model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Order,
)
from ..model.items.item import ItemSource
from ..model.medium import Medium
from .form_mark import TAG
from .names import Names


@dataclass(frozen=True)
class Material:
    """What is to be read before the questions of a case; `text` is Markdown."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Posed:
    """`item` is as its author wrote it, and `asked` what it asks. `worth` is in points.

    `place` has the titles of chapter and section, with a slash between. Of a `form`, `spring/A`, its entries
    stand in the order of that, which nobody is to mix; with `is_made` no author wrote it.
    """

    item: ItemSource
    asked: Asked
    place: str = ""
    material: Material | None = None
    worth: int = 1
    form: str = ""
    is_made: bool = False

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def tags(self) -> list[str]:
        """What completes the item when it comes back; an id has none of the signs that a format minds."""
        case = [f"case:{self.material.id}"] if self.material else []
        type = [f"type:{self.type}"] if isinstance(self.asked, AskedMatch) else []
        use = ["use:exam"] if self.is_reserved else []
        form = [f"{TAG}:{self.form}"] if self.form else []
        return [f"objective:{self.item.objective}", f"level:{self.item.level}", *use, *type, *case, *form]

    @property
    def is_laid(self) -> bool:
        return bool(self.form)

    @property
    def is_reserved(self) -> bool:
        return self.item.use == "exam"

    @property
    def type(self) -> str:
        return str(getattr(self.item, "type", ""))


def laid(asked: Asked, entries: Sequence[str], targets: Sequence[str]) -> Asked:
    """What is asked, with its entries and targets in the order of these ids."""
    match asked:
        case AskedChoice(interaction):
            options = _by_id(interaction.options, entries)
            return replace(asked, interaction=replace(interaction, options=options), fixed=True)
        case AskedOrder(interaction):
            return replace(asked, interaction=Order(_by_id(interaction.steps, entries)))
        case AskedMatch(interaction):
            things, found = _by_id(interaction.things, entries), _by_id(interaction.targets, targets)
            whole = replace(interaction, things=things, targets=found)
            return replace(asked, interaction=whole, fixed=True)
        case AskedGaps() | AskedWritten():
            return asked
        case unknown:
            assert_never(unknown)


def _by_id(entries: Sequence[Any], ids: Sequence[str]) -> tuple[Any, ...]:
    return tuple(sorted(entries, key=lambda entry: ids.index(entry.id)))


@dataclass(frozen=True)
class Parcel:
    """Questions that go out together. `id` and `title` are those of the quiz, or of what was chosen.

    Of a form they are its own, and `form` names it: `spring/A`.
    """

    id: str
    title: str
    posed: Sequence[Posed]
    names: Names
    media: Mapping[str, Medium] = field(default_factory=dict)
    form: str = ""


class Left(Exception):
    """An item that the format has no place for; the reason is a source string of the catalogs."""


@dataclass
class Ledger:
    """Ids of items by what the format has no place for: in `left` whole items, in `lost` parts of them."""

    left: dict[str, list[str]] = field(default_factory=dict)
    lost: dict[str, list[str]] = field(default_factory=dict)


Note = Callable[[str], None]
"""Notes one thing that is lost of an item, a source string."""

T = TypeVar("T")


def written(
    posed: Sequence[Posed], write: Callable[[Posed, Note], T], ledger: Ledger
) -> Iterator[tuple[Posed, T]]:
    """Every question that can be written with what is written of it; the ledger has the rest."""
    for each in posed:
        lost: dict[str, None] = {}
        try:
            text = write(each, lambda what, lost=lost: lost.update({what: None}))  # type: ignore[misc]
        except Left as reason:
            ledger.left.setdefault(str(reason), []).append(each.id)
            continue
        for what in lost:
            ledger.lost.setdefault(what, []).append(each.id)
        yield each, text


@dataclass(frozen=True)
class Sent:
    """A file, how many questions are in it, and what is not."""

    content: bytes
    count: int
    ledger: Ledger


def is_truth(asked: AskedChoice) -> bool:
    """Whether it asks if something is true: its two options are the interface's words."""
    return [option.id for option in asked.interaction.options] == ["true", "false"]
