"""Questions → the common Chinese text form, which `text_form.py` reads."""

from ..words import Words
from . import form_mark, types
from .posed import Ledger, Parcel, Sent, written
from .question import Question, question
from .spot import letters

_TRUTH = ("正确", "错误")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Without it Windows takes a text for GBK."""


def text(parcel: Parcel, words: Words) -> Sent:
    """The questions by number, with an empty line between them; first, which form they are."""
    ledger = Ledger()
    found = [each for _posed, each in written(parcel.posed, question, ledger)]
    head = [form_mark.line(parcel.form), ""] if parcel.form else []
    all = "\n".join([*head, *(line for at, each in enumerate(found, 1) for line in (*lines(each, at), ""))])
    return Sent(_BYTE_ORDER_MARK + all.replace("\n", "\r\n").encode(), len(found), ledger)


def lines(question: Question, number: int) -> list[str]:
    """The lines of one question."""
    stem = [line for line in question.stem.split("\n") if line.strip()]
    stem[-1] += f" [{types.NAMES[question.type][0]}]"
    return [
        f"{number}、{stem[0]}",
        *(f"  {line}" for line in stem[1:]),
        *(f"{letters(at)}.{_joined(option)}" for at, option in enumerate(question.options, 1)),
        f"答案：{_answer(question)}",
        *([f"解析：{_joined(question.explanation)}"] if question.explanation else ()),
        f"章节：{question.chapter}",
    ]


def _answer(question: Question) -> str:
    if question.type == types.TRUE_FALSE:
        return _TRUTH[question.answer != ("A",)]
    return _joined(question.joined_answer)


def _joined(text: str) -> str:
    """Further lines are indented, so that none of them begins a question."""
    first, *rest = [line for line in text.split("\n") if line.strip()] or [""]
    return "\n".join([first, *(f"  {line}" for line in rest)])
