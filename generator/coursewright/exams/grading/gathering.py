"""Everything that came back, held against the roster and against itself: what counts, and what does not.

Nothing is dropped: whatever is set aside, taken for something else or missing is a problem at its place. The
order of the files changes nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from datetime import datetime

from ...diagnostics import Place, Problem, errors_in, in_order
from ...model.candidate import Candidate
from ...model.items.interaction import Asked
from ..session import Session, digest
from ..sitting import Gathered, Holder, Sitting
from .lockdown import Keys, Lockdown, lockdown
from .shaped import is_shaped

GRACE = 1
"""Minutes by which a sitting may be longer before it is told: clocks are read, and forms sent, in seconds."""
_DIGITS = re.compile("[0-9]+")


@dataclass(frozen=True)
class Source:
    """A file as it was given, its SHA-256, and how many sittings were found in it."""

    file: str
    digest: str
    way: str
    sittings: int


@dataclass(frozen=True)
class Gathering:
    """`counted` is one sitting a candidate, by their numbers; of those of the roster who are not among them,
    some were `absent`, and of the `undecided` something came that does not count. `basis` is a digest of what
    it was held against."""

    counted: Sequence[Sitting]
    problems: Sequence[Problem]
    absent: Sequence[Candidate]
    undecided: Sequence[Candidate]
    sources: Sequence[Source]
    lockdown: Lockdown = field(default_factory=Lockdown)
    basis: str = ""

    @property
    def is_clean(self) -> bool:
        return not self.problems

    @property
    def aside(self) -> int:
        """What does not count as it is."""
        return errors_in(self.problems)

    @property
    def listing(self) -> str:
        """A digest of all that there is to see and that decides what is written, so that what is accepted is
        what was seen."""
        said = [
            [
                each.code,
                each.place.file,
                each.place.line,
                each.place.column,
                sorted(map(str, each.values.items())),
            ]
            for each in self.problems
        ]
        files = [[each.file, each.digest] for each in self.sources]
        counted = [[each.candidate, each.form] for each in self.counted]
        return digest([said, files, counted, self.basis])


@dataclass(frozen=True)
class Roster:
    """Who is to sit, and with which form where that is known; nobody is known where there is none."""

    people: Mapping[str, Candidate]
    assigned: Mapping[str, str]

    @property
    def is_known(self) -> bool:
        return bool(self.people)


@dataclass(frozen=True)
class Said:
    """What the trainer says of what came: `spares` has the candidate's number of each spare access code,
    `keys` those of Safe Exam Browser in which the exam was to be sat."""

    spares: Mapping[str, str] = field(default_factory=dict)
    keys: Keys = field(default_factory=Keys)


class Gatherer:
    """`asked` are the session's items; `state` is a digest of what was done to it, its rulings and judgments
    among that."""

    def __init__(
        self,
        session: Session,
        asked: Mapping[str, Asked],
        roster: Roster,
        said: Said | None = None,
        state: str = "",
    ) -> None:
        self._state = state
        self._said = said or Said()
        self._session = session
        self._asked = asked
        self._items = {form.code: {each.item for each in form.questions} for form in session.forms}
        self._roster = roster
        self._alike = {seen(number): number for number in roster.people}
        self._problems: list[Problem] = []

    def gathering(self, found: Sequence[Gathered], sources: Sequence[Source]) -> Gathering:
        self._problems = [problem for each in found for problem in each.problems]
        sittings = sorted(
            (sitting for each in found for sitting in each.sittings),
            key=lambda one: (one.candidate, one.origin.file, place_of(one), one.origin.digest),
        )
        if not self._roster.is_known:
            self._problems.append(Problem("CW1512", Place("")))
        came: dict[str, list[Sitting]] = {}
        for sitting in sittings:
            if known := self._known(sitting):
                came.setdefault(known.candidate, []).append(known)
        chosen = ((number, self._chosen(own)) for number, own in sorted(came.items()))
        counted = {number: self._checked(sitting) for number, sitting in chosen if sitting}
        told = (each.values.get("number") for each in self._problems if each.severity == "error")
        came_of = {seen(number) for number in (*(each.candidate for each in sittings), *map(str, told))}
        missing = [person for number, person in self._roster.people.items() if number not in counted]
        absent = [person for person in missing if seen(person.number) not in came_of]
        undecided = [person for person in missing if person not in absent]
        for code, people in (("CW1522", absent), ("CW1521", undecided)):
            self._problems += [Problem(code, Place(""), {"number": person.number}) for person in people]
        return Gathering(
            [*counted.values()],
            in_order(self._problems),
            absent,
            undecided,
            sorted(sources, key=lambda each: (each.file, each.digest)),
            lockdown([*counted.values()], self._said.keys),
            self._basis(),
        )

    def _basis(self) -> str:
        """Of the session's state, the roster, and what the trainer says."""
        roster, said = self._roster, self._said
        people = sorted(map(astuple, roster.people.values()))
        told = [sorted(said.spares.items()), said.keys.config, said.keys.exam]
        return digest([self._session.name, self._state, people, sorted(roster.assigned.items()), told])

    def _known(self, given: Sitting) -> Sitting | None:
        """With the number as the roster has it."""
        sitting = self._owned(given, given.holder) if given.holder else given
        if sitting is None:
            return None
        number = sitting.candidate
        if sitting.form not in self._items:
            self._tell("CW1508", sitting, found=sitting.form, forms=", ".join(self._items))
            return None
        if not self._roster.is_known or number in self._roster.people:
            return sitting
        if alike := self._alike.get(seen(number)):
            self._tell("CW1513", sitting, found=number, wanted=alike)
            return replace(sitting, candidate=alike)
        self._tell("CW1514", sitting)
        return None

    def _owned(self, sitting: Sitting, holder: Holder) -> Sitting | None:
        """Of a spare code, with the number that was said of it. What its holder wrote is no proof: with a
        roster it does not count by itself, for they could write somebody else's number."""
        spare = sitting.candidate
        said = {"name": holder.name or "–", "claimed": holder.number or "–"}
        if number := self._said.spares.get(spare):
            self._tell("CW1526", sitting, number=number, spare=spare, **said)
            return replace(sitting, candidate=number, name=holder.name)
        if self._roster.is_known:
            self._tell("CW1527", sitting, number=holder.number, spare=spare, **said)
            return None
        self._tell("CW1528", sitting, spare=spare, **said)
        return replace(sitting, name=holder.name or sitting.name)

    def _chosen(self, own: Sequence[Sitting]) -> Sitting | None:
        """The one that counts: all must say the same, but that points may stand apart from answers."""
        answered = [each for each in own if each.answers or not each.marks] or own[:1]
        first, *others = answered
        if differing := [each for each in others if not _same(each, first)]:
            for each in answered:
                other = first if each in differing else differing[0]
                self._tell("CW1519", each, other=_said(other))
            return None
        for each in others:
            self._tell("CW1518", each, other=_said(first))
        return self._with_marks(first, [each for each in own if each not in answered])

    def _with_marks(self, first: Sitting, marked: Sequence[Sitting]) -> Sitting | None:
        marks = dict(first.marks)
        for each in marked:
            if any(marks.get(item, points) != points for item, points in each.marks.items()):
                self._tell("CW1519", each, other=_said(first))
                return None
            marks |= each.marks
        return replace(first, marks=marks)

    def _checked(self, sitting: Sitting) -> Sitting:
        """What is told of a sitting that counts."""
        number = sitting.candidate
        person = self._roster.people.get(number)
        if person and sitting.name and _bare(sitting.name) != _bare(person.name):
            self._tell("CW1515", sitting, found=sitting.name, wanted=person.name)
        form = self._roster.assigned.get(number, sitting.form)
        if form != sitting.form and not sitting.holder:  # a spare code has a form of its own
            self._tell("CW1516", sitting, found=sitting.form, wanted=form)
        if sitting.origin.way == "sealed":
            sitting = replace(sitting, answers=self._shaped(sitting))
            self._tell_browser(sitting)
        else:  # what is sealed was told by the time that its access code gives (CW1319)
            self._tell_time(sitting, person.extra if person else 0)
        if not sitting.answers and not sitting.marks:
            self._tell("CW1520", sitting)
        return sitting

    def _tell_browser(self, sitting: Sitting) -> None:
        keys = self._said.keys
        if keys.is_any and not sitting.seb:
            self._tell("CW1529", sitting)
        elif sitting.seb and (wrong := keys.wrong(sitting.seb)):
            self._tell("CW1530", sitting, key=wrong, page=sitting.seb.url)

    def _tell_time(self, sitting: Sitting, extra: int) -> None:
        minutes = self._session.blueprint.minutes + extra
        if (took := minutes_of(sitting)) and took > minutes + GRACE:
            self._tell("CW1517", sitting, found=took, wanted=minutes)

    def _shaped(self, sitting: Sitting) -> dict[str, object]:
        """What a browser sent, without what is no answer to a question of the form."""
        found = {}
        for item, response in sitting.answers.items():
            if item in self._items[sitting.form] and is_shaped(self._asked[item], response):
                found[item] = response
            else:
                self._tell("CW1523", sitting, item=item)
        return found

    def _tell(self, code: str, sitting: Sitting, **values: object) -> None:
        values = {"number": sitting.candidate, **values}
        self._problems.append(Problem(code, Place(sitting.origin.file, place_of(sitting)), values))


def place_of(sitting: Sitting) -> int:
    """The row or page, where its place is one."""
    place = sitting.origin.place
    return int(place) if place.isascii() and place.isdigit() and int(place[:9]) > 0 else 1


def minutes_of(sitting: Sitting) -> int:
    """How long it took, in whole minutes; 0 where that is not known."""
    try:
        began, ended = (datetime.fromisoformat(each) for each in (sitting.began, sitting.ended))
        return max(0, int((ended - began).total_seconds() // 60))
    except (ValueError, TypeError):
        return 0


def _same(one: Sitting, other: Sitting) -> bool:
    return (one.form, one.answers, one.marks) == (other.form, other.answers, other.marks)


def _said(sitting: Sitting) -> str:
    return f"{sitting.origin.file}:{place_of(sitting)}"


def seen(number: str) -> str:
    """The same for numbers that people, and spreadsheets, take for one: 7 and 007, a1 and A1."""
    return _DIGITS.sub(lambda digits: digits[0].lstrip("0"), number.casefold())


def _bare(name: str) -> str:
    return "".join(name.split()).casefold()
