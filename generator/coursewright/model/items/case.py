"""Case: something to read or look at, and questions about it that stay together and in order."""

from collections.abc import Collection, Iterator
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field

from ..text import Plain, Text, field
from .categorise import Categorise
from .fault import Fault, Path
from .fill_in import FillIn
from .item import Banked
from .matching import Matching
from .multiple_choice import MultipleChoice
from .numeric import Numeric
from .ordering import Ordering
from .short_answer import ShortAnswer
from .single_choice import SingleChoice
from .true_false import TrueFalse

Question: TypeAlias = (
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | FillIn
    | Numeric
    | Matching
    | Ordering
    | Categorise
    | ShortAnswer
)
"""An item that is asked by itself."""


class CaseItem(Banked):
    """案例题 / case. `use` holds for all its questions, which do not say it themselves."""

    type: Literal["case"] = field("题型。", "Item type.")
    title: Plain | None = field("材料的标题。", "Title of what is to be read.", None)
    stimulus: Text = field(
        "材料：情景、数据、对话，可以有表格和图。", "What is to be read before the questions."
    )
    items: tuple[Annotated[Question, Field(discriminator="type")], ...] = field(
        "小题，按作答的次序。",
        "The questions, in the order in which they are asked.",
        min_length=2,
        max_length=10,
    )

    def identified(self) -> Self:
        """The case with its questions identified, and used as it is."""
        asked = (item.model_copy(update={"use": self.use}) for item in self.items)
        return self.model_copy(update={"items": tuple(item.identified() for item in asked)})

    def remaining(self, wrong: Collection[Path]) -> Iterator[Fault]:
        """The faults of a case of which something else is wrong, at these paths, and left out."""
        for at, item in enumerate(self.items or ()):
            if item and "use" in item.model_fields_set:
                yield Fault("CW0419", ("items", at, "use"), key=True)
            its = [path[2:] for path in wrong if path[:2] == ("items", at)]
            for fault in item.remaining(its) if item else ():
                yield Fault(fault.code, ("items", at, *fault.path), fault.values, fault.key)

    def faults(self) -> Iterator[Fault]:
        return self.remaining(())
