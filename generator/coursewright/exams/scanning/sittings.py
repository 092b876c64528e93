"""What candidates answered on their sheets, as what is graded."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...diagnostics import Place, Problem
from ...model.items.interaction import Choice, Gaps, Interaction, Match, Order, Written
from ...words import Words
from ..form import Question
from ..key import lettered
from ..sitting import Gathered, Origin, Sitting
from ..store import Kept
from .account import Account, Key
from .faults import faults
from .fields import Field
from .printed import printings
from .readings import readings

Marked = list[tuple[Field, tuple[str, ...]]]


def gathered(kept: Kept) -> Gathered:
    """What grading takes of the sheets that were scanned, and all that is wrong with them; nothing before
    any was. Raises SessionDamaged."""
    found = readings(kept)
    if found is None:
        return Gathered([], [])
    account = found.account(kept, printings(kept))
    return Gathered([*sittings(account)], [*faults(account), *_open(account)])


def _open(account: Account) -> Iterator[Problem]:
    for file, count in Counter(account.scanned[doubt.page].file for doubt in account.open).items():
        yield Problem("CW1416", Place(file), {"count": count, "session": account.session.name})


def sittings(account: Account) -> Iterator[Sitting]:
    """Of every sheet that is there whole, of which nothing is open and whose candidate and form are known."""
    asked = account.session.asked(Words(account.session.language))
    interactions = {id: each.interaction for id, each in asked.items()}
    for key, pages in account.sheets.items():
        form = account.form(next(iter(pages.values())))
        if account.is_whole(key) and account.candidate(key) and form:
            yield _sitting(account, key, form, interactions)


def _sitting(account: Account, key: Key, form: str, interactions: Mapping[str, Interaction]) -> Sitting:
    pages = account.sheets[key]
    first = account.scanned[pages[1]]
    marked = [(field, marks) for at in sorted(pages) for field, marks, _by in account.marks(pages[at])]
    questions = next(each.questions for each in account.session.forms if each.code == form)
    number = account.candidate(key)
    sheet = _Sheet(marked, questions, interactions)
    return Sitting(
        candidate=number,
        form=form,
        answers=sheet.answers(),
        origin=Origin("sheet", first.file, str(first.page), first.digest),
        name=account.printings[key[0]].by_number[number].name,
        marks=sheet.points(),
    )


@dataclass(frozen=True)
class _Sheet:
    """Fields of a sheet with their marks, and the questions of its form."""

    marked: Marked
    questions: tuple[Question, ...]
    interactions: Mapping[str, Interaction]

    def answers(self) -> dict[str, object]:
        found = {
            question.item: self._answer(number, question) for number, question in enumerate(self.questions, 1)
        }
        return {item: answer for item, answer in found.items() if answer}

    def _own(self, number: int, kind: str) -> Marked:
        return [
            (field, marks) for field, marks in self.marked if field.number == number and field.kind == kind
        ]

    def _answer(self, number: int, question: Question) -> object:
        entries, targets = lettered(question.entries), lettered(question.targets)
        match self.interactions[question.item]:
            case Choice():
                return [
                    _id(field, entries, value)
                    for field, marks in self._own(number, "choice")
                    for value in marks
                ]
            case Order():
                steps = [
                    _id(field, entries, value)
                    for field, marks in self._own(number, "order")
                    for value in marks
                ]
                return [*dict.fromkeys(steps)]
            case Match():
                return {
                    _thing(field, question): _id(field, targets, marks[0])
                    for field, marks in self._own(number, "match")
                    if marks
                }
            case Gaps(gaps):
                return self._gaps(number, [gap.id for gap in gaps])
            case Written():
                return None

    def _gaps(self, number: int, gaps: list[str]) -> dict[str, str]:
        texts: dict[str, str] = {}
        for field, marks in sorted(self._own(number, "digit"), key=lambda each: each[0].column):
            gap = field.entry or gaps[field.gap]
            texts[gap] = texts.get(gap, "") + "".join(marks)
        return {gap: text for gap, text in texts.items() if text}

    def points(self) -> dict[str, int]:
        """What a marker gave, of questions of which no gap is left out."""
        found = {
            question.item: self._given(number, question) for number, question in enumerate(self.questions, 1)
        }
        return {item: points for item, points in found.items() if points is not None}

    def _given(self, number: int, question: Question) -> int | None:
        own = self._own(number, "points")
        if not own or not all(marks for _field, marks in own):
            return None
        columns: dict[tuple[str, int], str] = {}
        for field, marks in sorted(own, key=lambda each: each[0].column):
            gap = field.entry, field.gap
            columns[gap] = columns.get(gap, "") + marks[0]
        return sum(map(int, columns.values()))


def _id(field: Field, letters: Mapping[str, str], value: str) -> str:
    """On a sheet for any form a value is a letter of the form; one that the form has not is left as it is."""
    return value if field.item else letters.get(value, value)


def _thing(field: Field, question: Question) -> str:
    if field.item or int(field.entry) > len(question.entries):
        return field.entry
    return question.entries[int(field.entry) - 1]
