"""The common Chinese text form of questions, and that of 问卷星 → records.

    1、题干（ A ） [多选题]
    A.选项  B、选项
    答案：AB
    解析：…
    章节：…

A question begins with its number; what follows its options is known by its name and a colon. Of 判断 the
answer stands as a word, of 填空 `;` parts texts that are right in one gap, and `|` the gaps.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import normalize

from ..diagnostics import Place, Problem, errors_in
from ..words import Words
from .answers import chosen, verdict
from .bold import Line, bold_in
from .draft import Reading, Record
from .meaning import Known, Meaning
from .spot import Spot
from .text_answer import inside
from .text_heading import is_heading, type_of
from .text_stem import LETTERS, settled

_NUMBER = re.compile(r"\s*第?\s*[0-9０-９]{1,5}\s*(?:[、．:：)）题]|\.(?![0-9]))[、.．:：]?\s*(.*)", re.S)
_IN_BRACKETS = re.compile(r"\s*[(（]\s*[0-9０-９]{1,5}\s*[)）]\s*(.*)", re.S)
_OPTION = re.compile(r"[ \t\u3000]*[(（]?([A-HＡ-Ｈa-hａ-ｈ])[)）]?\s*[、.．:：)）]\s*(.*)", re.S)
_BESIDE = re.compile(r"(?<=\S)[ \t\u3000]+(?=[B-HＢ-Ｈ]\s*[、.．:：])")
_FIELDS = {
    "answer": "答案 答 正确答案 参考答案 标准答案 answer",
    "explanation": "解析 答案解析 试题解析 答案说明 explanation",
    "chapter": "章节 chapter",
    "difficulty": "难度 difficulty",
    "objective": "目标 objective",
    "level": "层次 level",
    "points": "分值 分数 points",
    "topic": "知识点 考点 topic",
}
_NAMES = {name: field for field, names in _FIELDS.items() for name in names.split()}
_NAME = "|".join(_NAMES)
_FIELD = re.compile(
    rf"\s*(?:[\[【]\s*(?P<marked>{_NAME})\s*[\]】]\s*[:：]?|[\[【]?(?P<plain>{_NAME})\s*[:：])\s*(?P<text>.*)",
    re.S | re.I,
)
_UNREAD = ("points", "topic")
_PROSE = ("stem", "explanation", *LETTERS)
"""Parts in which bold type means something."""


@dataclass
class _Question:
    """The lines of a question, parted: name of a part → the place where it begins and its lines."""

    place: Place
    parts: dict[str, tuple[Place, list[Line]]] = field(default_factory=dict)
    last: str = "stem"
    type: Spot | None = None
    number: int = 0

    def begin(self, name: str, place: Place, line: Line) -> bool:
        """Whether there was no such part before."""
        is_new = name not in self.parts
        self.parts.setdefault(name, (place, []))[1].append(line)
        self.last = name
        return is_new

    def text(self, name: str) -> str:
        """The lines of a part, nothing of one that it has not."""
        return "\n".join(line.text for line in self.parts[name][1]) if name in self.parts else ""

    def is_before(self, number: int) -> bool:
        """Whether the question can be over, and a number in brackets that of the next.

        It is none while it counts what is said in the question.
        """
        if number != self.number + 1:
            return False
        text = self.text(self.last)
        has_answer = "answer" in self.parts or bool(inside(self.text("stem").replace("\n", "")))
        is_list = any(map(_IN_BRACKETS.fullmatch, text.split("\n")[self.last == "stem" :]))
        return has_answer and not is_list


class TextReader:
    """Reads one text; `name` is what its file is called in messages."""

    def __init__(self, name: str, words: Words, known: Known | None = None) -> None:
        self._name = name
        self._words = words
        self._known = known
        self._problems: list[Problem] = []
        self._head = _NUMBER
        self._type: Spot | None = None
        self._is_between = False
        """Whether a heading came after the last question."""

    def reading(self, lines: Sequence[str], bold: Mapping[int, Sequence[bool]]) -> Reading:
        """The questions of a text by its lines; `bold` has by line, from 1, whether each sign is bold."""
        if not any(map(_NUMBER.fullmatch, lines)):
            self._head = _IN_BRACKETS
        meaning = Meaning(self._words, self._known)
        drafts = [*meaning.drafts([*map(self._record, self._questions(lines, bold))])]
        if not drafts and not errors_in([*self._problems, *meaning.problems]):
            self._problems.append(Problem("CW1005", Place(self._name)))
        return Reading(drafts, [*self._problems, *meaning.problems])

    def _questions(self, lines: Sequence[str], bold: Mapping[int, Sequence[bool]]) -> Iterator[_Question]:
        question: _Question | None = None
        for number, line in enumerate(lines, 1):
            place = Place(self._name, number, len(line) - len(line.lstrip()) + 1, 1, line)
            for part in _parts(Line(line, bold.get(number, ()))):
                begun = self._read(question, place, part)
                if begun is not None:
                    if question is not None:
                        yield question
                    question = begun
        if question is not None:
            yield question

    def _read(self, question: _Question | None, place: Place, said: Line) -> _Question | None:
        """A question if one begins here; else the line goes to the one that is open."""
        line = said.text
        if not line.strip():
            return None
        if (found := self._begun(question, line)) and not _is_inner(question, place):
            begun = _Question(place, type=self._type, number=_digits(line))
            begun.begin("stem", place, said.last(found[1]))
            self._is_between = False
            return begun
        if is_heading(line) and not _is_inner(question, place):
            name = type_of(line)
            self._type = Spot(place, text=name) if name else None
            self._is_between = True
        elif question is None or self._is_between:
            self._problems.append(Problem("CW1018", place, {"found": line.strip()}))
        else:
            self._add(question, place, said)
        return None

    def _begun(self, question: _Question | None, line: str) -> re.Match[str] | None:
        """The number that begins a question, in brackets where it counts on from the last."""
        found = self._head.fullmatch(line)
        in_brackets = _IN_BRACKETS.fullmatch(line)
        if found is None and in_brackets and (question is None or question.is_before(_digits(line))):
            return in_brackets
        return found

    def _add(self, question: _Question, place: Place, whole: Line) -> None:
        line = whole.text
        if found := _FIELD.fullmatch(line):
            said, text = found["marked"] or found["plain"], found["text"]
            name = _NAMES[said.lower()]
        elif (found := _OPTION.fullmatch(line)) and question.last in ("stem", *LETTERS):
            said, name, text = found[1], _letter(found[1]), found[2]
        elif question.last in ("stem", "explanation", *LETTERS) or _is_long(question):
            question.begin(question.last, place, whole.last(line.strip()))
            return
        else:
            self._problems.append(Problem("CW1018", place, {"found": line.strip()}))
            return
        if not question.begin(name, place, whole.last(text.strip())):
            self._problems.append(Problem("CW1027", place, {"name": said}))

    # what a question says

    def _record(self, question: _Question) -> Record:
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
                    Problem("CW1014", fields[name].place, {"column": _FIELDS[name].split()[0]})
                )
        return {name: spot for name, spot in fields.items() if name not in _UNREAD}


def _parts(line: Line) -> Iterator[Line]:
    """The options on a line of options, each with its letter; else the line."""
    start = 0
    for text in _BESIDE.split(line.text) if _OPTION.fullmatch(line.text) else [line.text]:
        start = line.text.index(text, start)
        yield line.part(text, start)
        start += len(text)


def _spot(place: Place, lines: Sequence[Line], *, is_prose: bool) -> Spot:
    text = "\n".join(line.text for line in lines)
    return Spot(place, text=text, bold=bold_in(lines) if is_prose else None)


def _digits(line: str) -> int:
    """The number that a line begins with."""
    found = re.search(r"[0-9]+", normalize("NFKC", line))
    return int(found[0]) if found else 0


def _letter(text: str) -> str:
    return normalize("NFKC", text).upper()


def _is_long(question: _Question) -> bool:
    """Whether the answer is a text of its own, which may have several lines."""
    text = question.text("answer").replace("\n", "")
    return question.last == "answer" and chosen(text) is None and verdict(text) is None


def _is_inner(question: _Question | None, place: Place) -> bool:
    """Whether a numbered line stands further in than the question that is open, and so is a part of it."""
    return question is not None and place.column > question.place.column
