"""Short answer: a text of one's own, judged by what it has to say."""

from collections.abc import Callable, Iterator
from typing import Annotated, Literal, Self

from pydantic import Field
from pydantic.types import StrictInt

from ..text import Id, Source, Text, field
from .entry import made_ids
from .fault import Fault
from .interaction import AskedWritten, Criterion, Written
from .item import ItemSource

Points = Annotated[StrictInt, Field(ge=1, le=20)]


class CriterionSource(Source):
    """One thing that the text has to say."""

    id: Id | None = field("代号；不写就由文字算出。", "Id; made from the text if left out.", None)
    text: Text = field("要点：答到了什么算得分。", "What must be said to earn it.")
    points: Points = field("分值。", "What it is worth.", 1)


class ShortAnswer(ItemSource):
    """简答题 / short answer."""

    type: Literal["short-answer"] = field("题型。", "Item type.")
    rubric: tuple[CriterionSource, ...] = field(
        "评分要点；练习时学员自己对照，考试时由人评。",
        "Criteria; in practice learners go by them themselves, in exams a person does.",
        min_length=1,
        max_length=12,
    )
    sample: Text = field("参考答案，写到全部要点。", "A text that meets all the criteria.")

    def with_ids(self) -> Self:
        ids = made_ids([each.id for each in self.rubric], [each.text for each in self.rubric])
        rubric = tuple(each.model_copy(update={"id": id}) for each, id in zip(self.rubric, ids, strict=True))
        return self.model_copy(update={"rubric": rubric})

    def faults(self) -> Iterator[Fault]:
        texts = [" ".join(each.text.split()) for each in self.rubric]
        for at, text in enumerate(texts):
            if text in texts[:at]:
                yield Fault("CW0405", ("rubric", at, "text"))

    def asked(self, words: Callable[[str], str]) -> AskedWritten:
        rubric = tuple(Criterion(each.id or "", each.text, each.points) for each in self.rubric)
        return AskedWritten(Written(), rubric, self.sample)
