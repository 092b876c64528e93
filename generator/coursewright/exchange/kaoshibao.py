"""The workbook that 考试宝 wants: its headers to the letter, its words, every cell text.

After its template kaoshibaoExcel20221101.
"""

from collections.abc import Sequence

from ..words import Words
from . import types
from .posed import Ledger, Note, Parcel, Posed, Sent, written
from .question import Question, question
from .text_book import Rows, book, fitting, padded

VERSION = "kaoshibaoExcel20221101"
_NOTICE = "第 1 行是说明，第 2 行是表头，请勿改动；题目从第 3 行写起。"
_HEAD = (
    "题干（必填）",
    "题型 （必填）",
    *(f"选项 {letter}" for letter in "ABCD"),
    *(f"选项{letter}\n(勿删)" for letter in "EFGH"),
    "正确答案\n（必填）",
    "解析\n（勿删）",
    "章节\n（勿删）",
    "难度",
)
_MOST_OPTIONS = 8
_HARDNESS = ("易", "偏易", "适中", "难")
_TRUTH = ("对", "错")


def kaoshibao(parcel: Parcel, words: Words) -> Sent:
    """Answers `ABD` without a sign between them; 判断 is a choice of 对 and 错."""
    ledger = Ledger()
    found = [row for _posed, row in written(parcel.posed, _row, ledger)]
    rows: Rows = [(_NOTICE,), _HEAD, *found]
    sheets: dict[str, Rows] = {"试题案例，直接导入试试": rows, "版本号": [(VERSION,)]}
    return Sent(book(sheets, parcel.names.moment, parcel.form), len(found), ledger)


def _row(posed: Posed, note: Note) -> Sequence[str]:
    cells = _cells(question(posed, note))
    fitting(cells)
    return cells


def _cells(question: Question) -> Sequence[str]:
    options = question.options or (_TRUTH if question.type == types.TRUE_FALSE else ())
    return (
        question.stem,
        types.NAMES[question.type][0],
        *padded(options, _MOST_OPTIONS),
        question.joined_answer,
        question.explanation,
        question.chapter,
        _HARDNESS[question.hardness],
    )
