"""How parallel the forms of a session are, counted from what the session keeps; nothing is believed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic_core import from_json

from ..model.characters import is_unseen
from . import journal
from .assembly import assembled
from .clock import mistimed
from .form import Arrangement, Form
from .plan import Label, Row
from .session import Session, aim_of, as_json, drawn_of, keys
from .shelf import KEPT as FOLDERS_MADE
from .shelf import changed, is_made, missing, unknown
from .store import KEYS_FILE, SESSION_FILE, Kept
from .unit import Traits, Unit

NEEDED = {KEYS_FILE, SESSION_FILE}
"""Files whose digests the first entry of a journal has."""
CONTRADICTIONS = (LookupError, ValueError, ArithmeticError)
"""What counting raises where a session's values do not go together."""


@dataclass(frozen=True)
class Met:
    """A rule of the blueprint, what it wants of a form, and what each form has."""

    label: Label
    least: int
    most: int
    once: bool
    got: tuple[int, ...]

    @property
    def holds(self) -> bool:
        counted = (max(self.got),) if self.once else self.got
        return all(self.least <= count <= self.most for count in counted)


@dataclass(frozen=True)
class Proof:
    """`shared` counts items that each two forms share, anchors apart; `traits` are those of each form."""

    met: tuple[Met, ...]
    shared: tuple[tuple[int, ...], ...]
    overlap: int
    traits: tuple[Traits, ...]
    aim: Traits
    points: tuple[int, ...]

    @property
    def deviations(self) -> tuple[float, ...]:
        """The largest of each form from the target, as a share of it."""
        return tuple(
            max(abs(got - wanted) / wanted for got, wanted in zip(traits, self.aim, strict=True) if wanted)
            for traits in self.traits
        )

    @property
    def spread(self) -> tuple[float, ...]:
        """Of each trait: the most that a form has less the least, as a share of the target."""
        return tuple(
            (max(own) - min(own)) / wanted if wanted else 0
            for own, wanted in zip(zip(*self.traits, strict=True), self.aim, strict=True)
        )

    @property
    def holds(self) -> bool:
        pairs = [
            many for at, row in enumerate(self.shared) for many in row[:at]
        ]  # below the diagonal, on which a form meets itself
        return all(met.holds for met in self.met) and all(many <= self.overlap for many in pairs)


def proof(session: Session) -> Proof:
    """Counted from the questions of the forms and the pool; what the session says of itself is not asked."""
    units = [_units(session, form) for form in session.forms]
    places = {unit.id: at for at, unit in enumerate(session.pool)}
    held = [[places[unit.id] for unit in own] for own in units]
    plan = session.plan.of_equal_worth(session.plan.worth(held[0]))
    return Proof(
        met=tuple(_met(row, held) for row in plan.rows),
        shared=tuple(tuple(_shared(session, one, other, plan.anchors) for other in held) for one in held),
        overlap=plan.overlap,
        traits=tuple(Traits(*map(sum, zip(*(unit.traits for unit in own), strict=True))) for own in units),
        aim=session.aim,
        points=tuple(form.points for form in session.forms),
    )


def _units(session: Session, form: Form) -> list[Unit]:
    asked = {question.item for question in form.questions}
    return [unit for unit in session.pool if any(item.id in asked for item in unit.items)]


def _met(row: Row, held: Sequence[Sequence[int]]) -> Met:
    got = tuple(sum(row.weights.get(at, 0) for at in places) for places in held)
    return Met(row.label, row.least, row.most, row.once, got)


def _shared(session: Session, one: Sequence[int], other: Sequence[int], anchors: frozenset[int]) -> int:
    return sum(session.pool[at].size for at in {*one} & {*other} - anchors)


def altered(kept: Kept, solver: str, now: datetime, words: Callable[[str], str]) -> Iterator[str]:
    """Everything that is not as it was made, in the words of an auditor's list; nothing where all is right.

    With the solver that made them, the forms are made again from the pool and the seed.
    """
    yield from _journal(kept, now, words)
    if kept.session.name != kept.folder.name:
        yield words("the session calls itself “{name}”").format(name=kept.session.name)
    for name in missing(kept.folder, kept.entries):
        yield words("{file} is missing").format(file=name)
    for name in changed(kept.folder, kept.entries):
        yield words("{file} is not what was made").format(file=name)
    for name in unknown(kept.folder, kept.entries):
        yield words("{file}: no entry of the journal says where it comes from").format(file=name)
    yield from _counted(kept, solver, words)


