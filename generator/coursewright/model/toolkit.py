"""A toolkit: something a person prints, carries, fills in or signs."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, StringConstraints, Tag

from .mark import LINE
from .references import SectionRef, TaxonomyId
from .text import Code, Count, Flag, Line, Plain, Source, Text, field

Cell = Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\n]*$"), LINE]


class TextPart(Source):
    text: Text = field("说明文字。", "Explanatory text.")


class Checklist(Source):
    title: Plain = field("清单的标题。", "Title of the list.")
    entries: tuple[Line, ...] = field("可打勾的条目。", "Entries to tick.", min_length=1)


class ChecklistPart(Source):
    checklist: Checklist = field("可打勾的清单，勾选留在本机。", "A list to tick; ticks stay on the device.")


class FormField(Source):
    label: Plain = field("栏目名称。", "Label of the field.")
    rows: Count = field("需要的行数；1 为一行。", "Lines of space; 1 is a single line.", 1)
    hint: Plain | None = field("填写提示。", "How to fill it in.", None)


class FormPart(Source):
    form: tuple[FormField, ...] = field("要填写的栏目。", "Fields to fill in.", min_length=1)


class Sheet(Source):
    title: Plain = field("表格标题。", "Title of the table.")
    columns: tuple[Plain, ...] = field("列名。", "Column headings.", min_length=2, max_length=10)
    rows: tuple[tuple[Cell, ...], ...] = field(
        '已印好的行；空格写作 ""。', 'Printed rows; write "" for an empty cell.', ()
    )
    blank: Count = field("另加多少空行。", "How many empty rows to add.", 0)
    fillable: Flag = field("空格能否在屏幕上填写。", "Whether empty cells can be filled in on screen.", True)


class SheetPart(Source):
    sheet: Sheet = field("工作表。", "A worksheet.")


class Step(Source):
    title: Plain = field("步骤名称。", "Name of the step.")
    text: Line = field("怎么做。", "What to do.")
    who: Plain | None = field("由谁做。", "Who does it.", None)
    result: Plain | None = field("留下什么。", "What it leaves behind.", None)


class StepsPart(Source):
    steps: tuple[Step, ...] = field("有先后的步骤。", "Steps in order.", min_length=2)


class FigurePart(Source):
    figure: TaxonomyId = field("图谱的代号。", "Id of a taxonomy.")


class SignaturesPart(Source):
    signatures: tuple[Plain, ...] = field(
        "签字栏，如“员工”“主管”。", "Signature lines, such as “manager”.", min_length=1, max_length=4
    )


PARTS = ("text", "checklist", "form", "sheet", "steps", "figure", "signatures")


def part_kind(value: Any) -> str | None:
    """The key that tells which part a mapping is, or None."""
    keys = value if isinstance(value, dict) else type(value).model_fields if isinstance(value, Source) else ()
    return next((key for key in PARTS if key in keys), None)


Part = Annotated[
    Annotated[TextPart, Tag("text")]
    | Annotated[ChecklistPart, Tag("checklist")]
    | Annotated[FormPart, Tag("form")]
    | Annotated[SheetPart, Tag("sheet")]
    | Annotated[StepsPart, Tag("steps")]
    | Annotated[FigurePart, Tag("figure")]
    | Annotated[SignaturesPart, Tag("signatures")],
    Discriminator(part_kind),
]


class Toolkit(Source):
    """`content/toolkits/<id>.yml`: a page that prints on A4."""

    title: Plain = field("工具名称。", "Title.")
    summary: Plain = field("一句话：什么时候用。", "One sentence: when to use it.")
    kind: Literal["checklist", "worksheet", "procedure"] = field(
        "checklist 清单，worksheet 工作表，procedure 流程。", "checklist, worksheet or procedure."
    )
    code: Code = field("表单编号，印在页眉。", "Document code, printed in the page header.")
    sections: tuple[SectionRef, ...] = field("讲解它的各节。", "Sections that teach it.", ())
    parts: tuple[Part, ...] = field(
        "组成部分，依次为 text、checklist、form、sheet、steps、figure 或 signatures。",
        "Parts in order: text, checklist, form, sheet, steps, figure or signatures.",
        min_length=1,
    )
