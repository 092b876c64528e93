"""The common Chinese text form of questions, and that of 问卷星 → records.

    1、题干（ A ） [多选题]
    A.选项  B、选项
    答案：AB
    解析：…
    章节：…

A question begins with its number; what follows its options is known by its name and a colon. Of 判断 the
answer stands as a word, of 填空 `;` parts texts that are right in one gap, and `|` the gaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..diagnostics import Place, Problem, errors_in
from ..words import Words
from .bold import Line, bold_in
from .draft import Reading, Record
from .meaning import Known, Meaning
from .spot import Spot
from .text_fields import FIELDS
from .text_heading import Heading, heading_of
from .text_list_read import ListReader, begins
from .text_meeting import met
from .text_number import Begun, numbered, numbered_in_brackets
from .text_parts import add, beside, put
from .text_question import LETTERS, Question
from .text_stem import settled

_UNREAD = ("points", "topic")
_PROSE = ("stem", "explanation", *LETTERS)
"""Parts in which bold type means something."""


class TextReader:
    """Reads one text; `name` is what its file is called in messages."""

    def __init__(self, name: str, words: Words, known: Known | None = None) -> None:
        self._name = name
        self._words = words
        self._known = known
        self._problems: list[Problem] = []
        self._questions: list[Question] = []
        self._is_bracketed = False
        """Whether all numbers of questions stand in brackets."""
        self._heading: Heading | None = None
        self._type: Spot | None = None
        self._is_between = False
        """Whether a heading came after the last question."""

    def reading(self, lines: Sequence[str], bold: Mapping[int, Sequence[bool]]) -> Reading:
        """The questions of a text by its lines; `bold` has by line, from 1, whether each sign is bold."""
        self._is_bracketed = not any(numbered(Line(line)) for line in lines)
        end = self._read(lines, bold)
        if end <= len(lines):
            self._meet(lines, end, bold)
        meaning = Meaning(self._words, self._known)
        drafts = [*meaning.drafts([*map(self._record, self._questions)])]
        if not drafts and not errors_in([*self._problems, *meaning.problems]):
            self._problems.append(Problem("CW1005", Place(self._name)))
        return Reading(drafts, [*self._problems, *meaning.problems])

    def _read(self, lines: Sequence[str], bold: Mapping[int, Sequence[bool]]) -> int:
        """Read the questions; the number of the line behind them, at which a list of answers may begin."""
        for at, line in enumerate(lines):
            if begins(lines, at, self._questions, bracketed=self._is_bracketed):
                return at + 1
            place = Place(self._name, at + 1, len(line) - len(line.lstrip()) + 1, 1, line)
            for part in beside(Line(line, bold.get(at + 1, ()))):
                if part.text.strip():
                    self._read_part(place, part)
        return len(lines) + 1

    def _read_part(self, place: Place, said: Line) -> None:
        """Begin a question, or give the line to the one that is open."""
        last = self._questions[-1] if self._questions else None
        is_inner = last is not None and place.column > last.place.column
        """Whether the line stands further in than the question that is open, and so is a part of it."""
        if not is_inner and (begun := self._begun(last, said)):
            question = Question(place, begun.number, type=self._type, heading=self._heading)
            self._questions.append(question)
            self._problems += put(question, "stem", "", place, begun.stem)
            self._is_between = False
        elif not is_inner and (heading := heading_of(said.text)):
            self._head(heading, place)
        elif last is None or self._is_between:
            self._problems.append(Problem("CW1018", place, {"found": said.text.strip()}))
        else:
            self._problems += add(last, place, said)

    def _head(self, heading: Heading, place: Place) -> None:
        above = self._heading if self._is_between else None
        self._heading = heading.below(above) if above else heading
        self._type = Spot(place, text=heading.given) if heading.given else None
        self._is_between = True

    def _begun(self, last: Question | None, line: Line) -> Begun | None:
        """The question that a line begins, with a number in brackets where it counts on from the last."""
        found, in_brackets = numbered(line), numbered_in_brackets(line)
        if self._is_bracketed:
            return in_brackets
        if found is None and in_brackets and (last is None or _is_over(last, in_brackets.number)):
            return in_brackets
        return found

    def _meet(self, lines: Sequence[str], begin: int, bold: Mapping[int, Sequence[bool]]) -> None:
        """Give the questions their answers of the list that begins at a line; without one they are told."""
        headings = [text for each in self._questions if each.heading for text in each.heading.texts]
        reader = ListReader(self._name, headings, bracketed=self._is_bracketed)
        reader.read(lines, begin, bold)
        self._problems += [
            *reader.problems,
            *met(self._questions, reader.answers, begin, is_whole=reader.is_whole),
        ]
        self._questions = [each for each in self._questions if each.answer]

    # what a question says

    def _record(self, question: Question) -> Record:
        spots = {
            name: _spot(place, [line for line in lines if line.text], is_prose=name in _PROSE)
            for name, (place, lines) in question.parts.items()
        }
        options = {name: spot for name, spot in spots.items() if name.isupper() and spot.text}
        fields = {name: spot for name, spot in spots.items() if not name.isupper() and spot.text}
        said = frozenset([*fields.keys() - {*_UNREAD}, *LETTERS])
        record = settled(Record(fields, options, {}, Spot(question.place), said=said), question.type)
        return replace(record, fields=self._without_unread(record.fields))

    def _without_unread(self, fields: Mapping[str, Spot]) -> dict[str, Spot]:
        """The fields that have a place in an item; the others are told."""
        for name in _UNREAD:
            if name in fields:
                self._problems.append(
                    Problem("CW1014", fields[name].place, {"column": FIELDS[name].split()[0]})
                )
        return {name: spot for name, spot in fields.items() if name not in _UNREAD}


def _spot(place: Place, lines: Sequence[Line], *, is_prose: bool) -> Spot:
    text = "\n".join(line.text for line in lines)
    return Spot(place, text=text, bold=bold_in(lines) if is_prose else None)


def _is_over(question: Question, number: int) -> bool:
    """Whether a question can be over, and a number in brackets that of the next.

    It is none while it counts what is said in the question.
    """
    if number != question.number + 1:
        return False
    lines = question.text(question.last).split("\n")[question.last == "stem" :]
    return bool(question.answer) and not any(numbered_in_brackets(Line(line)) for line in lines)
