"""The appraisal record of a role: weighted indicators, duties with standards, competencies, red lines."""

from collections.abc import Iterator

from ..link.site import SiteRole
from ..press.document import Block, Column, Document, Facts, Heading, Paragraph, Signatures, Table, Together
from ..press.line import Run, Spans, said
from .confirming import open_proposals
from .points import directions, limits, rule
from .stationery import Stationery
from .vocabulary import periods


def appraisal(role: SiteRole, stationery: Stationery) -> Document | None:
    """The record, or None for a role without indicators."""
    if role.model.kind == "charter" or not role.model.kpis:
        return None
    words = stationery.words
    kind = words("Appraisal record")
    blocks = [
        *stationery.reservations(role.model),
        *_opening(role, stationery),
        *_indicators(role, stationery),
        *_duties(role, stationery),
        *_competencies(role, stationery),
        *_redlines(role, stationery),
        *_closing(stationery),
    ]
    return stationery.document(
        role.model,
        role.id,
        words("{title}: appraisal record").format(title=role.model.title),
        blocks,
        suffix=kind,
        edition=stationery.edition("appraisal", role.id),
    )


def _opening(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    words = stationery.words
    places = (
        stationery.control("employee", words("Employee"), None),
        stationery.control("number", words("Employee number"), None),
        stationery.control("period", words("Period of appraisal"), None),
        stationery.control("department", words("Department"), role.model.department),
        stationery.control("appraiser", words("Appraiser"), None),
        stationery.date("appraised", words("Date")),
    )
    yield Facts(tuple(((place.title,), (place,)) for place in places), title=words("Appraisal"))


def _indicators(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    words = stationery.words
    definition = words("{formula} ({period}; {data}; {direction}, {limits} points)")
    rows = tuple(
        (
            (kpi.name,),
            (
                definition.format(
                    formula=said(stationery.line(kpi.formula)),
                    period=periods(words)[kpi.period],
                    data=kpi.data,
                    direction=directions(words)[kpi.better],
                    limits=limits(kpi),
                ),
            ),
            (f"{kpi.weight}%",),
            (stationery.control(f"target.{at}", words("Target"), kpi.target),),
            (stationery.control(f"actual.{at}", words("Actual"), None),),
            (stationery.control(f"score.{at}", words("Score"), None),),
            (stationery.control(f"weighted.{at}", words("Weighted"), None),),
        )
        for at, kpi in enumerate(role.model.kpis, 1)
    )
    total: tuple[Spans, ...] = (
        (Run(words("Total"), strong=True),),
        (),
        ("100%",),
        (),
        (),
        (),
        (stationery.control("total", words("Total"), None),),
    )
    columns = (
        Column((words("Indicator"),), 16),
        Column((words("Definition, period, data, scoring"),), 40),
        Column((words("Weight"),), 8, "right"),
        Column((words("Target"),), 10),
        Column((words("Actual"),), 9),
        Column((words("Score"),), 8, "center"),
        Column((words("Weighted"),), 9, "center"),
    )
    yield Heading((words("Key performance indicators"), *stationery.mark("kpis" in role.model.proposals)))
    yield Paragraph(
        (
            rule(words),
            " ",
            words("Without a target in figures: 100 exceeded, 85 met, 60 partly met, 0 not met."),
            " ",
            words("Weighted = score × weight; the total is the sum."),
        ),
        "note",
    )
    yield Table(columns, (*rows, total), words("Key performance indicators"))


def _duties(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    words = stationery.words
    choices = [
        (str(number), word)
        for number, word in enumerate(
            (words("not met"), words("partly met"), words("met"), words("exceeded")), 1
        )
    ]
    rows = tuple(
        (
            (str(at),),
            stationery.line(duty.text),
            stationery.line(duty.standard),
            (f"{duty.weight}%",),
            (stationery.choice(f"duty.{at}", words("Judgement"), None, choices),),
            (stationery.control(f"duty-weighted.{at}", words("Weighted"), None),),
        )
        for at, duty in enumerate(role.model.duties, 1)
    )
    total: tuple[Spans, ...] = (
        (),
        (Run(words("Total"), strong=True),),
        (),
        ("100%",),
        (),
        (stationery.control("duty-total", words("Total"), None),),
    )
    opened = open_proposals(role.model)
    columns = (
        Column(("#",), 4),
        Column((words("Duty"),), 27),
        Column((words("Standard"), *stationery.mark("standard" in opened)), 31),
        Column((words("Weight"), *stationery.mark("weight" in opened)), 14, "right"),
        Column((words("Judgement"),), 14),
        Column((words("Weighted"),), 10, "center"),
    )
    title = words("Appraisal of duties")
    yield Heading((title,))
    yield Paragraph(
        (
            words("Not met counts 0, partly met 60, met 85, exceeded 100."),
            " ",
            words("Weighted = score × weight; the total is the sum."),
        ),
        "note",
    )
    yield Table(columns, (*rows, total), title)


def _competencies(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    words, levels = stationery.words, stationery.levels()
    rows = tuple(
        (
            (stationery.site.competencies[needed.competency].title,),
            (levels[needed.level - 1][1],),
            stationery.line(stationery.site.competencies[needed.competency].criteria[needed.level - 1]),
            (stationery.control(f"own.{needed.competency}", words("Own view"), None),),
            (stationery.control(f"seen.{needed.competency}", words("Superior"), None),),
        )
        for needed in role.model.competencies
    )
    if rows:
        columns = (
            Column((words("Competency"),), 20),
            Column((words("Level required"),), 15),
            Column((words("Criterion at that level"),), 43),
            Column((words("Own view"),), 11, "center"),
            Column((words("Superior"),), 11, "center"),
        )
        title = words("Appraisal of competencies")
        yield Heading((title, *stationery.mark("competencies" in role.model.proposals)))
        yield Table(columns, rows, title)


def _redlines(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    words = stationery.words
    kept = [("kept", words("kept")), ("broken", words("broken"))]
    rows = tuple(
        (stationery.line(line), (stationery.choice(f"redline.{at}", words("Kept?"), None, kept),))
        for at, line in enumerate(role.model.redlines, 1)
    )
    if rows:
        yield Heading((words("Compliance red lines"), *stationery.mark("redlines" in role.model.proposals)))
        yield Paragraph(
            (words("One that was broken is handled by the rules of discipline; no score makes up for it."),),
            "note",
        )
        yield Table(
            (Column((words("Red line"),), 82), Column((words("Kept?"),), 18)),
            rows,
            words("Compliance red lines"),
        )


def _closing(stationery: Stationery) -> Iterator[Block]:
    words = stationery.words
    titles = {
        "strengths": words("What went well, with facts"),
        "gaps": words("What to improve, with facts"),
        "plan": words("Agreed for the next period: study, practice, support"),
        "reply": words("The employee's reply"),
    }
    rows = tuple(((title,), (stationery.control(name, title, None),)) for name, title in titles.items())
    columns = (Column((words("About"),), 30), Column((words("Said and agreed"),), 70))
    who = (words("Employee"), words("Direct superior"), words("Human resources department"))
    yield Together((Heading((words("Talk"),)), Table(columns, rows, words("Talk"), tall=11)))
    yield Together(
        (*_result(stationery), Signatures(who, (words("Signature"), words("Date")))),
    )


def _result(stationery: Stationery) -> Iterator[Block]:
    """The grade, by a rule that HR fills in, and how to object to it."""
    words = stationery.words
    grades = {
        "excellent": words("excellent (from 90)"),
        "good": words("good (80–89)"),
        "fair": words("fair (60–79)"),
        "poor": words("not sufficient (below 60)"),
    }
    places = (
        stationery.control("share.kpis", words("Indicators count, %"), None),
        stationery.control("share.duties", words("Duties count, %"), None),
        stationery.control("overall", words("Overall score"), None),
        stationery.choice("overall.grade", words("Grade"), None, grades.items()),
    )
    yield Heading((words("Result"),))
    yield Facts(tuple(((place.title,), (place,)) for place in places), title=words("Result"))
    rule = words("Overall score = total of indicators × their share + total of duties × theirs.")
    days = stationery.control("objection", words("Days"), None)
    before, behind = words("Who disagrees may object to human resources within {days} working days.").split(
        "{days}"
    )
    yield Paragraph((rule, " ", before, days, behind), "small")
