"""`results.json`: of which session, of which files and by which rulings results are."""

from dataclasses import asdict, dataclass, field
from typing import Any

from pydantic import TypeAdapter

from ...diagnostics import Place, Problem
from ...model.candidate import Candidate
from ..session import as_json
from ..store import Kept
from .gathering import Gathering, Source
from .lockdown import Lockdown
from .ruling import Rulings

FORMAT = 1


@dataclass(frozen=True)
class Finding:
    """What was told of a file before it was accepted, as a code with its place and its values."""

    code: str
    file: str
    line: int
    column: int
    values: dict[str, str]

    @property
    def problem(self) -> Problem:
        return Problem(self.code, Place(self.file, self.line, self.column), dict(self.values))


@dataclass(frozen=True)
class Outcome:
    """`agreement` is what two markers came to, where two marked; `listing` the digest that was accepted;
    `lockdown` what there was of Safe Exam Browser."""

    format: int
    session: str
    commitment: str
    version: str
    cut: int
    counted: int
    listing: str
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    absent: tuple[Candidate, ...]
    undecided: tuple[Candidate, ...]
    rulings: tuple[dict[str, Any], ...] = ()
    agreement: dict[str, Any] | None = None
    lockdown: Lockdown = field(default_factory=Lockdown)

    @property
    def as_bytes(self) -> bytes:
        return as_json(asdict(self))


_OUTCOME: TypeAdapter[Outcome] = TypeAdapter(Outcome)


def outcome_of(kept: Kept, gathering: Gathering, rulings: Rulings, version: str) -> Outcome:
    return Outcome(
        format=FORMAT,
        session=kept.session.name,
        commitment=kept.commitment,
        version=version,
        cut=kept.session.blueprint.cut,
        counted=len(gathering.counted),
        listing=gathering.listing,
        sources=tuple(gathering.sources),
        findings=tuple(map(_finding, gathering.problems)),
        absent=tuple(gathering.absent),
        undecided=tuple(gathering.undecided),
        rulings=as_rows(rulings),
        lockdown=gathering.lockdown,
    )


def as_rows(rulings: Rulings) -> tuple[dict[str, Any], ...]:
    return tuple(ruling.as_data() for _item, ruling in sorted(rulings.items()))


def _finding(problem: Problem) -> Finding:
    place = problem.place
    values = {name: str(value) for name, value in problem.values.items()}
    return Finding(problem.code, place.file, place.line, place.column, values)


def read_outcome(raw: bytes) -> Outcome:
    """Raises ValueError where it is none."""
    found = _OUTCOME.validate_json(raw)
    if found.format != FORMAT:
        raise ValueError("of a later version")
    return found
