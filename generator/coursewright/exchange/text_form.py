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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from ..diagnostics import Place, Problem, errors_in
from ..words import Words
from .answers import chosen, verdict
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


@dataclass
class _Question:
    """The lines of a question, parted: name of a part → the place where it begins and its lines."""

    place: Place
    parts: dict[str, tuple[Place, list[str]]] = field(default_factory=dict)
    last: str = "stem"
    type: Spot | None = None
    number: int = 0

    def begin(self, name: str, place: Place, text: str) -> bool:
        """Whether there was no such part before."""
        is_new = name not in self.parts
        self.parts.setdefault(name, (place, []))[1].append(text)
        self.last = name
        return is_new

    def is_before(self, number: int) -> bool:
        """Whether the question can be over, and a number in brackets that of the next.

        It is none while it counts what is said in the question.
        """
        if number != self.number + 1:
            return False
        text = "\n".join(self.parts[self.last][1])
        has_answer = "answer" in self.parts or bool(inside("".join(self.parts["stem"][1])))
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

    def reading(self, lines: Sequence[str]) -> Reading:
        """The questions of a text by its lines."""
        if not any(map(_NUMBER.fullmatch, lines)):
            self._head = _IN_BRACKETS
        meaning = Meaning(self._words, self._known)
        drafts = [*meaning.drafts([*map(self._record, self._questions(lines))])]
        if not drafts and not errors_in([*self._problems, *meaning.problems]):
            self._problems.append(Problem("CW1005", Place(self._name)))
        return Reading(drafts, [*self._problems, *meaning.problems])

    def _questions(self, lines: Sequence[str]) -> Iterator[_Question]:
        question: _Question | None = None
        for number, line in enumerate(lines, 1):
            place = Place(self._name, number, len(line) - len(line.lstrip()) + 1, 1, line)
            for text in _BESIDE.split(line) if _OPTION.fullmatch(line) else [line]:
                begun = self._read(question, place, text)
                if begun is not None:
                    if question is not None:
                        yield question
                    question = begun
        if question is not None:
            yield question

    def _read(self, question: _Question | None, place: Place, line: str) -> _Question | None:
        """A question if one begins here; else the line goes to the one that is open."""
        if not line.strip():
            return None
        if (found := self._begun(question, line)) and not _is_inner(question, place):
            begun = _Question(place, type=self._type, number=_digits(line))
            begun.begin("stem", place, found[1])
            self._is_between = False
            return begun
        if is_heading(line) and not _is_inner(question, place):
            name = type_of(line)
            self._type = Spot(place, text=name) if name else None
            self._is_between = True
        elif question is None or self._is_between:
            self._problems.append(Problem("CW1018", place, {"found": line.strip()}))
        else:
            self._add(question, place, line)
        return None

    def _begun(self, question: _Question | None, line: str) -> re.Match[str] | None:
        """The number that begins a question, in brackets where it counts on from the last."""
        found = self._head.fullmatch(line)
        in_brackets = _IN_BRACKETS.fullmatch(line)
        if found is None and in_brackets and (question is None or question.is_before(_digits(line))):
            return in_brackets
        return found

    def _add(self, question: _Question, place: Place, line: str) -> None:
        if found := _FIELD.fullmatch(line):
            said, text = found["marked"] or found["plain"], found["text"]
            name = _NAMES[said.lower()]
        elif (found := _OPTION.fullmatch(line)) and question.last in ("stem", *LETTERS):
            said, name, text = found[1], _letter(found[1]), found[2]
        elif question.last in ("stem", "explanation", *LETTERS) or _is_long(question):
            question.begin(question.last, place, line.strip())
            return
        else:
            self._problems.append(Problem("CW1018", place, {"found": line.strip()}))
            return
        if not question.begin(name, place, text.strip()):
            self._problems.append(Problem("CW1027", place, {"name": said}))

    # what a question says

    def _record(self, question: _Question) -> Record:
        spots = {
            name: Spot(place, text="\n".join(filter(None, lines)))
            for name, (place, lines) in question.parts.items()
        }
        for name in _UNREAD:
            if name in spots and (gone := spots.pop(name)):
                self._problems.append(Problem("CW1014", gone.place, {"column": _FIELDS[name].split()[0]}))
        options = {name: spot for name, spot in spots.items() if name.isupper() and spot.text}
        fields = {name: spot for name, spot in spots.items() if not name.isupper() and spot.text}
        said = frozenset([*fields, *LETTERS])
        return settled(Record(fields, options, {}, Spot(question.place), said=said), question.type)


def _digits(line: str) -> int:
    """The number that a line begins with."""
    found = re.search(r"[0-9]+", normalize("NFKC", line))
    return int(found[0]) if found else 0


def _letter(text: str) -> str:
    return normalize("NFKC", text).upper()


def _is_long(question: _Question) -> bool:
    """Whether the answer is a text of its own, which may have several lines."""
    text = "".join(question.parts.get("answer", (None, []))[1])
    return question.last == "answer" and chosen(text) is None and verdict(text) is None


def _is_inner(question: _Question | None, place: Place) -> bool:
    """Whether a numbered line stands further in than the question that is open, and so is a part of it."""
    return question is not None and place.column > question.place.column
