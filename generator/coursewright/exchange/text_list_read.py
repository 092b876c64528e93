"""Reads the list of answers at the end of a text; each becomes a question that has no stem."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from ..diagnostics import Place, Problem
from .bold import Line
from .text_fields import field_of
from .text_heading import Heading, heading_before, heading_of
from .text_list import Listed, list_begun, listed
from .text_list_table import Cell, tabled
from .text_number import numbered
from .text_parts import add, put
from .text_question import Question


def begins(lines: Sequence[str], at: int, questions: Sequence[Question], *, bracketed: bool) -> bool:
    """Whether a list of answers begins at a line, behind these questions."""
    line = Line(lines[at])
    if not questions or not line.text.strip() or numbered(line):
        return False
    begun = list_begun(line.text)
    if begun is None:
        return _is_row(listed(line)) and not any(each.answer for each in questions)
    if begun.rest is not None:
        found = _first([line.text[begun.rest :]], bracketed)
        return _is_of(questions, found) and not _is_open(questions) and not _is_answered(lines, at)
    if any(tabled(lines, below) for below in islice(_below(lines, at), 1)):
        return True
    found = _first((lines[below] for below in _below(lines, at)), bracketed)
    if field_of(line.text) is None:
        below = [lines[each] for each in islice(_below(lines, at), 1)]
        is_headed = any(heading_of(line) or heading_before(line) for line in below)
        return bool(found) or is_headed or not any(numbered(Line(lines[each])) for each in _below(lines, at))
    if not found or found[0].is_brief:
        return bool(found)
    return not _is_answered(lines, at) and not _is_open(questions)


def _is_row(found: Sequence[Listed]) -> bool:
    """Whether a line is of answers to some numbers that follow each other, and of nothing else."""
    return bool(found) and found[0].last > found[0].first and all(each.is_brief for each in found)


def _is_of(questions: Sequence[Question], found: Sequence[Listed]) -> bool:
    """Whether answers on one line are of several of the questions; else they may be points of one answer."""
    numbers = {number for each in found for number in (each.first, each.last)}
    return len(numbers) > 1 and found[0].is_brief and numbers <= {each.number for each in questions}


def _is_answered(lines: Sequence[str], at: int) -> bool:
    """Whether a line below one is the answer of its question."""
    fields = (field_of(lines[each]) for each in _below(lines, at))
    return any(field and field.key == "answer" for field in fields)


def _is_open(questions: Sequence[Question]) -> bool:
    """Whether the last question alone has no answer, of several."""
    is_rest_answered = len(questions) > 1 and all(each.answer for each in questions[:-1])
    return is_rest_answered and not questions[-1].answer


def _below(lines: Sequence[str], at: int) -> Iterator[int]:
    """The places of the lines below one that say something."""
    return (below for below in range(at + 1, len(lines)) if lines[below].strip())


def _first(lines: Iterable[str], bracketed: bool) -> list[Listed]:
    """What the first line says that is no heading alone."""
    for line in lines:
        headed = heading_before(line)
        rest = line[headed[1] :] if headed else line
        if rest.strip() and (headed or not heading_of(line)):
            return listed(Line(rest), bracketed=bracketed)
    return []


class ListReader:
    """Reads the lines of one list; `headings` are those of the questions, without spaces."""

    def __init__(self, name: str, headings: Collection[str], *, bracketed: bool) -> None:
        self._name = name
        self._headings = headings
        self._bracketed = bracketed
        self._heading: Heading | None = None
        self.problems: list[Problem] = []
        self.answers: list[Question] = []

    @property
    def is_whole(self) -> bool:
        """Whether no line was left out, which might have been a heading."""
        return all(problem.code != "CW1082" for problem in self.problems)

    def read(self, lines: Sequence[str], begin: int, bold: Mapping[int, Sequence[bool]]) -> None:
        """The answers of a text from a line on, from 1, at which the list begins."""
        end = 0
        for number, text in enumerate(lines[begin - 1 :], begin):
            if number <= end:
                continue
            if table := tabled(lines, number - 1):
                end = self._table(table, lines)
                continue
            line = Line(text, bold.get(number, ()))
            place = Place(self._name, number, len(text) - len(text.lstrip()) + 1, 1, text)
            begun = list_begun(text)
            if begun and (number == begin or begun.before):
                self._head(heading_of(begun.before))
                line = _behind(line, begun.rest)
            if line.text.strip():
                self._line(line, place)

    def _table(self, table: Sequence[tuple[int, Cell]], lines: Sequence[str]) -> int:
        """Read a table; the number of its last line."""
        for number, cell in table:
            place = Place(self._name, cell.line + 1, cell.column + 1, 1, lines[cell.line])
            self._answer(number, Line(cell.text), place)
        return table[-1][1].line + 1

    def _line(self, line: Line, place: Place) -> None:
        if headed := self._headed(line.text):
            self._head(headed[0])
            line = _behind(line, headed[1])
        if found := [] if self._is_inner(place) else listed(line, bracketed=self._bracketed):
            self._bracketed |= line.text[found[0].at] in "(（"
            for each in found:
                column = len(place.source) - len(line.text) + each.at + 1
                self._add(each, replace(place, column=column))
        elif self.answers and not headed:
            self.problems += add(self.answers[-1], place, line, "CW1082")
        elif line.text.strip():
            self.problems.append(Problem("CW1082", place, {"found": line.text.strip()}))

    def _headed(self, line: str) -> tuple[Heading, int] | None:
        """The heading that a line begins with: one that gives a type, or that stands above questions too."""
        if headed := heading_before(line):
            return headed
        whole = heading_of(line)
        is_known = whole and any(heading.startswith(whole.text) for heading in self._headings)
        return (whole, len(line)) if whole and is_known else None

    def _head(self, heading: Heading | None) -> None:
        if heading:
            is_below = self._heading and all(each.heading is not self._heading for each in self.answers[-1:])
            self._heading = heading.below(self._heading) if self._heading and is_below else heading

    def _is_inner(self, place: Place) -> bool:
        """Whether a line stands further in than the answer that is open, and so is a part of it."""
        last = self.answers[-1] if self.answers else None
        return bool(last and last.has_long_answer and place.column > last.place.column)

    def _add(self, listed: Listed, place: Place) -> None:
        if listed.first == listed.last:
            self._answer(listed.first, listed.said, place)
            return
        answers = listed.answers
        if answers is None:
            values = {"first": listed.first, "last": listed.last, "count": listed.last - listed.first + 1}
            self.problems.append(Problem("CW1081", place, {**values, "found": listed.said.text}))
        for number, answer in enumerate(answers or (), listed.first):
            self._answer(number, Line(answer), place)

    def _answer(self, number: int, said: Line, place: Place) -> None:
        answer = Question(place, number, last="answer", heading=self._heading)
        self.answers.append(answer)
        if field_of(said.text):
            self.problems += add(answer, place, said)
        elif said.text:
            self.problems += put(answer, "answer", "", place, said)


def _behind(line: Line, at: int | None) -> Line:
    """What a line says from a place on, nothing without one."""
    return line.last(line.text[at:]) if at is not None else Line("")
