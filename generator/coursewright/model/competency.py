"""The competency framework: what people in these roles must be able to do."""

from .text import Id, Line, Plain, Source, Text, field


class ProficiencyLevel(Source):
    """One of the four levels."""

    name: Plain = field("等级名称，如“独立完成”。", "Name of the level.")
    description: Line = field("这一级的一般含义。", "What the level means in general.")


class Competency(Source):
    """One competency with what can be seen at each level."""

    id: Id = field("固定代号。", "Stable id.")
    title: Plain = field("能力名称。", "Name of the competency.")
    definition: Line = field("定义。", "Definition.")
    criteria: tuple[Line, ...] = field(
        "四级行为表现，由低到高，每级一条，可以观察到。",
        "Observable criteria, lowest level first, one a level.",
        min_length=4,
        max_length=4,
    )
    questions: tuple[Line, ...] = field(
        "面试问题：请对方讲一件亲身做过的事，用来对照四级行为评分。",
        "Interview questions about what a person has done, scored against the criteria.",
        (),
        max_length=4,
    )


class CompetencyGroup(Source):
    """A family of competencies."""

    id: Id = field("固定代号。", "Stable id.")
    title: Plain = field("分组名称。", "Name of the group.")
    summary: Line = field("一句话说明。", "One sentence about the group.")
    competencies: tuple[Competency, ...] = field("组内的能力。", "Competencies of the group.", min_length=1)


class Framework(Source):
    """`content/competencies.yml`."""

    title: Plain = field("能力框架的名称。", "Title of the framework.")
    introduction: Text = field("如何使用这个框架。", "How to use the framework.")
    levels: tuple[ProficiencyLevel, ...] = field(
        "四个等级，由低到高。", "The four levels, lowest first.", min_length=4, max_length=4
    )
    groups: tuple[CompetencyGroup, ...] = field("能力分组。", "Groups of competencies.", min_length=1)
