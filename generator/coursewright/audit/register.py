"""The bank as a table, and what of the course it covers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.chapter import CheckBlock
from ..model.kinds import CHAPTER, COURSE, QUIZ, SECTION
from ..model.markup import blocks, words_of
from ..model.walk import instances
from ..validate.sources import Sources
from .question import Question, questions


@dataclass(frozen=True)
class Row:
    """A question: every cell a text. `quizzes` has the ids of the quizzes and sections that ask it."""

    id: str
    type: str
    objective: str
    level: str
    use: str
    file: str
    quizzes: tuple[str, ...]
    stem: str


Cell = tuple[str, str, str]
"""Level, type and use."""


def rows(sources: Sources) -> tuple[Row, ...]:
    """Every question in the order of the files, those reserved for exams included."""
    asking = _asking(sources)
    return tuple(_row(question, asking) for question in questions(sources))


def covered(sources: Sources, listed: tuple[Row, ...]) -> Mapping[str, Counter[Cell]]:
    """Objective → how many questions of each level, type and use; objectives without any are in it."""
    counts: dict[str, Counter[Cell]] = {objective: Counter() for objective in _objectives(sources)}
    for row in listed:
        counts[row.objective][row.level, row.type, row.use] += 1
    return counts


def _objectives(sources: Sources) -> Iterator[str]:
    """In the order of the course."""
    course = sources.one(COURSE)
    for chapter in course.model.chapters if course else ():
        for name in sources.all(CHAPTER)[chapter].model.sections:
            section = sources.all(SECTION)[f"{chapter}/{name}"].model
            yield from (f"{chapter}/{name}/{objective.id}" for objective in section.objectives)


def _row(question: Question, asking: Mapping[str, list[str]]) -> Row:
    item, case = question.item, question.case
    asked = (*asking.get(item.id, ()), *(asking.get(case.id, ()) if case else ()))
    return Row(
        item.id,
        question.type,
        item.objective,
        item.level,
        item.use,
        question.file.path,
        tuple(dict.fromkeys(asked)),
        " ".join(" ".join(map(words_of, blocks(item.stem))).split()),
    )


def _asking(sources: Sources) -> Mapping[str, list[str]]:
    """Item or case → the quizzes and the sections that ask it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id, quiz in sources.all(QUIZ).items():
        for item in quiz.model.items:
            found[item].append(id)
    for id, section in sources.all(SECTION).items():
        for _, block in instances(section.model, CheckBlock):
            for item in block.check:
                found[item].append(id)
    return found
