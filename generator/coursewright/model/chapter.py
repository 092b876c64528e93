"""A chapter, its sections, and the blocks a section is made of."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, StringConstraints, Tag

from ..words import marked as _
from .mark import NAME
from .references import CompetencyId, ItemId, PersonId
from .text import ID, Code, Id, Line, Plain, Source, Text, field
from .waiver import Waiver, waivers

Level = Literal["recall", "understand", "apply", "analyse"]

LEVEL_NAMES: dict[str, str] = {
    "recall": _("Recall"),
    "understand": _("Understand"),
    "apply": _("Apply"),
    "analyse": _("Analyse"),
}
"""Source strings of the catalogs."""


class Objective(Source):
    """What a learner can do after a section, in words that can be tested."""

    id: Id = field(
        "固定代号，试题用 章/节/目标 引用它。", "Stable id; items refer to it as chapter/section/objective."
    )
    text: Line = field("以动词开头，接在“学完你能”之后。", "Begins with a verb; completes “you can …”.")


class TextBlock(Source):
    """Running text."""

    text: Text = field("正文，Markdown；小标题从 ## 开始。", "Text in Markdown; headings start at ##.")


class Scene(Source):
    title: Plain = field("场景的题目。", "Title of the scene.")
    people: tuple[PersonId, ...] = field(
        "出场人物的代号（cast.yml）。", "Ids of the people in it (cast.yml).", ()
    )
    text: Text = field("场景：人物、数字、决定。", "The scene: people, figures, a decision.")


class SceneBlock(Source):
    """A real day at the desk."""

    scene: Scene = field(
        "一个场景，显示为带客户名的方框。", "A scene, shown as a box labelled with the customer."
    )


class Note(Source):
    kind: Literal["term", "source", "caution", "key"] = field(
        "term 术语，source 出处，caution 提醒，key 要点。", "term, source, caution, or key point."
    )
    text: Text = field("旁注，一两句。", "A side note of a sentence or two.")


class NoteBlock(Source):
    """A side note."""

    note: Note = field(
        "旁注；宽屏在边上，手机在文中。", "Side note: in the margin on a desktop, inline on a phone."
    )


class Tool(Source):
    kind: Literal["script", "table", "checklist"] = field(
        "script 话术，table 表格，checklist 清单。", "script, table or checklist."
    )
    title: Plain = field("工具的名称。", "Name of the tool.")
    text: Text = field("工具的内容，Markdown。", "The tool itself, in Markdown.")


class ToolBlock(Source):
    """Something to use tomorrow."""

    tool: Tool = field("本节的工具，可复制、可打印。", "The tool of the section; can be copied and printed.")


class FigureBlock(Source):
    """The picture of a taxonomy, or of one branch of it."""

    figure: Annotated[str, StringConstraints(pattern=rf"^{ID}(?:/{ID})?$"), NAME] = field(
        "图谱的代号，或 图谱/节点。", "Id of a taxonomy, or taxonomy/node for one branch."
    )


class CheckBlock(Source):
    """Questions in the text."""

    check: tuple[ItemId, ...] = field(
        "“检查一下”用的试题代号，2 到 4 道为宜。",
        "Ids of items for “check yourself”, two to four.",
        min_length=1,
        max_length=6,
    )


BLOCKS: Mapping[str, type[Source]] = {
    "text": TextBlock,
    "scene": SceneBlock,
    "note": NoteBlock,
    "tool": ToolBlock,
    "figure": FigureBlock,
    "check": CheckBlock,
}


def block_kind(value: Any) -> str | None:
    """The key that tells which block a mapping is, or None."""
    keys = value if isinstance(value, dict) else type(value).model_fields if isinstance(value, Source) else ()
    return next((key for key in BLOCKS if key in keys), None)


Block = Annotated[
    Annotated[TextBlock, Tag("text")]
    | Annotated[SceneBlock, Tag("scene")]
    | Annotated[NoteBlock, Tag("note")]
    | Annotated[ToolBlock, Tag("tool")]
    | Annotated[FigureBlock, Tag("figure")]
    | Annotated[CheckBlock, Tag("check")],
    Discriminator(block_kind),
]


class Section(Source):
    """`content/chapters/<chapter>/<section>.yml`: one page."""

    title: Plain = field("节的标题。", "Title of the section.")
    summary: Plain = field("一句话：这一节解决什么问题。", "One sentence: the question this section settles.")
    topics: tuple[Code, ...] = field(
        '对应大纲的编号，如 "6.3"。', 'Numbers in the syllabus it covers, such as "6.3".', ()
    )
    objectives: tuple[Objective, ...] = field(
        "学习目标，一到三条。", "One to three objectives.", min_length=1, max_length=3
    )
    competencies: tuple[CompetencyId, ...] = field(
        "本节培养的能力（competencies.yml）。", "Competencies it builds (competencies.yml).", ()
    )
    body: tuple[Block, ...] = field(
        "内容块，依次为 text、scene、note、tool、figure 或 check。",
        "Blocks in order, each a text, scene, note, tool, figure or check.",
        min_length=1,
    )


class Question(Source):
    """An open question to discuss, with what a good answer says."""

    question: Line = field("讨论题。", "The question.")
    answer: Text = field("参考思路：好的回答会说到什么。", "What a good answer mentions.")


class Case(Source):
    """A longer case that draws a chapter together."""

    id: Id = field("固定代号。", "Stable id.")
    title: Plain = field("案例的题目。", "Title of the case.")
    people: tuple[PersonId, ...] = field("出场人物的代号。", "Ids of the people in it.", ())
    text: Text = field("案例正文；数字要能复核。", "The case; figures must add up.")
    questions: tuple[Question, ...] = field(
        "讨论题与参考思路。", "Questions with model answers.", min_length=1
    )


class Chapter(Source):
    """`content/chapters/<chapter>/chapter.yml`."""

    title: Plain = field("章的标题，不写“第几章”。", "Title, without its number.")
    summary: Plain = field("一句话介绍，显示在首页。", "One sentence, shown on the home page.")
    opening: Text = field("开篇：为什么要学这一章。", "Opening: why this chapter matters.")
    objectives: tuple[Line, ...] = field(
        "本章目标，三到五条。", "Objectives of the chapter, three to five.", min_length=1
    )
    sections: tuple[Id, ...] = field(
        "各节的代号，按次序；每个是同一文件夹里的文件名。",
        "Section ids in order; each is a file in this folder.",
        min_length=1,
    )
    cases: tuple[Case, ...] = field("综合案例。", "Cases.", ())
    recap: Text | None = field(
        "本章一页：术语、模型、步骤、绝不能做的事，Markdown；印出来正好一张 A4。",
        "The chapter on one page: terms, model, steps, what never to do, in Markdown. It prints on one A4.",
        None,
    )
    waive: tuple[Waiver, ...] = waivers()
