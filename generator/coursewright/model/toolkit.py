"""A toolkit: something a person prints, carries, fills in or signs."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, PrivateAttr, StringConstraints, Tag

from .mark import LINE
from .names import Called, Names
from .references import SectionRef, TaxonomyId
from .text import Code, Count, Flag, Id, Line, Plain, Source, Text, field
from .walk import Path

Cell = Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\n]*$"), LINE]
Grid = tuple[tuple[str, ...], ...]
"""The names of what can be filled in, by row; a list to tick and fields are rows of one."""

EVERYWHERE: Path = ()
PARTS_HERE: Path = ("parts",)
"""Where an id is given once: in the whole toolkit; among its parts."""

_KEPT = (
    "代号：填写的内容按它留在本机，改字、插行、换位都不丢。",
    "Id: entries are kept by it, whatever is mended.",
)


def _id() -> Any:
    return field(*_KEPT, None)


def _short(key: str, written: Any) -> BeforeValidator:
    """A mapping may be written as the value of this one key."""
    return BeforeValidator(
        lambda value: value if isinstance(value, dict | Source) else {key: value},
        json_schema_input_type=written,
    )


class PartSource(Source):
    """What the parts have alike: most of them leave nothing to fill in."""

    def names(self, names: Names) -> Grid:
        """Names of what can be filled in, each given once by `names`."""
        return ()

    def called(self, path: Path) -> Iterator[Called]:
        """What of it may have an id, as far as anything is kept by it; the part stands at `path`."""
        return iter(())


def _called(part: str | None, ids: list[str | None], path: Path, below: Path) -> Iterator[Called]:
    """A part and what is in it; without an id of its own the part shares the ids of the whole toolkit."""
    if part is not None:
        yield Called(PARTS_HERE, part, path)
    for at, id in enumerate(ids):
        yield Called(EVERYWHERE if part is None else path, id, (*path, *below, at))


class TextPart(PartSource):
    text: Text = field("说明文字。", "Explanatory text.")


class Tick(Source):
    id: Id | None = _id()
    text: Line = field("条目的文字。", "What the entry says.")


class Checklist(Source):
    title: Plain = field("清单的标题。", "Title of the list.")
    entries: tuple[Annotated[Tick, _short("text", Line | Tick)], ...] = field(
        "可打勾的条目：只写文字，或写 id 与 text。", "Entries to tick: a text, or id and text.", min_length=1
    )


class ChecklistPart(PartSource):
    id: Id | None = _id()
    checklist: Checklist = field("可打勾的清单，勾选留在本机。", "A list to tick; ticks stay on the device.")

    def names(self, names: Names) -> Grid:
        return tuple((names.of(entry.id, entry.text, self.id),) for entry in self.checklist.entries)

    def called(self, path: Path) -> Iterator[Called]:
        ids = [entry.id for entry in self.checklist.entries]
        yield from _called(self.id, ids, path, ("checklist", "entries"))


class Field(Source):
    id: Id | None = _id()
    label: Plain = field("栏目名称。", "Label of the field.")
    rows: Count = field("需要的行数；1 为一行。", "Lines of space; 1 is a single line.", 1)
    hint: Plain | None = field("填写提示。", "How to fill it in.", None)


class FieldsPart(PartSource):
    id: Id | None = _id()
    fields: tuple[Field, ...] = field("要填写的栏目。", "Fields to fill in.", min_length=1)

    def names(self, names: Names) -> Grid:
        return tuple((names.of(one.id, one.label, self.id),) for one in self.fields)

    def called(self, path: Path) -> Iterator[Called]:
        yield from _called(self.id, [one.id for one in self.fields], path, ("fields",))


class Column(Source):
    id: Id | None = _id()
    title: Plain = field("列名。", "Heading of the column.")


class Row(Source):
    id: Id | None = _id()
    cells: tuple[Cell, ...] = field('各格；空格写作 ""。', 'Cells; write "" for an empty one.')


class Sheet(Source):
    title: Plain = field("表格标题。", "Title of the table.")
    columns: tuple[Annotated[Column, _short("title", Plain | Column)], ...] = field(
        "列名：只写文字，或写 id 与 title。",
        "Column headings: a text, or id and title.",
        min_length=2,
        max_length=10,
    )
    rows: tuple[Annotated[Row, _short("cells", tuple[Cell, ...] | Row)], ...] = field(
        '已印好的行，空格写作 ""：只写各格，或写 id 与 cells。',
        'Printed rows, "" for an empty cell: the cells, or id and cells.',
        (),
    )
    blank: Count = field("另加多少空行。", "How many empty rows to add.", 0)
    fillable: Flag = field("空格能否在屏幕上填写。", "Whether empty cells can be filled in on screen.", True)

    def open_columns(self) -> list[int]:
        """Columns with something to fill in."""
        return [at for at in range(len(self.columns)) if self.fillable and (self.blank or self._is_open(at))]

    def open_rows(self) -> list[int]:
        """Printed rows with something to fill in."""
        return [at for at, row in enumerate(self.rows) if self.fillable and "" in row.cells]

    def _is_open(self, column: int) -> bool:
        return any(row.cells[column : column + 1] == ("",) for row in self.rows)


class SheetPart(PartSource):
    id: Id | None = _id()
    sheet: Sheet = field("工作表。", "A worksheet.")

    def names(self, names: Names) -> Grid:
        """Rows that are not printed are numbered apart from those that are."""
        table, across = names.of(self.id, self.sheet.title), Names()
        columns = [across.of(column.id, column.title) for column in self.sheet.columns]
        rows = [names.of(row.id, "\n".join(row.cells), table) for row in self.sheet.rows]
        rows += [f"{table}.+{number}" for number in range(1, self.sheet.blank + 1)]
        return tuple(tuple(f"{row}.{column}" for column in columns) for row in rows)

    def called(self, path: Path) -> Iterator[Called]:
        sheet, within = self.sheet, (*path, "sheet")
        if columns := sheet.open_columns():
            yield Called(PARTS_HERE, self.id, within)
        for at in columns:
            yield Called((*within, "columns"), sheet.columns[at].id, (*within, "columns", at))
        for at in sheet.open_rows():
            yield Called((*within, "rows"), sheet.rows[at].id, (*within, "rows", at))


class Step(Source):
    title: Plain = field("步骤名称。", "Name of the step.")
    text: Line = field("怎么做。", "What to do.")
    who: Plain | None = field("由谁做。", "Who does it.", None)
    result: Plain | None = field("留下什么。", "What it leaves behind.", None)


class StepsPart(PartSource):
    steps: tuple[Step, ...] = field("有先后的步骤。", "Steps in order.", min_length=2)


class FigurePart(PartSource):
    figure: TaxonomyId = field("图谱的代号。", "Id of a taxonomy.")


class SignaturesPart(PartSource):
    signatures: tuple[Plain, ...] = field(
        "签字栏，如“员工”“主管”。", "Signature lines, such as “manager”.", min_length=1, max_length=4
    )


PARTS = ("text", "checklist", "fields", "sheet", "steps", "figure", "signatures")


def part_kind(value: Any) -> str | None:
    """The key that tells which part a mapping is, or None."""
    keys = value if isinstance(value, dict) else type(value).model_fields if isinstance(value, Source) else ()
    return next((key for key in PARTS if key in keys), None)


Part = Annotated[
    Annotated[TextPart, Tag("text")]
    | Annotated[ChecklistPart, Tag("checklist")]
    | Annotated[FieldsPart, Tag("fields")]
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
    code: Code = field("文件编号，印在页眉。", "Document code, printed in the page header.")
    sections: tuple[SectionRef, ...] = field("讲解它的各节。", "Sections that teach it.", ())
    parts: tuple[Part, ...] = field(
        "组成部分，依次为 text、checklist、fields、sheet、steps、figure 或 signatures。",
        "Parts in order: text, checklist, fields, sheet, steps, figure or signatures.",
        min_length=1,
    )
    _names: tuple[Grid, ...] = PrivateAttr(())

    def model_post_init(self, context: Any, /) -> None:
        names = Names()
        self._names = tuple(part.names(names) for part in self.parts)

    @property
    def names(self) -> tuple[Grid, ...]:
        """Names of what can be filled in, by part: of the words as they were written, in every language."""
        return self._names

    def called(self) -> Iterator[Called]:
        """What may have an id, as far as anything is kept by it."""
        for at, part in enumerate(self.parts):
            yield from part.called(("parts", at))
