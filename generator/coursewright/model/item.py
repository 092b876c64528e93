"""Items: what people are asked. One class a type; `type` tells them apart."""

from typing import Annotated, Literal

from pydantic import Field

from .chapter import Level
from .text import Flag, Id, Line, NodeRef, ObjectiveRef, Source, Text, field


class Option(Source):
    """One answer to choose."""

    text: Line = field("选项文字。", "The option.")
    key: Flag = field("true 为正确选项。", "True if this is a key.", False)
    rationale: Line = field("为什么对或为什么错，一句话。", "Why it is right or wrong, in a sentence.")


class ItemSource(Source):
    """What every item has."""

    id: Id = field(
        "固定代号；学习记录按它保存，发布后不要更改。", "Stable id; learners' records are kept under it."
    )
    objective: ObjectiveRef = field("所测目标：章/节/目标。", "Objective tested: chapter/section/objective.")
    level: Level = field(
        "认知层次：recall 记住，understand 理解，apply 运用，analyse 分析。",
        "Cognitive level: recall, understand, apply or analyse.",
    )
    stem: Text = field("题干。", "The stem.")
    explanation: Text = field("解析：原理是什么。", "Explanation: the principle.")
    nodes: tuple[NodeRef, ...] = field(
        "所测图谱节点：图谱/节点。", "Taxonomy nodes tested: taxonomy/node.", ()
    )
    competencies: tuple[Id, ...] = field("所测能力。", "Competencies tested.", ())
    use: Literal["practice", "exam"] = field(
        "practice 练习；exam 只用于考试，绝不出现在公开网站。",
        "practice, or exam: reserved, never on the public site.",
        "practice",
    )


class SingleChoice(ItemSource):
    """单选题 / single choice."""

    type: Literal["single-choice"] = field("题型。", "Item type.")
    options: tuple[Option, ...] = field(
        "选项，恰有一个 key。", "Options, exactly one of them a key.", min_length=2, max_length=8
    )


class MultipleChoice(ItemSource):
    """多选题 / multiple choice."""

    type: Literal["multiple-choice"] = field("题型。", "Item type.")
    options: tuple[Option, ...] = field(
        "选项，至少两个 key。", "Options, at least two of them keys.", min_length=3, max_length=8
    )


class TrueFalse(ItemSource):
    """判断题 / true or false."""

    type: Literal["true-false"] = field("题型。", "Item type.")
    answer: Flag = field("题干是否正确。", "Whether the stem is true.")
    if_true: Line = field("选“正确”时的说明。", "Rationale for the answer “true”.")
    if_false: Line = field("选“错误”时的说明。", "Rationale for the answer “false”.")


Item = Annotated[SingleChoice | MultipleChoice | TrueFalse, Field(discriminator="type")]


ITEM_TYPES: dict[str, type[ItemSource]] = {
    "single-choice": SingleChoice,
    "multiple-choice": MultipleChoice,
    "true-false": TrueFalse,
}


class Bank(Source):
    """`quizzes/bank/<name>.yml`: a file of items."""

    items: tuple[Item, ...] = field("试题。", "Items.", min_length=1)
