"""Workbooks as 考试宝 and 学习通 want them: their headers to the letter, their words, every cell text.

After the template kaoshibaoExcel20221101 of 考试宝, and the export of 学习通's 课程题库.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from . import types
from .question import Question
from .spot import letters

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

KAOSHIBAO_VERSION = "kaoshibaoExcel20221101"
_NOTICE = "第 1 行是说明，第 2 行是表头，请勿改动；题目从第 3 行写起。"
_KAOSHIBAO = (
    "题干（必填）",
    "题型 （必填）",
    *(f"选项 {letter}" for letter in "ABCD"),
    *(f"选项{letter}\n(勿删)" for letter in "EFGH"),
    "正确答案\n（必填）",
    "解析\n（勿删）",
    "章节\n（勿删）",
    "难度",
)
_KAOSHIBAO_HARDNESS = ("易", "偏易", "适中", "难")
_CHAOXING = (
    "目录",
    "题目类型",
    "大题题干",
    "正确答案",
    "答案解析",
    "难易度",
    "知识点",
    "标签",
    "选项数",
)
_CHAOXING_HARDNESS = ("易", "易", "中", "难")
_CHAOXING_OPTIONS = 8
_TRUTH = ("对", "错")

Rows = list[Sequence[str]]


def kaoshibao(questions: Sequence[Question], moment: datetime) -> bytes:
    """Answers `ABD` without a sign between them; 判断 is a choice of 对 and 错."""
    rows: Rows = [(_NOTICE,), _KAOSHIBAO, *(_kaoshibao_row(each) for each in questions)]
    return _book({"试题案例，直接导入试试": rows, "版本号": [(KAOSHIBAO_VERSION,)]}, moment)


def _kaoshibao_row(question: Question) -> Sequence[str]:
    options = question.options or (_TRUTH if question.type == types.TRUE_FALSE else ())
    return (
        question.stem,
        types.NAMES[question.type][0],
        *_padded(options, 8),
        _answer(question),
        question.explanation,
        question.chapter,
        _KAOSHIBAO_HARDNESS[question.hardness],
    )


def chaoxing(questions: Sequence[Question], course: str, moment: datetime) -> bytes:
    """目录 is `/course/chapter`; 判断 has 对 or 错 for an answer and no options."""
    most = max([_CHAOXING_OPTIONS, *(len(question.options) for question in questions)])
    head = (*_CHAOXING, *(f"选项{letters(at)}" for at in range(1, most + 1)))
    rows: Rows = [head, *(_chaoxing_row(each, course, most) for each in questions)]
    return _book({"课程题库": rows}, moment)


def _chaoxing_row(question: Question, course: str, most: int) -> Sequence[str]:
    is_truth = question.type == types.TRUE_FALSE
    answer = _TRUTH[question.answer != ("A",)] if is_truth else _answer(question)
    return (
        f"/{course}/{question.chapter}",
        types.NAMES[question.type][0],
        question.stem,
        answer,
        question.explanation,
        _CHAOXING_HARDNESS[question.hardness],
        "",
        "",
        str(len(question.options)),
        *_padded(question.options, most),
    )


def _answer(question: Question) -> str:
    return ("|" if question.accepted else "").join(question.answer)


def _padded(texts: Sequence[str], most: int) -> Sequence[str]:
    return [*texts, *[""] * (most - len(texts))]


def _book(sheets: dict[str, Rows], moment: datetime) -> bytes:
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": moment})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for name, rows in sheets.items():
        sheet: Worksheet = book.add_worksheet(name)
        sheet.set_column(0, max(len(row) for row in rows), 18, text)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for at, row in enumerate(rows):
            for column, said in enumerate(row):
                if said:
                    sheet.write_string(at, column, said, text)
    book.close()
    return file.getvalue()