def _journal(kept: Kept, now: datetime, words: Callable[[str], str]) -> Iterator[str]:
    for number in journal.broken(kept.entries):
        yield words("the journal: entry {number} was changed, or one before it is missing").format(
            number=number
        )
    yield from _unmade(kept, words)
    for number, said in mistimed(kept.entries, now):
        yield words(said).format(number=number)
    for entry in kept.entries:
        if not entry.by or is_unseen(entry.by):
            yield words("the journal: entry {number} does not say whose it is").format(number=entry.number)
        if entry.did == "published" and entry.about.get("commitment") != kept.commitment:
            said = words("the journal: entry {number} published the commitment to other keys")
            yield said.format(number=entry.number)
    if missing := NEEDED - kept.entries[0].about.get("files", {}).keys():
        said = words("the journal: entry 1 does not say what {files} were")
        yield said.format(files=words(", ").join(sorted(missing)))


def _unmade(kept: Kept, words: Callable[[str], str]) -> Iterator[str]:
    """Folders and files in the journal that no command makes."""
    for entry in kept.entries[1:]:
        if (folder := entry.about.get("what")) and folder not in FOLDERS_MADE:
            said = words("the journal: entry {number} has a folder that no command makes: {folder}")
            yield said.format(number=entry.number, folder=folder)
        for name in entry.about.get("files", {}):
            if not is_made(name):
                said = words("the journal: entry {number} has a file that no command prints: {file}")
                yield said.format(number=entry.number, file=name)


def _counted(kept: Kept, solver: str, words: Callable[[str], str]) -> Iterator[str]:
    """What somebody wrote into a session may contradict itself: that is told, and is no bug.

    Its types are checked when it is read, so what is left to go wrong is in its values: an id, a place or a
    letter that is not there, a value that its rule does not take, and figures that nothing can be counted
    with. Any other exception is a bug of ours and goes its way.
    """
    session = kept.session
    try:
        yield from _keys(kept, words)
        yield from _items(session, words)
        if not proof(session).holds:
            yield words("the forms do not meet the blueprint")
        if session.solver == solver:
            yield from _drawn_again(session, words)
    except CONTRADICTIONS as error:
        said = words("session.json contradicts itself, and nothing more can be counted from it ({error})")
        yield said.format(error=type(error).__name__)


def _keys(kept: Kept, words: Callable[[str], str]) -> Iterator[str]:
    try:
        given = from_json(kept.keys)
    except ValueError:
        given = None
    nonce = given.get("nonce") if isinstance(given, dict) else None
    is_nonce = isinstance(nonce, str) and re.fullmatch("[0-9a-f]{64}", nonce)
    if not is_nonce or kept.keys != as_json(keys(kept.session, str(nonce), words)):
        yield words("the keys are not those of the items")


def _items(session: Session, words: Callable[[str], str]) -> Iterator[str]:
    known = {item.id: item for unit in session.pool for item in unit.items}
    for form in session.forms:
        for number, question in enumerate(form.questions, 1):
            item = known.get(question.item)
            kept = session.items.get(question.item)
            if item is None or kept is None or item.identity != kept.identity or item.worth != question.worth:
                yield words("form {form}, question {number}: not an item of the pool").format(
                    form=form.code, number=number
                )


def _drawn_again(session: Session, words: Callable[[str], str]) -> Iterator[str]:
    plan = session.plan
    again = assembled(plan, session.seed)
    asked = session.asked(words)
    arrangement = Arrangement(session.blueprint, list(session.chapters), asked, session.seed)
    for number, (form, found) in enumerate(zip(session.forms, again.forms, strict=False)):
        units = [plan.units[at] for at in found.places]
        if {unit.id for unit in units} != {unit.id for unit in _units(session, form)}:
            yield words("form {form} is not what the seed draws").format(form=form.code)
        elif arrangement.form(number, units) != form:
            yield words("form {form} is not in the order that the seed draws").format(form=form.code)
    if len(again.forms) != len(session.forms):
        yield words("the seed draws another number of forms")
    if not again.aim or aim_of(again.aim) != session.aim:
        yield words("the target is not that of the pool")
    if [drawn_of(plan, form) for form in again.forms] != [*session.drawn]:
        yield words("what the solver proved of the forms is not what is written of them")
