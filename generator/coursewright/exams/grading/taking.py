"""What was written down of candidates' answers → sittings, with all that nobody can read at its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ...diagnostics import Place, Problem
from ...model.filled import Filled, Label, Written
from ...model.items.interaction import Asked, AskedGaps, AskedWritten
from ..form import Form, Question
from ..marks import of_rubric
from ..session import Session
from ..sitting import Origin, Sitting
from .gathering import seen
from .meaning import BETWEEN, Style, Twofold, Unclear, response_of


@dataclass
class Taking:
    """Takes what a file says. `assigned` is the form of each candidate, where it is known beforehand."""

    session: Session
    asked: Mapping[str, Asked]
    assigned: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def sittings(self, filled: Iterable[Filled], origin: Origin, style: Style) -> list[Sitting]:
        """Of each candidate; what cannot be one's is a problem, and so is every answer that says nothing."""
        found = (self._sitting(each, origin, style) for each in filled)
        return [each for each in found if each]

    def _sitting(self, filled: Filled, origin: Origin, style: Style) -> Sitting | None:
        file = origin.file
        if not filled.number:
            self._tell("CW1506", file, filled.at)
        elif filled.session and filled.session != self.session.name:
            self._tell("CW1507", file, filled.at, found=filled.session, number=filled.number)
        elif (form := self._form(filled)) is None:
            codes = ", ".join(form.code for form in self.session.forms)
            self._tell("CW1508", file, filled.at, found=filled.form, number=filled.number, forms=codes)
        else:
            return self._read(filled, form, origin, style)
        return None

    def _form(self, filled: Filled) -> Form | None:
        """As it says; else as was assigned, or the only one that there is."""
        forms = {form.code: form for form in self.session.forms}
        only = next(iter(forms)) if len(forms) == 1 else ""
        said = filled.form.strip().upper().removesuffix("卷").strip()
        return forms.get(said or self._assigned.get(seen(filled.number), only))

    @cached_property
    def _assigned(self) -> dict[str, str]:
        """By numbers as a spreadsheet may have left them."""
        return {seen(number): form for number, form in self.assigned.items()}

    def _read(self, filled: Filled, form: Form, origin: Origin, style: Style) -> Sitting:
        numbers = {str(at): question for at, question in enumerate(form.questions, 1)}
        known = numbers | {question.item: question for question in form.questions}
        answers: dict[str, object] = {}
        marks: dict[str, int] = {}
        named: set[str] = set()
        for name, parts in _by_question(filled.answers).items():
            question = known.get(name) or known.get(name.removeprefix("_"))
            if question is None:
                first = next(iter(parts.values()))
                self._tell("CW1509", origin.file, first, question=name, form=form.code)
                continue
            if question.item in named:
                self._tell_twofold(origin.file, next(iter(parts.values())), name)
                answers.pop(question.item, None)
                marks.pop(question.item, None)
                continue
            named.add(question.item)
            response = self._response(question, parts, style, origin.file)
            points = self._points(question, parts, origin.file)
            answers |= {} if response is None else {question.item: response}
            marks |= {} if points is None else {question.item: points}
        return Sitting(
            candidate=filled.number,
            form=form.code,
            answers=answers,
            origin=Origin(origin.way, origin.file, str(filled.at.line), origin.digest),
            name=filled.name,
            began=filled.began,
            ended=filled.ended,
            marks=marks,
        )

    def _response(
        self, question: Question, parts: Mapping[Label, Written], style: Style, file: str
    ) -> object:
        written = [(label.part, each) for label, each in parts.items() if not label.is_points]
        texts = {part: each.text for part, each in written}
        try:
            return response_of(question, self.asked[question.item], texts, style)
        except Unclear as unclear:
            at = next((each for _part, each in written if each.text == unclear.text), written[0][1])
            if isinstance(unclear, Twofold):
                self._tell_twofold(file, at, unclear.text)
            else:
                self._tell("CW1511", file, at, found=unclear.text, wanted=unclear.wanted)
            return None

    def _points(self, question: Question, parts: Mapping[Label, Written], file: str) -> int | None:
        """Of a marker, of all parts together; None where none are written down, or both whole and parts."""
        asked = self.asked[question.item]
        said = {label.part: each for label, each in parts.items() if label.is_points}
        if "" in said and len(said) > 1:
            self._tell_twofold(file, said[""], "; ".join(each.text for each in said.values()))
            return None
        found = []
        for label, written in parts.items():
            if label.is_points:
                points = _points(written.text, asked)
                if points is None:
                    self._tell("CW1510", file, written, found=written.text, most=_most(asked))
                else:
                    found.append(points)
        return min(sum(found), _most(asked)) if found else None

    def _tell_twofold(self, file: str, written: Written, found: str) -> None:
        self._tell("CW1535", file, written, found=found.replace(BETWEEN, " "))

    def _tell(self, code: str, file: str, written: Written, **values: object) -> None:
        self.problems.append(Problem(code, Place(file, written.line, written.column), values, written.note))


def _by_question(answers: Mapping[Label, Written]) -> dict[str, dict[Label, Written]]:
    found: dict[str, dict[Label, Written]] = {}
    for label, written in answers.items():
        found.setdefault(label.question, {})[label] = written
    return found


def _most(asked: Asked) -> int:
    """Points that a marker can give: those of the rubric, or one a gap; none to what a machine scores."""
    match asked:
        case AskedWritten():
            return of_rubric(asked)
        case AskedGaps(interaction):
            return len(interaction.gaps)
        case _:
            return 0


def _points(text: str, asked: Asked) -> int | None:
    digits = text.strip().removesuffix("分").strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 4
    return int(digits) if is_number and int(digits) <= _most(asked) and _most(asked) else None
