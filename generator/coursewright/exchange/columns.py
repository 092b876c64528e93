"""What stands above the columns of a spreadsheet of items: the headers that we know, and whose they are."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from unicodedata import normalize

from ..words import Words
from .sheet import Cell, Sheet
from .spot import letters, number

OWN: dict[str, tuple[str, str]] = {
    "id": ("代号", "id"),
    "type": ("题型", "type"),
    "objective": ("目标", "objective"),
    "level": ("层次", "level"),
    "use": ("用途", "use"),
    "form": ("考试卷", "form"),
    "case": ("案例代号", "case id"),
    "title": ("案例标题", "case title"),
    "stimulus": ("案例材料", "case text"),
    "stem": ("题干", "stem"),
    "answer": ("答案", "answer"),
    "rationale": ("答案的理由", "why"),
    "hints": ("提示", "hints"),
    "explanation": ("解析", "explanation"),
    "nodes": ("图谱节点", "nodes"),
    "competencies": ("能力", "competencies"),
    "more": ("其他设置", "more settings"),
}
"""The columns of our own workbook, beside those of the options: field → header in Chinese and in English."""

OTHERS = {
    "type": "题目类型 试题类型 类型 questiontype",
    "stem": "大题题干 题目 题目内容 试题 试题内容 问题 question",
    "answer": "正确答案 标准答案 参考答案 key correctanswer",
    "options": "选项 选项内容 全部选项",
    "explanation": "答案解析 试题解析 题目解析 解析说明 feedback",
    "chapter": "章节 目录 所属章节 chapter section",
    "difficulty": "难度 难易度 难易程度 难度系数 difficulty",
    "ignored": "序号 编号 题号 选项数 no number",
}
"""Headers of other programs' sheets; what is `ignored` says nothing that the rest does not."""

_OURS = {"use", "case", "title", "stimulus", "rationale", "nodes", "competencies"}
"""Fields of which nobody else has several; with them a sheet is ours whatever was deleted of it."""
_ITEMS = ("试题", "Items")

_LETTER = (
    r"(?:(?:选项|option)?(?P<letter>[a-z]{1,2})|(?:选项|option)(?P<number>[1-9][0-9]?)|(?P<before>[a-z])选项)"
)
_OPTION = re.compile(_LETTER)
_REASON = re.compile(rf"{_LETTER}(?:的?理由|的?解析)|why(?:option)?(?P<why>[a-z]{{1,2}})")
_BRACKETED = re.compile(r"(选项|option)\s*\(([a-z]|[1-9][0-9]?)\)")
_BESIDE = re.compile(r"\([^()]*\)|[\s*:]")
MOST_LOOKED_AT = 10
"""Rows from the first among which the headers are."""


def bare(header: str) -> str:
    """A header in one width and case, without spaces and without what stands in brackets."""
    text = normalize("NFKC", header).lower()
    return _BESIDE.sub("", _BRACKETED.sub(r"\1\2", text))


_FIELDS = {
    **{bare(name): field for field, names in OWN.items() for name in names},
    **{name: field for field, names in OTHERS.items() for name in names.split()},
}

KNOWN = tuple(name for names in (*OWN.values(), *map(str.split, OTHERS.values())) for name in names)
"""All headers, beside those of options."""


@dataclass
class Columns:
    """Where the fields of a sheet stand, as indexes from 0; `row` is that of the headers, from 0.

    `options` and `reasons` are by letter, `unknown` are columns of which we know nothing. The texts of
    what `is_own` are Markdown, as those of our own workbook.
    """

    row: int
    headers: list[str]
    fields: dict[str, int] = field(default_factory=dict)
    options: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)

    is_own: bool = False

    def header(self, at: int) -> str:
        return self.headers[at] if at < len(self.headers) else ""


def columns(sheet: Sheet) -> Columns | None:
    """The columns of a sheet by the row that has most headers; None where no row has that of the stem."""
    rows = enumerate(sheet.rows[:MOST_LOOKED_AT])
    all = [each for at, row in rows if "stem" in (each := _read(at, row)).fields]
    found = max(all, key=lambda each: len(each.fields) + len(each.options), default=None)
    if found:
        found.is_own = _is_own(sheet.name, found.fields)
    return found


def _is_own(name: str, fields: Collection[str]) -> bool:
    """Whether a sheet is one of our own workbook, which alone has further settings."""
    few = _OURS.intersection(fields)
    return "more" in fields or len(few) > 2 or (name in _ITEMS and {"objective", "level"} <= {*fields})


def _read(at: int, row: list[Cell]) -> Columns:
    found = Columns(at, [cell.text for cell in row])
    for column, header in enumerate(found.headers):
        if header:
            _place(found, column, bare(header))
    return found


def _place(found: Columns, column: int, name: str) -> None:
    option, reason = _OPTION.fullmatch(name), _REASON.fullmatch(name)
    if name in _FIELDS:
        _put(found, found.fields, _FIELDS[name], column)
    elif option:
        _put(found, found.options, _letter(option), column)
    elif reason:
        _put(found, found.reasons, _letter(reason), column)
    else:
        found.unknown.append(column)


def _put(found: Columns, names: dict[str, int], name: str, column: int) -> None:
    if name in names and name != "ignored":
        found.repeated.append(column)
    names.setdefault(name, column)


def _letter(header: re.Match[str]) -> str:
    """The letter of an option by whatever names it."""
    said = header.groupdict()
    if number := said["number"]:
        return letters(int(number))
    return next(said[name] for name in ("letter", "before", "why") if said.get(name)).upper()


def option_of(header: str) -> str:
    """The letter of an option by its header."""
    match = _OPTION.fullmatch(bare(header))
    return _letter(match) if match else ""


def is_of_all(header: str) -> bool:
    """Whether a header stands above cells of which each has all options."""
    return _FIELDS.get(bare(header)) == "options"


def by_letter(names: dict[str, int]) -> list[tuple[str, int]]:
    """Letters in their order, A to Z and then AA, with their columns."""
    return sorted(names.items(), key=lambda each: number(each[0]))


def header(field: str, words: Words) -> str:
    """What stands above a column of our own workbook."""
    is_chinese = words.language == "zh_CN"
    if field in OWN:
        return OWN[field][not is_chinese]
    letter = field.removesuffix("?")
    if field == letter:
        return f"选项{letter}" if is_chinese else f"option {letter}"
    return f"选项{letter}的理由" if is_chinese else f"why {letter}"
