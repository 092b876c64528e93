"""Sealed responses that came back → sittings, and everything that is wrong with them.

Anybody who has the package can seal something for the session's key, so what a response says is held against
what was published: the package, the code's ticket, whom it let in, with which form and time. Nothing is
dropped: what does not count is told as an error, what counts and is strange as a warning.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from pathlib import Path

from ...diagnostics import Place, Problem, in_order
from ...model.items.interaction import Asked
from ...scoring.response import is_empty
from ...words import Words
from ..form import Form
from ..sitting import Gathered, Holder, Origin, Seb, Sitting
from ..store import Kept
from . import jwe
from .admission import Admitted
from .arriving import Arrival, arrivals
from .asked import NotAnAnswer, answer_of, named
from .package import Package, digest_of
from .publishing import Published, published, session_key
from .response import SLACK, Response, read_response, receipt_of

GRACE = timedelta(minutes=1)
"""By which a sitting may be longer, or end later: what sealing and sending take."""


@dataclass(frozen=True)
class _Opened:
    """A response that is what it says: of this session, package, ticket, candidate and form."""

    response: Response
    arrival: Arrival
    admitted: Admitted
    package: Package
    is_spare: bool

    @property
    def holder(self) -> Holder | None:
        """Nobody believes what is said of a code that is somebody's own."""
        said = self.response.holder
        return Holder(said.number if said else "", said.name if said else "") if self.is_spare else None

    @property
    def seb(self) -> Seb | None:
        said = self.response.seb
        return Seb(said.configKey, said.browserExamKey, said.url) if said else None

    @property
    def shown(self) -> str:
        place = self.arrival.place
        return f"{place.file}:{place.line}" if place.line > 1 else place.file


