"""What a post asks of its holder: qualifications, competencies, training."""

from collections.abc import Iterator

from ..model.role import Qualification
from ..press.document import Block, Column, Heading, Spans, Table
from .stationery import joined
from .vocabulary import qualifications
from .writing import Writing

Row = tuple[Spans, ...]

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
                *stationery.mark(entry.proposed),
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
    for at, needed in enumerate(writing.role.competencies, 1):
        key, need = f"competencies.{at}", str(needed.essential).lower()
        yield (
            (stationery.link("competency", needed.competency),),
            (stationery.choice(f"{key}.level", words("Level"), needed.level, stationery.levels()),),
            (stationery.choice(f"{key}.essential", words("Need"), need, needs),),
        )


def training(writing: Writing) -> Iterator[Block]:
    if writing.role.training:
        words = writing.words
        columns = (
            Column((words("Chapter"),), 23),
            Column((words("By when"),), 20),
            Column((words("Quiz at"),), 7),
        )
        title = words("Training")
        yield writing.heading(title, "training")
        yield Table(columns, tuple(_training(writing)), title, folded=True)


def _training(writing: Writing) -> Iterator[Row]:
    stationery = writing.stationery
    for at, entry in enumerate(writing.role.training, 1):
        when = stationery.control(f"training.{at}.when", writing.words("By when"), entry.when)
        cuts = stationery.cuts_of(entry.chapter) or _NOTHING
        yield (stationery.link("chapter", entry.chapter),), (when,), (cuts,)
