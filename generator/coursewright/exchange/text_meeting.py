"""Questions of a text and the list of answers at its end → questions with their answers, and what meets none.

An answer meets the one question of its number below a heading that may be its own. Where several have that
number, parts of the text and of the list meet in their order, if each has the same numbers as the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from ..diagnostics import Problem
from .spot import MOST_SHOWN
from .text_answer import is_same
from .text_fields import FIELDS
from .text_heading import Heading
from .text_question import Question


def met(
    questions: Sequence[Question], answers: Sequence[Question], begin: int, *, is_whole: bool
) -> Iterator[Problem]:
    """Give the questions what is listed for them from a line on; what cannot be given is told.

    Only of a list that is read as a whole its order says something.
    """
    numbered: dict[int, list[Question]] = {}
    for question in questions:
        numbered.setdefault(question.number, []).append(question)
    known: dict[tuple[int, Heading | None], list[Question]] = {}
    for answer in answers:
        key = answer.number, answer.heading
        if key not in known:
            known[key] = _candidates(numbered.get(answer.number, ()), answer)
    candidates = [known[answer.number, answer.heading] for answer in answers]
    if is_whole and any(len(found) > 1 for found in candidates):
        candidates = _in_order(questions, answers, candidates) or candidates
    told: set[int] = set()
    for answer, found in zip(answers, candidates, strict=True):
        values = {"number": answer.number, "found": _shortened(answer.answer)}
        if not found:
            yield Problem("CW1079", answer.place, values)
        elif len(found) > 1:
            yield Problem(
                "CW1080", answer.place, {**values, "lines": _shown(each.place.line for each in found)}
            )
        elif id(found[0]) not in told:
            problems = [*_given(found[0], answer)]
            told |= {id(found[0])} if problems else set()
            yield from problems
    if open := [each for each in questions if not each.answer]:
        values = {"numbers": _shown(each.number for each in open), "line": begin}
        yield Problem("CW1083", open[0].place, values)


def _candidates(questions: Sequence[Question], answer: Question) -> list[Question]:
    """Those that the answer may be of by its heading; of these the ones below the same, if there are any."""
    found = [each for each in questions if _may_meet(each, answer)]
    same = [each for each in found if each.heading and answer.heading and each.heading.is_one(answer.heading)]
    return same or found


def _may_meet(question: Question, answer: Question) -> bool:
    return not question.heading or not answer.heading or question.heading.may_be(answer.heading)


def _in_order(
    questions: Sequence[Question], answers: Sequence[Question], candidates: Sequence[Sequence[Question]]
) -> list[list[Question]]:
    """The one question of each answer by the order of parts; nothing where they do not all meet."""
    parts, lists = _parted(questions), _parted(answers)
    if [part.keys() for part in parts] != [listed.keys() for listed in lists]:
        return []
    found = [part[number] for part, listed in zip(parts, lists, strict=True) for number in listed]
    ids = {id(others): {*map(id, others)} for others in candidates}
    is_met = all(id(each) in ids[id(others)] for each, others in zip(found, candidates, strict=True))
    return [[each] for each in found] if is_met else []


def _parted(all: Sequence[Question]) -> list[dict[int, Question]]:
    """By number those below one heading; without one, those from one number to where it comes again."""
    parts: list[dict[int, Question]] = []
    for _heading, group in groupby(all, lambda each: id(each.heading)):
        parts.append({})
        for each in group:
            if each.number in parts[-1]:
                parts.append({})
            parts[-1][each.number] = each
    return parts


def _given(question: Question, answer: Question) -> Iterator[Problem]:
    """Give a question what is listed for it and it does not say."""
    own, found = question.answer, answer.answer
    if own and found and not is_same(own, found):
        line = question.parts.get("answer", (question.place, []))[0].line
        values = {"number": answer.number, "found": _shortened(found), "own": _shortened(own), "line": line}
        yield Problem("CW1084", answer.place, values)
        return
    for name, (place, lines) in answer.parts.items():
        if name not in question.parts:
            question.parts[name] = (place, lines)
        elif name != "answer":
            yield Problem("CW1027", place, {"name": FIELDS[name].split()[0]})


def _shortened(text: str) -> str:
    return " ".join(text.split())[:60]


def _shown(numbers: Iterable[int]) -> str:
    said = [*map(str, islice(numbers, MOST_SHOWN + 1))]
    return ", ".join(said[:MOST_SHOWN]) + (" …" if len(said) > MOST_SHOWN else "")
