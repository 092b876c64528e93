"""The bank as a table, and what of the course it covers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..link.site import SiteItem
from ..model.chapter import CheckBlock
from ..model.items.bank import Bank
from ..model.items.item import ItemSource
from ..model.kinds import BANK, CHAPTER, COURSE, QUIZ, SECTION
from ..model.markup import on_one_line
from ..model.walk import instances
from ..validate.sources import Loaded, Sources


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


def rows(sources: Sources, groups: Mapping[str, tuple[SiteItem, ...]]) -> tuple[Row, ...]:
    """Every question in the order of the files, those reserved for exams and those that are made included.

    `groups` has what is made, as `Site.groups`.
    """
    asking = _asking(sources)
    return tuple(
        _row(item, group, file, asking) for item, group, file in _listed(sources.all(BANK).values(), groups)
    )


def _listed(
    banks: Iterable[Loaded[Bank]], groups: Mapping[str, tuple[SiteItem, ...]]
) -> Iterator[tuple[ItemSource, str, str]]:
    """Items, each with the id of its case or making, if any, and the file; what is made comes last in it."""
    for bank in banks:
        path = bank.file.path
        yield from ((item, case.id if case else "", path) for _, item, case in bank.model.questions())
        for making in bank.model.made:
            yield from ((item.model, making.id, path) for item in groups[making.id])


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


def _row(item: ItemSource, group: str, file: str, asking: Mapping[str, list[str]]) -> Row:
    return Row(
        item.id,
        str(item.__dict__["type"]),
        item.objective,
        item.level,
        item.use,
        file,
        tuple(dict.fromkeys((*asking.get(item.id, ()), *asking.get(group, ())))),
        on_one_line(item.stem),
    )


def _asking(sources: Sources) -> Mapping[str, list[str]]:
    """Item, case or making → the quizzes and the sections that ask it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id, quiz in sources.all(QUIZ).items():
        for item in quiz.model.items:
            found[item].append(id)
    for id, section in sources.all(SECTION).items():
        for _, block in instances(section.model, CheckBlock):
            for item in block.check:
                found[item].append(id)
    return found
