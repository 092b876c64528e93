"""A taxonomy: things told apart, mixed, or put in order."""

from typing import Literal

from .references import SectionRef
from .text import Code, Id, Line, Plain, Source, Text, field


class Node(Source):
    """One class, element or step."""

    id: Id = field("固定代号，在本图谱内唯一。", "Stable id, unique in this taxonomy.")
    title: Plain = field("名称。", "Name.")
    english: Code | None = field("英文名称。", "English name.", None)
    definition: Line = field("定义。", "Definition.")
    signals: tuple[Line, ...] = field("现实中的迹象，各一行。", "Signs by which it is recognised.", ())
    example: Line | None = field("一个具体例子。", "A concrete example.", None)
    action: Line | None = field("遇到时怎么做。", "What to do about it.", None)
    section: SectionRef | None = field("讲解它的一节。", "The section that teaches it.", None)
    children: tuple["Node", ...] = field("下一层。", "Nodes below it.", ())


class ComparisonRow(Source):
    """One row of the comparison."""

    label: Plain = field("比较的方面，如“谁承担风险”。", "The aspect compared.")
    cells: tuple[Line, ...] = field(
        "每列一格，次序与 columns 相同。", "One cell a column, in the order of columns.", min_length=1
    )


class Comparison(Source):
    """A table that sets nodes side by side."""

    title: Plain = field("表的标题。", "Title of the table.")
    columns: tuple[Id, ...] = field(
        "被比较的节点代号。", "Ids of the nodes compared.", min_length=2, max_length=8
    )
    rows: tuple[ComparisonRow, ...] = field("各行。", "Rows.", min_length=1)


class Taxonomy(Source):
    """`content/taxonomies/<id>.yml`."""

    title: Plain = field("图谱名称。", "Title.")
    summary: Plain = field("一句话说明。", "One sentence about it.")
    kind: Literal["classification", "mix", "process"] = field(
        "classification 分类（树）,mix 组合（并列的几组）,process 过程（有先后）。",
        "classification (a tree), mix (groups side by side) or process (in order).",
    )
    introduction: Text = field("导读：为什么这样分，怎样用。", "Why it is divided so and how to use it.")
    nodes: tuple[Node, ...] = field("第一层节点。", "Nodes of the first level.", min_length=2)
    comparison: Comparison | None = field("比较表。", "Comparison table.", None)


Node.model_rebuild()
