"""Who passed a session, and what it examined, as credentials say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import CoursewrightError
from .terminal import _

if TYPE_CHECKING:
    from ..credentials.award import Competency, Examination
    from ..exams.session import Session
    from ..exams.store import Kept
    from ..link import Site

RESULTS = "results/candidates.parquet"


class NoResults(CoursewrightError):
    """The session was not graded, or its results are not those that the journal knows."""

    message = _("there are no results in {detail} that the session's journal knows; grade the session first")


@dataclass(frozen=True)
class Candidate:
    number: str
    name: str
    passed: bool


def candidates(kept: "Kept") -> list[Candidate]:
    """As they were graded last. Raises NoResults, FileChanged."""
    import duckdb

    from ..exams.shelf import changed, recorded
    from ..exams.store import FileChanged

    file = kept.folder / RESULTS
    if RESULTS not in recorded(kept.entries) or not file.is_file():
        raise NoResults(str(file))
    if RESULTS in changed(kept.folder, kept.entries):
        raise FileChanged(str(file))
    query = "SELECT candidate, name, passed FROM read_parquet(?) ORDER BY candidate"
    try:
        with duckdb.connect() as database:
            rows = database.execute(query, [str(file)]).fetchall()
    except duckdb.Error as error:
        raise NoResults(str(file)) from error
    return [Candidate(str(number), str(name or ""), passed is True) for number, name, passed in rows]


def examination(kept: "Kept", site: "Site", evidence: Sequence[str]) -> "Examination":
    """What a session examined; the journal is as it stands before anything is issued."""
    from ..credentials.award import Examination

    session, blueprint = kept.session, kept.session.blueprint
    return Examination(
        session=session.name,
        exam=session.exam,
        title=blueprint.title,
        summary=blueprint.summary,
        course=session.course,
        framework=site.framework.title if site.framework else "",
        cut=blueprint.cut,
        language=session.language,
        page=f"quizzes/exams/{session.exam}/",
        commitment=kept.commitment,
        journal=kept.entries[-1].hash,
        competencies=_competencies(session),
        evidence=evidence,
    )


def _competencies(session: "Session") -> "list[Competency]":
    """Those that the blueprint demands, or else those that the session's items test."""
    from ..credentials.award import Competency

    demanded = {demand.competency for demand in session.blueprint.demands if demand.competency}
    tested = {id for item in session.items.values() for id in item.model.competencies}
    return [
        Competency(id, title, f"competencies/#{id}")
        for id, title in session.competencies.items()
        if id in (demanded or tested)
    ]
