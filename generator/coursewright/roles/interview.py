"""Interview questions for a role: by competency, each with the criteria that answers are scored by."""

from collections.abc import Iterator

from ..link.site import SiteRole
from ..model.competency import Competency
from ..model.role import RequiredCompetency
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
from .stationery import Stationery

MINUTES = 6
"""For one question with what is asked after it."""


def interview(role: SiteRole, stationery: Stationery) -> Document | None:
    """The question set, or None for a role whose competencies have no questions."""
    asked = [(needed, stationery.site.competencies[needed.competency]) for needed in role.model.competencies]
    asked = [(needed, competency) for needed, competency in asked if competency.questions]
    if role.model.kind == "charter" or not asked:
        return None
    words = stationery.words
    kind = words("Interview questions")
    blocks = [*_opening(stationery, len(asked)), *_questions(asked, stationery), *_closing(asked, stationery)]
    return stationery.document(
        role.model,
        role.id,
        words("{title}: interview questions").format(title=role.model.title),
        blocks,
        suffix=kind,
        label=words("Internal"),
        edition=stationery.edition("interview", role.id),
    )


def _opening(stationery: Stationery, count: int) -> Iterator[Block]:
    words = stationery.words
    candidate = stationery.control("candidate", words("Candidate"), None)
    interviewer = stationery.control("interviewer", words("Interviewer"), None)
    date = stationery.date("interview.date", words("Date"))
    round = stationery.control("round", words("Round"), None)
    begun = stationery.control("begun", words("From"), None)
    ended = stationery.control("ended", words("To"), None)
    yield Facts(
        tuple(((place.title,), (place,)) for place in (candidate, date, interviewer, round, begun, ended)),
        title=words("Interview"),
    )
    yield Heading((words("How to ask and to score"),))
    minutes = words(
        "Tick one question for each competency before the first interview, about {each} minutes each, "
        "{all} in all; the others are for following up."
    ).format(each=MINUTES, all=MINUTES * count)
    yield Listing(
        (
            (minutes,),
            (
                words(
                    "Ask every candidate the same questions in the same order, and note what was said, "
                    "not what you think of it."
                ),
            ),
            (
                words(
                    "Follow up until you know the situation, the person's own part, "
                    "the action and the result."
                ),
            ),
            (
                words(
                    "Score each competency by itself: "
                    "the highest level whose criterion the answers show in full."
                ),
            ),
            (words("Compare scores only after every interviewer has written down their own."),),
            (words("Do not ask about family, marriage, pregnancy, health, faith or origin."),),
        ),
        "number",
    )


def _questions(asked: list[tuple[RequiredCompetency, Competency]], stationery: Stationery) -> Iterator[Block]:
    words, levels = stationery.words, stationery.levels()
    yield Heading((words("Questions by competency"),))
    for at, (needed, competency) in enumerate(asked, 1):
        need = words("essential") if needed.essential else words("desirable")
        heading = words("{number}  {title} (required: {level}, {need})")
        title = heading.format(
            number=at, title=competency.title, level=levels[needed.level - 1][1], need=need
        )
        score = stationery.choice(f"score.{competency.id}", words("Score"), None, levels)
        note = stationery.control(f"note.{competency.id}", words("Evidence from the answers"), None)
        rows: list[tuple[Spans, ...]] = [
            ((level,), stationery.line(text))
            for (_, level), text in zip(levels, competency.criteria, strict=True)
        ]
        columns = (Column((words("Level"),), 22), Column((words("What the answers show"),), 78))
        noted = (Column((note.title,), 78), Column((score.title,), 22, "center"))
        yield Together(
            (
                Heading((title,), level=2),
                Paragraph(stationery.line(competency.definition), "note"),
                Listing(tuple(map(stationery.line, competency.questions)), "tick"),
                Table(columns, tuple(rows), competency.title),
                Table(noted, (((note,), (score,)),), note.title, tall=30),
            )
        )


def _closing(asked: list[tuple[RequiredCompetency, Competency]], stationery: Stationery) -> Iterator[Block]:
    words, levels = stationery.words, stationery.levels()
    rows: list[tuple[Spans, ...]] = [
        (
            (competency.title,),
            (levels[needed.level - 1][1],),
            (words("essential") if needed.essential else words("desirable"),),
            (stationery.control(f"total.{competency.id}", words("Score"), None),),
            (stationery.control(f"remark.{competency.id}", words("Remark"), None),),
        )
        for needed, competency in asked
    ]
    columns = (
        Column((words("Competency"),), 30),
        Column((words("Level required"),), 18),
        Column((words("Need"),), 12),
        Column((words("Score"),), 12, "center"),
        Column((words("Remark"),), 28),
    )
    advice = (
        (words("Recommend for hiring"),),
        (words("Recommend for a further interview"),),
        (words("Do not recommend"),),
    )
    who = (words("Interviewer"), words("Human resources department"))
    yield Together(
        (
            Heading((words("Summary"),)),
            Table(columns, tuple(rows), words("Summary")),
            Listing(advice, "tick"),
            Signatures(who, (words("Signature"), words("Date"))),
        )
    )
