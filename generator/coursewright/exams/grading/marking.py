"""Marking by people: what each marker found met, what counts of it, and how far two of them agree.

One marker's judgment counts where nobody else judged the answer. Where two differ it is undecided until a
third has judged it, whose judgment then counts.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple
from unicodedata import normalize

from pydantic import TypeAdapter

from ...model.items.interaction import AskedWritten
from ..plan import rank
from ..session import Session, as_json
from .judging import Answer, Decisions

FORMAT = 1
FOLDER, FILE = "marking", "judgments.json"
THIRD = 3
_BETWEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


class TwiceJudged(ValueError):
    """A file that judges the same answer more than once, and differently; `count` such answers."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


def person(marker: str) -> str:
    """Who a marker is, however the name was typed: without width, case and spaces."""
    return _BETWEEN.sub("", normalize("NFKC", marker).casefold())


@dataclass(frozen=True)
class Judgment:
    """What one marker found met in one answer."""

    marker: str
    item: str
    answer: str
    met: tuple[str, ...]

    @property
    def of(self) -> Answer:
        return Answer(self.item, self.answer)


class Agreement(NamedTuple):
    """Of answers that two have judged: how many, how many alike, and Cohen's kappa over their criteria."""

    both: int
    same: int
    kappa: float | None

    def as_data(self) -> dict[str, Any]:
        return {**self._asdict(), "kappa": "–" if self.kappa is None else f"{self.kappa:.2f}"}


@dataclass(frozen=True)
class Judgments:
    """All that were made, in the order in which they came; a person's later one replaces an earlier.

    `double` is the share of answers, in percent, that is for a second marker.
    """

    format: int = FORMAT
    double: int = 0
    judgments: tuple[Judgment, ...] = ()

    def with_those(self, others: Sequence[Judgment]) -> "Judgments":
        found = {(person(each.marker), each.of): each for each in (*self.judgments, *others)}
        return replace(self, judgments=tuple(found.values()))

    def spelled(self, marker: str) -> str:
        """The marker's name as it was given first."""
        names = (each.marker for each in self.judgments if person(each.marker) == person(marker))
        return next(names, marker)

    def refused(self, others: Sequence[Judgment]) -> list[Answer]:
        """Answers of which a third is to decide, and somebody who differs would be the third as well."""
        held = {answer: self.by_answer[answer] for answer in self.disagreements}
        return [
            each.of
            for each in others
            for own in held.get(each.of, ())
            if person(own.marker) == person(each.marker) and {*own.met} != {*each.met}
        ]

    @property
    def by_answer(self) -> dict[Answer, list[Judgment]]:
        found: dict[Answer, list[Judgment]] = {}
        for each in self.judgments:
            found.setdefault(each.of, []).append(each)
        return found

    @property
    def decisions(self) -> Decisions:
        return {answer: own[-1].met for answer, own in self.by_answer.items() if _is_decided(own)}

    @property
    def disagreements(self) -> list[Answer]:
        return [answer for answer, own in self.by_answer.items() if not _is_decided(own)]

    def agreement(self, criteria: Mapping[str, Sequence[str]]) -> Agreement | None:
        """Of the first two judgments of each answer; `criteria` are ids by item. None where none has two."""
        pairs = [own[:2] for own in self.by_answer.values() if len(own) > 1]
        if not pairs:
            return None
        marks = [pair for one, other in pairs for pair in _marks(one, other, criteria[one.item])]
        same = sum({*one.met} == {*other.met} for one, other in pairs)
        return Agreement(len(pairs), same, kappa(marks))

    @property
    def as_bytes(self) -> bytes:
        return as_json(asdict(self))


_JUDGMENTS: TypeAdapter[Judgments] = TypeAdapter(Judgments)


def read_judgments(raw: bytes) -> Judgments:
    """Raises ValueError where these are none."""
    return _JUDGMENTS.validate_json(raw)


def _is_decided(own: Sequence[Judgment]) -> bool:
    return len(own) >= THIRD or len({frozenset(each.met) for each in own}) == 1


def _marks(one: Judgment, other: Judgment, criteria: Sequence[str]) -> Iterator[tuple[bool, bool]]:
    return ((id in one.met, id in other.met) for id in criteria)


def kappa(marks: Sequence[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa (Educational and Psychological Measurement 20, 1960): agreement beyond chance.

    None where chance alone would agree always, as where both found everything met.
    """
    count = len(marks)
    if not count:
        return None
    agreed = sum(one == other for one, other in marks) / count
    first, second = (sum(pair[at] for pair in marks) / count for at in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return (agreed - chance) / (1 - chance) if chance < 1 else None


def share(answers: Sequence[Answer], percent: int, seed: str) -> list[Answer]:
    """A part of the answers, drawn by a seed, for a second marker: the same ones every time."""
    ordered = shuffled(answers, seed)
    return ordered[: -(-len(ordered) * percent // 100)]


def shuffled(answers: Sequence[Answer], seed: str) -> list[Answer]:
    """In an order that says nothing about who wrote them."""
    return sorted(answers, key=lambda each: rank(seed, "marking", each.item, each.digest))


@dataclass(frozen=True)
class _Ticked:
    item: str
    answer: str
    met: tuple[str, ...]


@dataclass(frozen=True)
class _Saved:
    """What the page saves."""

    format: int
    session: str
    judgments: tuple[_Ticked, ...]


_SAVED: TypeAdapter[_Saved] = TypeAdapter(_Saved)


def judgments_in(raw: bytes, session: Session, marker: str, known: Collection[Answer]) -> list[Judgment]:
    """A marker's judgments of a file that left the page.

    Raises ValueError where it is none of this session, or names an answer or a criterion that is not there,
    and TwiceJudged.
    """
    saved = _SAVED.validate_json(raw)
    criteria = criteria_of(session)
    found = [Judgment(marker, each.item, each.answer, tuple(sorted({*each.met}))) for each in saved.judgments]
    if saved.format != FORMAT or saved.session != session.name:
        raise ValueError("of another session")
    if not all(each.of in known and {*each.met} <= {*criteria[each.item]} for each in found):
        raise ValueError("of other answers")
    by_answer = {each.of: each for each in found}
    if differing := {each.of for each in found if each != by_answer[each.of]}:
        raise TwiceJudged(len(differing))
    return [*by_answer.values()]


def criteria_of(session: Session) -> dict[str, list[str]]:
    """Ids of the criteria of each item that a person judges."""
    asked = session.asked(str)
    return {id: [each.id for each in one.key] for id, one in asked.items() if isinstance(one, AskedWritten)}
