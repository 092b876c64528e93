"""What a post asks of its holder: qualifications, competencies, training."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ..model.role import Qualification, RequiredCompetency, Training
from ..press.document import Block, Column, Heading, Paragraph, Table
from ..press.line import Spans
from .rows import NONE, keys_of
from .stationery import joined
from .vocabulary import qualifications
from .writing import Writing

Row = tuple[Spans, ...]
Entry = TypeVar("Entry", RequiredCompetency, Training)

_NOTHING = "—"
_BETWEEN = "\u2003"
"""Between qualifications of one kind: as wide as a character, on paper and on a page."""


def qualification(writing: Writing) -> Iterator[Block]:
    """A row a kind; required and preferred side by side."""
    role, words = writing.role, writing.words
    if not (role.required or role.preferred):
        return
    columns = (
        Column((words("Qualification"),), 14),
        Column((words("Required"),), 52),
        Column((words("Preferred"),), 34),
    )
    title = words("Qualifications")
    yield Heading((title,), anchor="qualifications")
    yield Table(columns, tuple(_qualifications(writing)), title)


def _qualifications(writing: Writing) -> Iterator[Row]:
    for kind, title in qualifications(writing.words).items():
        required = _qualified(writing, "required", kind, writing.role.required)
        preferred = _qualified(writing, "preferred", kind, writing.role.preferred)
        if required or preferred:
            yield (title,), required or (_NOTHING,), preferred or (_NOTHING,)


def _qualified(writing: Writing, name: str, kind: str, entries: tuple[Qualification, ...]) -> Spans:
    words, stationery = writing.words, writing.stationery
    return joined(
        (
            (
                stationery.prose(f"{name}.{at}.text", words("Qualification"), entry.text),
                *stationery.mark(entry.proposed, f"{name}.{at}"),
            )
            for at, entry in enumerate(entries, 1)
            if entry.kind == kind
        ),
        _BETWEEN,
    )


def competencies(writing: Writing) -> Iterator[Block]:
    if writing.role.competencies:
        words = writing.words
        columns = (
            Column((words("Competency"),), 24),
            Column((words("Level"),), 16),
            Column((words("Need"),), 10),
        )
        title = words("Competencies required")
        yield writing.heading(title, "competencies")
        yield Table(columns, tuple(_competencies(writing)), title, folded=True)


def _competencies(writing: Writing) -> Iterator[Row]:
    words, stationery = writing.words, writing.stationery
    needs = (("true", words("essential")), ("false", words("desirable")))
    known = stationery.site.competencies.items()
    choices = [_none(writing), *((id, competency.title) for id, competency in known)]
    for row, needed in _by_key("competencies", writing.role.competencies):
        key, need = f"competencies.{row}", str(needed.essential).lower()
        link = (stationery.link("competency", needed.competency),) if needed.competency else ()
        name = stationery.choice(
            f"{key}.competency", words("Competency"), needed.competency, choices, line=link
        )
        yield (
            (name,),
            (stationery.choice(f"{key}.level", words("Level"), needed.level, stationery.levels()),),
            (stationery.choice(f"{key}.essential", words("Need"), need, needs),),
        )


def training(writing: Writing) -> Iterator[Block]:
    """The chapters by when, and the exams that they lead to."""
    words, role = writing.words, writing.role
    title = words("Training")
    if role.training or role.exams:
        yield writing.heading(title, "training")
    if role.training:
        columns = (
            Column((words("Chapter"),), 19),
            Column((words("By when"),), 21),
            Column((words("Quiz at"),), 10),
        )
        yield Table(columns, tuple(_training(writing)), title, folded=True)
    if role.exams:
        yield Paragraph(writing.stationery.exams(role))


def _training(writing: Writing) -> Iterator[Row]:
    stationery, words = writing.stationery, writing.words
    chapters = stationery.site.chapters
    choices = [_none(writing), *((chapter.id, chapter.model.title) for chapter in chapters)]
    before, behind = words(" (day {day})").split("{day}")
    for row, entry in _by_key("training", writing.role.training):
        key = f"training.{row}"
        link = (stationery.link("chapter", entry.chapter),) if entry.chapter else ()
        name = stationery.choice(f"{key}.chapter", words("Chapter"), entry.chapter, choices, line=link)
        when = stationery.control(f"{key}.when", words("By when"), entry.when)
        day = stationery.control(f"{key}.day", words("Day"), entry.day)
        cuts = stationery.cuts_of(entry.chapter) if entry.chapter else ""
        yield (name,), (when, before, day, behind), (cuts or _NOTHING,)


def _none(writing: Writing) -> tuple[str, str]:
    """What may be chosen for a row that is to go, as well as deleting it."""
    return NONE, writing.words("(not required)")


def _by_key(name: str, rows: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    return zip(keys_of(name, [row.model_dump(warnings=False) for row in rows]), rows, strict=True)
