"""A file of items of any type."""

from typing import Annotated, Self, get_args

from pydantic import Field

from ..text import Source, field
from .item import ItemSource
from .multiple_choice import MultipleChoice
from .ordering import Ordering
from .single_choice import SingleChoice
from .true_false import TrueFalse

Item = Annotated[SingleChoice | MultipleChoice | TrueFalse | Ordering, Field(discriminator="type")]

ITEM_TYPES: dict[str, type[ItemSource]] = {
    get_args(model.model_fields["type"].annotation)[0]: model for model in get_args(get_args(Item)[0])
}
"""The value of `type` → its class."""


class Bank(Source):
    """`quizzes/bank/<name>.yml`: a file of items."""

    items: tuple[Item, ...] = field("试题。", "Items.", min_length=1)

    def completed(self) -> Self:
        return self.model_copy(update={"items": tuple(item.identified() for item in self.items)})
