"""A file of items of any type."""

from collections.abc import Iterator
from typing import Annotated, Self, get_args

from pydantic import Field

from ..text import Source, field
from ..waiver import Waiver, waivers
from .case import CaseItem, Question
from .item import ItemSource
from .making import Making

ITEM_TYPES: dict[str, type[ItemSource] | type[CaseItem]] = {
    get_args(model.model_fields["type"].annotation)[0]: model for model in (*get_args(Question), CaseItem)
}
"""The value of `type` → its class."""


class Bank(Source):
    """`quizzes/bank/<name>.yml`: a file of items."""

    items: tuple[Annotated[Question | CaseItem, Field(discriminator="type")], ...] = field(
        "试题。", "Items.", ()
    )
    made: tuple[Making, ...] = field(
        "由术语表或图谱生成的题。", "Items that are made of the glossary or of a taxonomy.", ()
    )

    waive: tuple[Waiver, ...] = waivers()

    def completed(self) -> Self:
        return self.model_copy(update={"items": tuple(item.identified() for item in self.items)})

    def questions(self) -> Iterator[tuple[tuple[str | int, ...], ItemSource, CaseItem | None]]:
        """Every question with its path, and the case that it is part of."""
        for at, item in enumerate(self.items):
            if isinstance(item, CaseItem):
                yield from ((("items", at, "items", n), each, item) for n, each in enumerate(item.items))
            else:
                yield ("items", at), item, None
