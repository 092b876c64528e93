"""A form as blocks for a Word file, which a trainer may edit."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import assert_never

from ...press.document import (
    Block,
    Column,
    Facts,
    Heading,
    Listing,
    PageEnd,
    Paragraph,
    Table,
    Title,
    Together,
)
from ...press.line import Run, Spans
from .gapping import UNDERSCORES
from .led import led, paragraphs
from .shown import (
    Answer,
    Asking,
    Blocks,
    Cover,
    Group,
    Labels,
    Lettered,
    Options,
    Pairing,
    Paper,
    Part,
    Places,
    Room,
    Steps,
)

PLACE = "____"
"""For a letter."""

TALL = 9
"""Of a line to write on, in mm."""


def place() -> Spans:
    """What stands for a gap: no field of Word's, which would be in an editor's way."""
    return (UNDERSCORES,)


def draft(paper: Paper) -> Blocks:
    questions = (block for part in paper.parts for block in _part(part, paper.labels))
    return (*_cover(paper.cover), PageEnd(), *questions)


def _cover(cover: Cover) -> Iterator[Block]:
    yield Paragraph((cover.course,))
    yield Title(f"{cover.title} · {cover.form}")
    yield Facts(tuple(((name,), (value,)) for name, value in cover.facts), title=cover.title)
    yield Facts(tuple(((name,), ("\n",)) for name in cover.blanks), title=cover.form)
    yield Heading((cover.rules_title,))
    yield Listing(tuple((rule,) for rule in cover.rules), "number")


def _part(part: Part, labels: Labels) -> Iterator[Block]:
    if part.title:
        yield Heading((part.title,))
    if part.note:
        yield Paragraph((part.note,), "note")
    for group in part.groups:
        yield from _group(group, labels)


def _group(group: Group, labels: Labels) -> Iterator[Block]:
    """Each question is whole. What is to be read for several may end on the page before the first of them:

    kept with it, a case takes a page of its own and leaves the one before it half empty.
    """
    if group.title:
        begun, *others = group.stimulus
        yield Together((Heading((group.title,), 2), Paragraph((group.said,), "note"), begun))
        yield from (Together((each,)) if isinstance(each, Table) else each for each in others)
    yield from (Together(tuple(_asking(asking, labels))) for asking in group.questions)


def _asking(asking: Asking, labels: Labels) -> Iterator[Block]:
    """With room above it, which is kept with it, so that no end of a page comes between."""
    yield Paragraph((), "small")
    yield from paragraphs((Run(f"{asking.number}. ", strong=True),), asking.whole)
    yield from _answer(asking.answer, labels)


def _answer(answer: Answer, labels: Labels) -> Iterator[Block]:
    match answer:
        case Options(options):
            yield from _lettered(options)
        case Steps(steps):
            yield from _lettered(steps)
            yield Paragraph((f"{labels.sequence} {' → '.join(PLACE for _ in steps)}",))
        case Pairing():
            yield from _pairing(answer, labels)
        case Places(units):
            yield from (Paragraph((f"{labels.answer} {UNDERSCORES} {unit}".rstrip(),)) for unit in units)
        case Room(lines):
            yield Table((Column((labels.answer,), 1),), (((),),) * lines, labels.answer, tall=TALL)
        case unknown:
            assert_never(unknown)


def _lettered(entries: Iterable[Lettered]) -> Iterator[Block]:
    for letter, blocks in entries:
        yield from paragraphs((f"{letter}. ",), blocks)


def _pairing(pairing: Pairing, labels: Labels) -> Iterator[Block]:
    """Two lists beside each other, unless a thing is more than a line."""
    things = [led((f"{PLACE} {number}. ",), blocks) for number, blocks in enumerate(pairing.things, 1)]
    targets = [led((f"{letter}. ",), blocks) for letter, blocks in pairing.targets]
    if any(below for _, below in things):
        for line, below in (*things, *targets):
            yield from (Paragraph(line), *below)
        return
    lines = ([line for line, _ in each] for each in (things, targets))
    rows = tuple(zip_longest(*lines, fillvalue=()))
    columns = Column((labels.things,), 5), Column((labels.targets,), 4)
    yield Table(columns, rows, labels.things)
