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
    Spans,
    Table,
)
from .stationery import Stationery


def interview(role: SiteRole, stationery: Stationery) -> Document | None:
    """The question set, or None for a role whose competencies have no questions."""
    asked = [(needed, stationery.site.competencies[needed.competency]) for needed in role.model.competencies]
    asked = [(needed, competency) for needed, competency in asked if competency.questions]
    if role.model.kind == "charter" or not asked:
        return None
    words = stationery.words
    kind = words("Interview questions")
    blocks = [*_opening(stationery), *_questions(asked, stationery), *_closing(asked, stationery)]
    return stationery.document(
        role.model,
        role.id,
        words("{title}: interview questions").format(title=role.model.title),
        blocks,
        suffix=kind,
        edition=stationery.edition("interview", role.id),
    )


def _opening(stationery: Stationery) -> Iterator[Block]:
    words = stationery.words
    candidate = stationery.control("candidate", words("Candidate"), None)
    interviewer = stationery.control("interviewer", words("Interviewer"), None)
    date = stationery.date("interview.date", words("Date"))
    round = stationery.control("round", words("Round"), None)
    yield Facts(
        tuple(((place.title,), (place,)) for place in (candidate, date, interviewer, round)),
        title=words("Interview"),
    )
    yield Heading((words("How to score"),))
    yield Listing(
        (
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
        yield Heading(
            (
                heading.format(
                    number=at, title=competency.title, level=levels[needed.level - 1][1], need=need
                ),
            ),
            level=2,
        )
        yield Paragraph(stationery.line(competency.definition), "note")
        yield Listing(tuple(map(stationery.line, competency.questions)), "number")
        score = stationery.choice(f"score.{competency.id}", words("Score"), None, levels)
        note = stationery.control(f"note.{competency.id}", words("Evidence from the answers"), None)
        rows: list[tuple[Spans, ...]] = [
            ((level,), stationery.line(text))
            for (_, level), text in zip(levels, competency.criteria, strict=True)
        ]
        rows += [((words("Evidence from the answers"),), (note,)), ((words("Score"),), (score,))]
        columns = (Column((words("Level"),), 22), Column((words("What the answers show"),), 78))
        yield Table(columns, tuple(rows), competency.title)


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
    yield Heading((words("Summary"),))
    yield Table(columns, tuple(rows), words("Summary"))
    yield Listing(
        (
            (words("Recommend for hiring"),),
            (words("Recommend for a further interview"),),
            (words("Do not recommend"),),
        ),
        "tick",
    )
    yield Signatures((words("Interviewer"), words("Human resources")), (words("Signature"), words("Date")))
