"""The workbook that 学习通 wants: its headers to the letter, its words, every cell text.

After the export of its 课程题库.
"""

from collections.abc import Sequence

from ..words import Words
from . import types
from .posed import Ledger, Note, Parcel, Posed, Sent, written
from .question import Question, question
from .spot import letters
from .text_book import Rows, book, fitting, padded

_HEAD = ("目录", "题目类型", "大题题干", "正确答案", "答案解析", "难易度", "知识点", "标签", "选项数")
_HARDNESS = ("易", "易", "中", "难")
_FEWEST_OPTIONS = 8
_TRUTH = ("对", "错")


def chaoxing(parcel: Parcel, words: Words) -> Sent:
    """目录 is `/course/chapter`; 判断 has 对 or 错 for an answer and no options."""
    ledger, course = Ledger(), parcel.names.title
    found = [
        row for _posed, row in written(parcel.posed, lambda each, note: _row(each, note, course), ledger)
    ]
    most = max([_FEWEST_OPTIONS, *(len(row) - len(_HEAD) for row in found)])
    head = (*_HEAD, *(f"选项{letters(at)}" for at in range(1, most + 1)))
    rows: Rows = [head, *found]
    return Sent(book({"课程题库": rows}, parcel.names.moment, parcel.form), len(found), ledger)


def _row(posed: Posed, note: Note, course: str) -> Sequence[str]:
    cells = _cells(question(posed, note), course)
    fitting(cells)
    return cells


def _cells(question: Question, course: str) -> Sequence[str]:
    is_truth = question.type == types.TRUE_FALSE
    return (
        f"/{course}/{question.chapter}",
        types.NAMES[question.type][0],
        question.stem,
        _TRUTH[question.answer != ("A",)] if is_truth else question.joined_answer,
        question.explanation,
        _HARDNESS[question.hardness],
        "",
        "",
        str(len(question.options)),
        *padded(question.options, _FEWEST_OPTIONS),
    )
