"""The plan for a new holder's first ninety days: what to study by when, what to show, three talks."""

from collections.abc import Iterator

from ..link.site import SiteRole
from ..model.role import Training
from ..press.document import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Table,
    Together,
)
from ..press.line import Spans
from .stationery import Stationery, joined

DAYS = 90
TALKS = (30, 60, 90)


def onboarding(role: SiteRole, stationery: Stationery) -> Document | None:
    """The plan, or None for a role without training."""
    if role.model.kind == "charter" or not role.model.training:
        return None
    words = stationery.words
    kind = words("{days}-day onboarding plan").format(days=DAYS)
    blocks = [
        *stationery.reservations(role.model),
        *_opening(role, stationery),
        *_study(role, stationery),
        *_practice(role, stationery),
        *_talks(stationery),
    ]
    return stationery.document(
        role.model,
        role.id,
        words("{title}: {days}-day onboarding plan").format(title=role.model.title, days=DAYS),
        blocks,
        suffix=kind,
        edition=stationery.edition("onboarding", role.id),
    )


def _opening(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    words, model = stationery.words, role.model
    superior = stationery.superior(model)
    places = (
        stationery.control("employee", words("Employee"), None),
        stationery.date("start", words("First day")),
        stationery.control("mentor", words("Mentor"), None),
        stationery.control("superior", words("Direct superior"), superior),
    )
    yield Facts(tuple(((place.title,), (place,)) for place in places), title=words("Onboarding"))
    yield from stationery.text(model.purpose, "note")
    yield Heading((words("First day: read and understood"),))
    first = (
        words("The job description was explained by the direct superior and signed."),
        words("The people to work with were introduced."),
    )
    yield Listing(tuple((line,) for line in first), "tick")
    if model.redlines:
        yield Paragraph((words("What must never be done:"),))
        yield Listing(tuple(map(stationery.line, model.redlines)), "cross")


def _study(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    """Chapters by their day; those after the ninetieth stand apart."""
    words = stationery.words
    ordered = sorted(enumerate(role.model.training, 1), key=lambda entry: (entry[1].day, entry[0]))
    early = [entry for entry in ordered if entry[1].day <= DAYS]
    late = [entry for entry in ordered if entry[1].day > DAYS]
    for title, entries in ((words("Study"), early), (words("After ninety days"), late)):
        if entries:
            yield Heading((title,))
            columns = (
                Column((words("By when"),), 12),
                Column((words("Chapter"),), 14),
                Column((words("What you can do afterwards"),), 51),
                Column((words("Quiz at"),), 7, "center"),
                Column((words("Done on"),), 16, "center"),
            )
            yield Table(columns, tuple(_chapter(at, entry, stationery) for at, entry in entries), title)
    if role.model.exams:
        yield Paragraph(stationery.exams(role.model))


def _chapter(at: int, training: Training, stationery: Stationery) -> tuple[Spans, ...]:
    words = stationery.words
    chapter = next(chapter for chapter in stationery.site.chapters if chapter.id == training.chapter)
    name = words("Ch. {number}").format(number=chapter.number)
    about = words.plural(
        "{chapter} {title} ({count} section, {minutes} min)",
        "{chapter} {title} ({count} sections, {minutes} min)",
        len(chapter.sections),
        chapter=name,
        title=chapter.model.title,
        minutes=chapter.minutes,
    )
    objectives = joined(map(stationery.line, chapter.model.objectives), words("; "))
    return (
        (words("{when} (day {day})").format(when=training.when, day=training.day),),
        (about,),
        objectives,
        (stationery.cuts_of(training.chapter) or "—",),
        (stationery.date(f"done.{at}", words("Done on")),),
    )


def _practice(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    """The duties, from watching to doing alone; and the competencies as they grow."""
    words = stationery.words
    steps = (words("Watched"), words("Done with the mentor"), words("Done alone"))
    duties: list[tuple[Spans, ...]] = []
    for at, duty in enumerate(role.model.duties, 1):
        places = ((stationery.date(f"practice.{at}.{step}", title),) for step, title in enumerate(steps, 1))
        duties.append(((str(at),), stationery.line(duty.text), *places))
    columns = (
        Column(("#",), 4),
        Column((words("Duty"),), 45),
        *(Column((step,), 17, "center") for step in steps),
    )
    yield Heading((words("Practice"),))
    yield Table(columns, tuple(duties), words("Practice"))
    if role.model.competencies:
        yield Heading((words("Competencies as they grow"),))
        yield Paragraph(
            (words("A quiz shows knowledge only; levels 3 and 4 are judged by what the superior has seen."),),
            "note",
        )
        yield Table(_growth(stationery), tuple(_grown(role, stationery)), words("Competencies as they grow"))


def _growth(stationery: Stationery) -> tuple[Column, ...]:
    words = stationery.words
    talks = (Column((words("Day {day}").format(day=day),), 13, "center") for day in TALKS)
    return (
        Column((words("Competency"),), 31),
        Column((words("Level required"),), 17),
        Column((words("At the start"),), 13, "center"),
        *talks,
    )


def _grown(role: SiteRole, stationery: Stationery) -> Iterator[tuple[Spans, ...]]:
    levels = stationery.levels()
    for needed in role.model.competencies:
        places = (
            (stationery.control(f"level.{needed.competency}.{day}", stationery.words("Level"), None),)
            for day in (0, *TALKS)
        )
        yield (
            (stationery.site.competencies[needed.competency].title,),
            (levels[needed.level - 1][1],),
            *places,
        )


def _talks(stationery: Stationery) -> Iterator[Block]:
    words = stationery.words
    rows = tuple(
        (
            (words("Day {day}").format(day=day),),
            (stationery.control(f"talk.{day}.self", words("The employee's own view"), None),),
            (stationery.control(f"talk.{day}.mentor", words("The mentor's view"), None),),
            (stationery.control(f"talk.{day}.next", words("Agreed next steps"), None),),
        )
        for day in TALKS
    )
    columns = (
        Column((words("Talk"),), 10),
        Column((words("The employee's own view"),), 30),
        Column((words("The mentor's view"),), 30),
        Column((words("Agreed next steps"),), 30),
    )
    who = (words("Employee"), words("Mentor"), words("Direct superior"))
    yield Together(
        (
            Heading((words("Three talks"),)),
            Table(columns, rows, words("Three talks"), tall=14),
            Signatures(who, (words("Signature"), words("Date"))),
        )
    )
