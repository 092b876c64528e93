"""What a post is for: purpose, duties, authority and relations, what measures it and what it never does."""

from collections.abc import Iterator

from ..model.role import Relation
from ..press.document import Beside, Block, Column, Heading, Listing, Paragraph, Table
from ..press.line import Spans
from .confirming import ROW_MARKS, open_proposals
from .points import directions, rule
from .vocabulary import periods
from .writing import Writing

Row = tuple[Spans, ...]


def reservations(writing: Writing) -> Iterator[Block]:
    """What must be confirmed before the paper is used, such as by compliance."""
    if writing.role.reservations:
        title = writing.words("Confirm before use")
        yield Heading((title,), anchor="reservations")
        yield Listing(_lines(writing, "reservations", title, writing.role.reservations))


def notes(writing: Writing) -> Iterator[Block]:
    """What else HR must know before it uses the paper."""
    if writing.role.notes:
        title = writing.words("For HR")
        yield Heading((title,), anchor="notes")
        yield Listing(_lines(writing, "notes", title, writing.role.notes))


def purpose(writing: Writing) -> Iterator[Block]:
    title = writing.words("Purpose")
    yield writing.heading(title, "purpose")
    yield from writing.stationery.passage("purpose", title, writing.role.purpose)


def duties(writing: Writing) -> Iterator[Block]:
    words, stationery = writing.words, writing.stationery
    opened = open_proposals(writing.role)
    standard, weight = (stationery.mark(name in opened, name) for name in ROW_MARKS)
    columns = (
        Column(("#",), 4),
        Column((words("Duty"),), 37),
        Column((words("Standard"), *standard), 45),
        Column((words("Weight"), *weight), 14, "right"),
    )
    yield Heading((words("Duties"),), anchor="duties")
    yield Table(columns, tuple(_duties(writing)), words("Duties"), row="duty")


def _duties(writing: Writing) -> Iterator[Row]:
    words, stationery = writing.words, writing.stationery
    for at, duty in enumerate(writing.role.duties, 1):
        key = f"duties.{at}"
        text = stationery.prose(f"{key}.text", words("Duty"), duty.text)
        standard = stationery.prose(f"{key}.standard", words("Standard"), duty.standard)
        weight = stationery.control(f"{key}.weight", words("Weight"), duty.weight)
        yield (str(at),), (text, *stationery.mark(not duty.source, key)), (standard,), (weight, "%")


def authority(writing: Writing) -> Iterator[Block]:
    if writing.role.authority:
        title = writing.words("Authority")
        yield writing.heading(title, "authority")
        yield Listing(_lines(writing, "authority", title, writing.role.authority))


def redlines(writing: Writing) -> Iterator[Block]:
    if writing.role.redlines:
        title = writing.words("Compliance red lines")
        yield writing.heading(title, "redlines")
        yield Listing(_lines(writing, "redlines", title, writing.role.redlines), "cross")


def _lines(writing: Writing, name: str, title: str, entries: tuple[str, ...]) -> tuple[Spans, ...]:
    prose = writing.stationery.prose
    return tuple((prose(f"{name}.{at}", title, entry),) for at, entry in enumerate(entries, 1))


def relations(writing: Writing) -> Iterator[Block]:
    """Inside and outside side by side, or the one there is."""
    words, role = writing.words, writing.role
    inside = _related(writing, "internal", words("Inside"), role.internal)
    outside = _related(writing, "external", words("Outside"), role.external)
    if inside.rows or outside.rows:
        title = words("Working relations")
        yield Heading((title,), anchor="relations")
        yield (
            Beside(inside, outside, title)
            if inside.rows and outside.rows
            else max(inside, outside, key=lambda table: len(table.rows))
        )


def _related(writing: Writing, name: str, where: str, relations: tuple[Relation, ...]) -> Table:
    words, stationery = writing.words, writing.stationery
    rows = tuple(
        (
            (stationery.control(f"{name}.{at}.partner", words("With"), relation.partner),),
            (stationery.prose(f"{name}.{at}.purpose", words("About"), relation.purpose),),
        )
        for at, relation in enumerate(relations, 1)
    )
    columns = (Column((where, *writing.mark(name)), 20), Column((words("About"),), 30))
    return Table(columns, rows, where)


def kpis(writing: Writing) -> Iterator[Block]:
    words = writing.words
    if not writing.role.kpis:
        return
    columns = (
        Column((words("Indicator"),), 16),
        Column((words("Definition or formula"),), 37),
        Column((words("Weight"),), 7, "right"),
        Column((words("Target"),), 8),
        Column((words("Scoring"),), 12),
        Column((words("Period and data"),), 20),
    )
    title = words("Key performance indicators")
    yield writing.heading(title, "kpis")
    yield Table(columns, tuple(_kpis(writing)), title)
    yield Paragraph((rule(words),), "small")


def _kpis(writing: Writing) -> Iterator[Row]:
    words, stationery = writing.words, writing.stationery
    for at, kpi in enumerate(writing.role.kpis, 1):
        key = f"kpis.{at}"
        yield (
            (stationery.control(f"{key}.name", words("Indicator"), kpi.name),),
            (stationery.prose(f"{key}.formula", words("Definition or formula"), kpi.formula),),
            (stationery.control(f"{key}.weight", words("Weight"), kpi.weight), "%"),
            (stationery.control(f"{key}.target", words("Target"), kpi.target),),
            (
                stationery.choice(f"{key}.better", words("Scoring"), kpi.better, directions(words).items()),
                "\n",
                stationery.control(f"{key}.floor", words("Lower limit"), kpi.floor),
                "–",
                stationery.control(f"{key}.cap", words("Upper limit"), kpi.cap),
            ),
            (
                stationery.choice(f"{key}.period", words("Period"), kpi.period, periods(words).items()),
                "\n",
                stationery.control(f"{key}.data", words("Data from"), kpi.data),
            ),
        )
