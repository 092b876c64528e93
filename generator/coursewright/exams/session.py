"""A session: everything that one administration of an exam was made of, so that it can be checked for ever.

`made` decides all of it; nothing here reads a clock, a disk or chance.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, Literal, cast

from pydantic import Field, TypeAdapter

from ..link.site import Site
from ..link.vault import ReservedItem
from ..model.blueprint import Blueprint
from ..model.items.case import Question as Item
from ..model.items.interaction import Asked
from .assembly import Assembly, Made, assembled
from .form import Arrangement, Form
from .key import key_of, shown_key
from .plan import Plan, Use, plan_of
from .target import Target
from .unit import Traits, Unit, units

FORMAT = 1
"""Of the files; what a later version cannot read it refuses."""


@dataclass(frozen=True)
class Frozen:
    """An item as it was, whole, with its case and the section that teaches it."""

    model: Annotated[Item, Field(discriminator="type")]
    identity: str
    chapter: str
    section: str
    section_title: str
    objective: str
    case: str | None = None

    @property
    def digest(self) -> str:
        """Of all but what earlier sessions showed of it, which is no part of what is asked."""
        return digest(self.model.model_dump(mode="json", exclude={"observed"}))


@dataclass(frozen=True)
class Stimulus:
    """The material of a case."""

    title: str | None
    text: str


@dataclass(frozen=True)
class Drawn:
    """A form as its units, and what the solver proved of it; `deviation` is that after swaps."""

    units: tuple[str, ...]
    status: Literal["optimal", "enough", "feasible"]
    bound: float
    deviation: float
    candidates: int


@dataclass(frozen=True)
class Session:
    """`pool` is every unit that the forms could have been made of, `aim` what all were made alike to."""

    format: int
    name: str
    exam: str
    course: str
    language: str
    chapters: dict[str, str]
    competencies: dict[str, str]
    version: str
    solver: str
    seed: str
    blueprint: Blueprint
    uses: tuple[Use, ...]
    pool: tuple[Unit, ...]
    aim: Traits
    drawn: tuple[Drawn, ...]
    forms: tuple[Form, ...]
    items: dict[str, Frozen]
    cases: dict[str, Stimulus]

    @property
    def plan(self) -> Plan:
        return plan_of(self.blueprint, self.pool, self.uses)

    @property
    def is_whole(self) -> bool:
        """Whether everything is there that its parts name by an id."""
        pooled = {item.id for unit in self.pool for item in unit.items}
        units = {unit.id for unit in self.pool}
        asked = {question.item for form in self.forms for question in form.questions}
        cases = {item.case for item in self.items.values() if item.case}
        return (
            all(form.questions for form in self.forms)
            and all(unit.items for unit in self.pool)
            and len({form.code for form in self.forms}) == len(self.forms) == len(self.drawn) > 0
            and asked <= pooled & self.items.keys()
            and all(units.issuperset(drawn.units) for drawn in self.drawn)
            and cases <= self.cases.keys()
        )

    def asked(self, words: Callable[[str], str]) -> dict[str, Asked]:
        return {id: item.model.asked(words) for id, item in self.items.items()}


SESSION: TypeAdapter[Session] = TypeAdapter(Session)


@dataclass(frozen=True)
class Commission:
    """What a session is made by: its name, its seed, sessions before it, versions."""

    name: str
    exam: str
    seed: str
    uses: tuple[Use, ...]
    version: str
    solver: str


def made(
    site: Site,
    blueprint: Blueprint,
    reserved: Sequence[ReservedItem],
    commission: Commission,
    words: Callable[[str], str],
) -> Session | Assembly:
    """The session, or what could be assembled where a form is missing."""
    pool = units(reserved, blueprint)
    plan = plan_of(blueprint, pool, commission.uses)
    found = assembled(plan, commission.seed)
    if found.failed or not found.aim:
        return found
    drawn = [[plan.units[at] for at in form.places] for form in found.forms]
    used = {item.id for form in drawn for unit in form for item in unit.items}
    own = {item.id: item for item in reserved if item.id in used}
    asked = {id: item.model.asked(words) for id, item in own.items()}
    arrangement = Arrangement(blueprint, [chapter.id for chapter in site.chapters], asked, commission.seed)
    titles = {chapter.id: chapter.model.title for chapter in site.chapters}
    return Session(
        format=FORMAT,
        name=commission.name,
        exam=commission.exam,
        course=site.course.title,
        language=site.course.language,
        chapters=titles,
        competencies={id: each.title for id, each in site.competencies.items()},
        version=commission.version,
        solver=commission.solver,
        seed=commission.seed,
        blueprint=blueprint,
        uses=commission.uses,
        pool=plan.units,
        aim=aim_of(found.aim),
        drawn=tuple(drawn_of(plan, form) for form in found.forms),
        forms=tuple(arrangement.form(number, units) for number, units in enumerate(drawn)),
        items={id: frozen(item) for id, item in own.items()},
        cases={
            item.case.id: Stimulus(item.case.title, item.case.stimulus) for item in own.values() if item.case
        },
    )


def drawn_of(plan: Plan, form: Made) -> Drawn:
    ids = tuple(plan.units[at].id for at in form.places)
    status = cast(Literal["optimal", "enough", "feasible"], form.status)  # of a form that was found
    return Drawn(ids, status, form.bound, form.deviation, form.candidates)


def aim_of(aim: Target) -> Traits:
    return Traits(*map(round, aim.traits))


def frozen(item: ReservedItem) -> Frozen:
    section = item.section
    return Frozen(
        model=item.model.model_copy(update={"observed": ()}),  # type: ignore[arg-type]  # one of the types
        identity=item.model.identity,
        chapter=section.chapter,
        section=section.id,
        section_title=f"{section.number} {section.model.title}",
        objective=item.objective.text,
        case=item.case.id if item.case else None,
    )


def keys(session: Session, nonce: str, words: Callable[[str], str]) -> dict[str, Any]:
    """The key file: what is right in every item, and on every form by its letters.

    The nonce, 64 hex digits of chance, keeps anyone from finding keys by trying them against the
    commitment: four options are two bits.
    """
    asked = session.asked(words)
    return {
        "format": FORMAT,
        "session": session.name,
        "nonce": nonce,
        "items": {
            id: {"digest": item.digest, "key": key_of(asked[id])} for id, item in session.items.items()
        },
        "forms": {
            form.code: [
                {
                    "number": number,
                    "item": question.item,
                    "points": question.worth,
                    "key": shown_key(question, asked[question.item]),
                }
                for number, question in enumerate(form.questions, 1)
            ]
            for form in session.forms
        },
    }


def as_json(data: Any) -> bytes:
    """Bytes that are the same for the same data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def session_bytes(session: Session) -> bytes:
    return as_json(SESSION.dump_python(session, mode="json"))


def digest(data: Any) -> str:
    return sha256(as_json(data)).hexdigest()
