"""An exam's blueprint: what it examines, and how many items of what it is made of."""

from typing import Annotated

from pydantic import Field
from pydantic.types import StrictInt

from .chapter import Level
from .items.types import ItemType
from .references import ChapterId, CompetencyId, ObjectiveRef
from .text import Count, Line, Plain, Source, Text, field

Total = Annotated[StrictInt, Field(ge=1, le=500)]
PassMark = Annotated[StrictInt, Field(ge=1, le=100)]
"""Percent; an exam that nobody can fail is none."""
Minutes = Annotated[StrictInt, Field(ge=1, le=600)]


class Demand(Source):
    """So many items of which all holds that is said: of a chapter, of a level, or of both.

    Demands overlap: an item counts for each that it fits.
    """

    chapter: ChapterId | None = field("哪一章的题。", "Items of this chapter.", None)
    objective: ObjectiveRef | None = field("测哪个目标的题。", "Items that test this objective.", None)
    competency: CompetencyId | None = field("测哪项能力的题。", "Items that test this competency.", None)
    level: Level | None = field("哪个认知层次的题。", "Items of this level.", None)
    type: ItemType | None = field(
        "哪种题型；case 指案例里的小题。", "Items of this type; case means the questions of cases.", None
    )
    items: Count | None = field("正好多少题。", "How many, exactly.", None)
    min: Count | None = field("至少多少题。", "How many at least.", None)
    max: Count | None = field("至多多少题。", "How many at most.", None)

    @property
    def least(self) -> int:
        return next((number for number in (self.items, self.min) if number is not None), 0)

    @property
    def most(self) -> int | None:
        return self.max if self.items is None else self.items

    @property
    def is_of_something(self) -> bool:
        """Whether it says what its items have in common."""
        return any((self.chapter, self.objective, self.competency, self.level, self.type))


class Blueprint(Source):
    """`quizzes/exams/<id>.yml`."""

    title: Plain = field("考试名称。", "Title.")
    summary: Plain = field("一句话说明。", "One sentence about it.")
    order: Count = field("在考试列表里的次序，小的在前。", "Place in lists of exams, small first.", 0)
    purpose: Text | None = field(
        "考什么、给谁考、通过后说明什么。", "What it examines, whom, and what a pass is for.", None
    )
    minutes: Minutes = field("时间（分钟）。", "Time in minutes.")
    cut: PassMark = field("及格线（%）。", "Cut score in percent.")
    reason: Line = field("及格线为什么定在这里。", "Why the cut score is where it is.")
    items: Total = field("一共多少题；案例按小题数。", "How many items in all; a case counts its questions.")
    chapters: tuple[ChapterId, ...] = field(
        "考哪几章；不写就是全部。", "The chapters it examines; all of them if left out.", ()
    )
    demands: tuple[Demand, ...] = field(
        "对题目的要求，一行一条：哪一类题要多少。",
        "What its items have to be, a row each: how many of which.",
        min_length=1,
        max_length=100,
    )
