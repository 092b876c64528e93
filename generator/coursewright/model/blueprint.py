"""An exam's blueprint: what it examines, and how many items of what it is made of."""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.types import StrictInt

from .chapter import Level
from .items.types import ItemType
from .references import ChapterId, CompetencyId, ItemId, ObjectiveRef
from .text import Count, Flag, Line, Plain, Source, Text, field

Total = Annotated[StrictInt, Field(ge=1, le=500)]
PassMark = Annotated[StrictInt, Field(ge=1, le=100)]
"""Percent; an exam that nobody can fail is none."""
Minutes = Annotated[StrictInt, Field(ge=1, le=600)]
Points = Annotated[StrictInt, Field(ge=1, le=100)]
Forms = Annotated[StrictInt, Field(ge=1, le=20)]
Sessions = Annotated[StrictInt, Field(ge=1, le=100)]


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
    min_points: Count | None = field(
        "在正式试卷里至少占多少分。", "Points they have at least, in a form of the exam.", None
    )
    max_points: Count | None = field(
        "在正式试卷里至多占多少分。", "Points they have at most, in a form of the exam.", None
    )

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


class Minimum(Source):
    """How many items there must be for every objective; a case is one for each that its questions test."""

    practice: Count = field(
        "每条目标至少多少道练习题。", "Items for practice, at least, for each objective.", 0
    )
    reserved: Count = field(
        "每条目标至少多少道留作考试的题。", "Items reserved for exams, at least, for each objective.", 0
    )


class Recent(Source):
    """What a form may share with the forms of earlier sessions."""

    sessions: Sessions = field("往回看几次考试。", "How many sessions to look back.")
    overlap: Count = field(
        "与其中任何一份试卷至多相同多少题。", "Items shared with any of their forms, at most.", 0
    )


class FormRules(Source):
    """How parallel forms are made of the items that are reserved for exams.

    Items are named by their ids; a case by its own, never one of its questions.
    """

    count: Forms = field("要几份平行卷（A 卷、B 卷……）。", "How many parallel forms.", 1)
    overlap: Count = field(
        "任意两份卷至多相同多少题，锚题不算。",
        "Items that any two forms may share at most, anchors apart.",
        0,
    )
    recent: Recent | None = field(
        "与最近几次考试的试卷至多相同多少题。", "What they may share with recent sessions.", None
    )
    exposure: Sessions | None = field(
        "一道题至多用在几次考试里，锚题不算；不写就不限。",
        "In how many sessions an item may be used at most, anchors apart; no limit if left out.",
        None,
    )
    anchors: tuple[ItemId, ...] = field(
        "锚题：每份卷都有，用来比较不同的卷和不同的考试。",
        "Anchors: items common to all forms, by which forms and sessions are equated.",
        (),
    )
    pinned: tuple[ItemId, ...] = field(
        "必须用上的题：至少在一份卷里。", "Items that one of the forms must have.", ()
    )
    banned: tuple[ItemId, ...] = field("不许用的题。", "Items that no form may have.", ())
    enemies: tuple[Annotated[tuple[ItemId, ...], Field(min_length=2)], ...] = field(
        "互斥题：每组里的题，一份卷至多有一道。", "Groups of items of which a form has one at most.", ()
    )
    order: Literal["types", "chapters", "mixed"] = field(
        "题目在卷上的次序：types 按题型分大题，chapters 按章，mixed 打乱。案例的小题总在一起，次序不变。",
        "Order of the items: by type, by chapter, or mixed. A case's questions stay together and in order.",
        "types",
    )
    shuffle: Flag = field(
        "每份卷的选项是否各自打乱；写了 shuffle: false 的题和钉在末位的选项不动。",
        "Whether every form has its own order of options; fixed ones and one pinned last stay.",
        True,
    )


class Blueprint(Source):
    """`quizzes/exams/<id>.yml`."""

    title: Plain = field("考试名称。", "Title.")
    summary: Plain = field("一句话说明。", "One sentence about it.")
    order: Count = field("在考试列表里的次序，小的在前。", "Place in lists of exams, small first.", 0)
    purpose: Text | None = field(
        "考什么、给谁考、通过后说明什么。", "What it examines, whom, and what a pass is for.", None
    )
    minutes: Minutes = field("时间（分钟）。", "Time in minutes.")
    cut: PassMark = field("达标线（%）。", "Cut score in percent.")
    reason: Line = field("达标线为什么定在这里。", "Why the cut score is where it is.")
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
    minimum: Minimum | None = field(
        "所考各章的每条目标至少要有多少题，不够就报错；不写就不查。",
        "How many items every objective of its chapters must have, or check fails; no check if left out.",
        None,
    )
    points: Annotated[StrictInt, Field(ge=1, le=10_000)] | None = field(
        "正式试卷的总分；不写就由题目定，各份卷总是一样。",
        "Points of a whole form; what its items have if left out, and the same in all forms.",
        None,
    )
    worth: dict[ItemType, Points] = field(
        "各题型每题几分；没写的一题一分。案例按其小题的题型。",
        "Points of an item, by type; one where nothing is said. A case's questions count by their own types.",
        {},
    )
    forms: FormRules | None = field(
        "正式考试怎样组卷；不写就只有模拟考试。",
        "How the forms of the real exam are made; without it there is a mock exam only.",
        None,
    )