class _Set(Exception):
    """What sets a response aside: a code and its values."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values


def opened(paths: Sequence[Path], kept: Kept) -> Gathered:
    """Of files and folders, in any order. Raises SessionDamaged."""
    return _Opening(kept).gathered(paths)


@dataclass
class _Opening:
    kept: Kept
    _problems: list[Problem] = field(default_factory=list)
    _asked: Mapping[str, Asked] = field(init=False)
    _forms: Mapping[str, Form] = field(init=False)
    _packages: Mapping[str, Published] = field(init=False)

    def __post_init__(self) -> None:
        session = self.kept.session
        self._asked = session.asked(Words(session.language))
        self._forms = {form.code: form for form in session.forms}
        self._packages = {digest_of(each.package): each for each in published(self.kept)}
        self._key = session_key(self.kept)
        self._now = datetime.now(UTC)

    def gathered(self, paths: Sequence[Path]) -> Gathered:
        came = arrivals(paths)
        self._problems += came.problems
        whole = [each for arrival in self._once(came.found) if (each := self._opened(arrival))]
        counted = [each for own in self._by_candidate(whole) for each in self._one(own)]
        sittings = [self._sitting(each) for each in counted]
        return Gathered(sittings, in_order(self._problems))

    def _tell(self, code: str, place: Place, **values: object) -> None:
        self._problems.append(Problem(code, place, values))

    def _once(self, found: Iterable[Arrival]) -> list[Arrival]:
        """The same bytes are one response, however often they come."""
        first: dict[str, Arrival] = {}
        for arrival in found:
            known = first.setdefault(arrival.sealed, arrival)
            if known is not arrival:
                self._tell("CW1314", arrival.place, other=known.place.file)
        return list(first.values())

    def _opened(self, arrival: Arrival) -> _Opened | None:
        try:
            return self._checked(self._response(arrival.sealed), arrival)
        except _Set as found:
            self._tell(found.code, arrival.place, **found.values)
            return None

    def _response(self, sealed: str) -> Response:
        if self._key is None:
            raise _Set("CW1307")
        try:
            if jwe.kid_of(sealed) != self._key["kid"]:
                raise _Set("CW1307")
            content = jwe.open_for(sealed, self._key)
        except jwe.Unsealed as error:
            raise _Set("CW1303") from error
        try:
            return read_response(content)
        except ValueError as error:
            raise _Set("CW1308") from error

    def _checked(self, response: Response, arrival: Arrival) -> _Opened:
        session, number = self.kept.session, response.candidate.number
        if (response.session, response.exam, response.commitment) != (
            session.name,
            session.exam,
            self.kept.commitment,
        ):
            raise _Set("CW1309", number=number, found=response.session)
        package = self._packages.get(response.package)
        if package is None:
            raise _Set("CW1310", number=number)
        admission = package.admissions.get(response.ticket)
        people = {each.number: each for each in admission.admitted} if admission else {}
        admitted = people.get(number)
        if admitted is None or admitted.name != response.candidate.name:
            raise _Set("CW1311", number=number, ticket=response.ticket)
        if admission is None or not _is_same(admission.proof_of(number), response.proof):
            raise _Set("CW1322", number=number, ticket=response.ticket)
        if admitted.form != response.form:
            raise _Set("CW1312", number=number, found=response.form, wanted=admitted.form)
        if (response.minutes, response.extra) != (session.blueprint.minutes, admitted.extra):
            wanted = session.blueprint.minutes + admitted.extra
            raise _Set("CW1313", number=number, found=response.minutes + response.extra, wanted=wanted)
        return _Opened(response, arrival, admitted, package.package, admission.is_spare)

    def _by_candidate(self, whole: Sequence[_Opened]) -> Iterator[list[_Opened]]:
        found: defaultdict[str, list[_Opened]] = defaultdict(list)
        for each in whole:
            found[each.admitted.number].append(each)
        yield from (found[number] for number in sorted(found))

    def _one(self, own: Sequence[_Opened]) -> Iterator[_Opened]:
        """The last save of the candidate's sitting; none of them where there are two sittings."""
        sittings: defaultdict[object, list[_Opened]] = defaultdict(list)
        for each in sorted(own, key=lambda each: (each.response.rank, each.shown), reverse=True):
            sittings[each.response.sitting].append(each)
        for last, *earlier in sittings.values():
            for each in earlier:
                self._tell("CW1315", each.arrival.place, number=each.admitted.number, other=last.shown)
        lasts = [saves[0] for saves in sittings.values()]
        if len(lasts) == 1:
            yield lasts[0]
            return
        for each in lasts:
            others = ", ".join(other.shown for other in lasts if other is not each)
            self._tell("CW1316", each.arrival.place, number=each.admitted.number, other=others)

    def _sitting(self, found: _Opened) -> Sitting:
        response, place = found.response, found.arrival.place
        self._tell_times(found)
        form = self._forms[response.form]
        items = {named(at): question.item for at, question in enumerate(form.questions, 1)}
        return Sitting(
            candidate=found.admitted.number,
            form=response.form,
            answers=self._answers(found, form),
            origin=Origin(
                "sealed",
                place.file,
                str(place.line) if place.line > 1 else "",
                found.arrival.digest,
                receipt_of(found.arrival.sealed),
            ),
            name=found.admitted.name,
            began=_utc(response.began),
            ended=_utc(response.ended),
            seconds={items[name]: each for name, each in response.seconds.items() if name in items},
            holder=found.holder,
            seb=found.seb,
        )

    def _answers(self, found: _Opened, form: Form) -> dict[str, object]:
        answers: dict[str, object] = {}
        questions = {named(at): question for at, question in enumerate(form.questions, 1)}
        for name, response in found.response.answers.items():
            if is_empty(response):
                continue
            try:
                question = questions[name]
                answers[question.item] = answer_of(question, self._asked[question.item], response)
            except (KeyError, NotAnAnswer):
                number = found.admitted.number
                self._tell("CW1321", found.arrival.place, number=number, question=name.removeprefix("q")[:12])
        return answers

    def _tell_times(self, found: _Opened) -> None:
        response, place, number = found.response, found.arrival.place, found.admitted.number
        if not response.final:
            self._tell("CW1317", place, number=number)
        if response.is_mistimed:
            self._tell("CW1320", place, number=number)
        if response.ended > self._now + SLACK:
            self._tell("CW1325", place, number=number, ended=_utc(response.ended))
        if away := response.away:
            longest, whole = max(away), sum(away)
            self._tell("CW1326", place, number=number, count=len(away), seconds=whole, longest=longest)
        opens, closes = (_moment(found.package[name]) for name in ("opens", "closes"))
        if opens and response.began < opens:
            self._tell("CW1323", place, number=number, early=_minutes(opens - response.began))
        if closes and response.ended - GRACE > closes:
            self._tell("CW1318", place, number=number, late=_minutes(response.ended - closes))
        took, given = response.ended - response.began, timedelta(minutes=response.minutes + response.extra)
        if took > given + GRACE:
            values = {"found": took // timedelta(minutes=1), "wanted": response.minutes + response.extra}
            self._tell("CW1319", place, number=number, **values)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _minutes(span: timedelta) -> int:
    """Begun ones count."""
    return -(-span // timedelta(minutes=1))


def _is_same(proof: str, said: str) -> bool:
    """By bytes: texts with other letters than those of ASCII cannot be compared in constant time."""
    return compare_digest(proof.encode(), said.encode(errors="replace"))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
