"""Statements of a file that mostly have one answer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...diagnostics import SourceString
from ...words import marked as _
from ..finding import Finding, about_file
from ..question import Question

ENOUGH, LOPSIDED = 4, 0.8
"""From how many statements on, and which share of one answer, a file is out of balance."""


def findings(asked: Sequence[Question]) -> Iterator[Finding]:
    judged: defaultdict[str, list[Question]] = defaultdict(list)
    for question in asked:
        if question.is_judgement:
            judged[question.bank].append(question)
    for statements in judged.values():
        yield from _lopsided(statements)


def _lopsided(judged: list[Question]) -> Iterator[Finding]:
    right = sum(question.holds for question in judged)
    most = max(right, len(judged) - right)
    if len(judged) >= ENOUGH and most >= LOPSIDED * len(judged):
        answer = SourceString(_("right") if right == most else _("wrong"))
        yield about_file(judged[0].file, "unbalanced", "items", total=len(judged), count=most, answer=answer)
