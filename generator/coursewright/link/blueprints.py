"""Blueprints → exams that can be drawn, and what is wrong with those that cannot.

An exam for practice is drawn from items that a quiz or a check asks: those have a page that shows them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from ..diagnostics import Problem
from ..model.blueprint import Blueprint, Demand
from ..model.chapter import CheckBlock
from ..model.kinds import EXAM, NOTICE
from ..model.walk import instances
from ..program import NODES
from ..validate.sources import Loaded, Sources
from .drawing import Bounds, Drawn, Weights, drawn, first_of
from .site import Site, SiteExam, SiteItem, SiteNotice
from .vault import ReservedItem, Vault

Units = list[tuple[SiteItem, ...]]
"""What is drawn as one: an item, or the questions of a case."""


@dataclass(frozen=True)
class Exams:
    """Exams by id, without those that cannot be, which are among the problems."""

    exams: Mapping[str, SiteExam]
    problems: list[Problem]


def exams(sources: Sources, site: Site, vault: Vault) -> Exams:
    """The exams of a course; what is reserved is only counted, to say why there are so few items."""
    found: dict[str, SiteExam] = {}
    problems: list[Problem] = []
    asked = asked_units(site)
    for id, loaded in sources.all(EXAM).items():
        units = _units(asked, loaded.model)
        weights = [_weights(unit, loaded.model) for unit in units]
        demands = [_bounds(demand, loaded.model.items) for demand in loaded.model.demands]
        draw = drawn(weights, [*demands, (loaded.model.items, loaded.model.items)])
        if draw.numbers is None:
            undrawn = _undrawn(site, vault, asked, loaded.model)
            never = [*_beyond_the_total(loaded)]
            why = [*never, *_beyond_the_bank(loaded, weights, undrawn)] or [_conflict(loaded, units, weights)]
            if never or loaded.model.forms is None:
                problems += why
                continue
            problems += (_unpractised(problem) for problem in why)
        chosen = first_of(weights, draw.numbers) if draw.numbers is not None else ()
        target = site.target("exam", id)
        found[id] = SiteExam(id, loaded.model, tuple(units), chosen, target, _notices(sources, id))
    in_order = sorted(found.items(), key=lambda exam: (exam[1].model.order, exam[0]))
    return Exams(dict(in_order), problems)


def _notices(sources: Sources, exam: str) -> tuple[SiteNotice, ...]:
    """Those of the sessions of an exam, the last day first."""
    own = [SiteNotice(id, each.model) for id, each in sources.all(NOTICE).items() if each.model.exam == exam]
    return tuple(sorted(own, key=lambda notice: (notice.model.date, notice.id), reverse=True))


class Tested(NamedTuple):
    """What demands look at; a question of a case has two types."""

    chapter: str
    objective: str
    competencies: tuple[str, ...]
    level: str
    types: tuple[str, ...]


def measured(item: SiteItem | ReservedItem) -> Tested:
    model = item.model
    types = (model.__dict__["type"], *((item.case.type,) if item.case else ()))
    return Tested(item.section.chapter, model.objective, model.competencies, model.level, types)


def fits(demand: Demand, item: Tested) -> bool:
    """Whether an item counts for a demand."""
    return (
        demand.chapter in (None, item.chapter)
        and demand.objective in (None, item.objective)
        and demand.competency in (None, *item.competencies)
        and demand.level in (None, item.level)
        and demand.type in (None, *item.types)
    )


def asked_units(site: Site) -> Units:
    """What is drawn as one, of all that is asked somewhere."""
    items = {item.id: item for quiz in site.quizzes.values() for item in quiz.items}
    for section in site.sections:
        for _, block in instances(section.model, CheckBlock):
            items |= {item.id: item for item in site.asked(block.check)}
    in_order = (item for item in site.items.values() if item.id in items)
    return [
        tuple(group) for _, group in groupby(in_order, lambda item: item.case.id if item.case else item.id)
    ]


def _units(asked: Iterable[tuple[SiteItem, ...]], blueprint: Blueprint) -> Units:
    """The units of the chapters that a blueprint examines; a case that goes beyond them is left out."""
    own = blueprint.chapters
    return [unit for unit in asked if not own or all(item.section.chapter in own for item in unit)]


def _weights(unit: tuple[SiteItem, ...], blueprint: Blueprint) -> Weights:
    """How many items of a unit fit each demand, and how many there are."""
    tested = [measured(item) for item in unit]
    return (*(sum(fits(demand, item) for item in tested) for demand in blueprint.demands), len(unit))


def _bounds(demand: Demand, total: int) -> Bounds:
    return demand.least, total if demand.most is None else demand.most


@dataclass(frozen=True)
class _Undrawn:
    """Items of a blueprint's chapters that no exam for practice is drawn from."""

    reserved: Sequence[ReservedItem]
    unasked: Sequence[SiteItem]

    def counts(self, demand: Demand | None) -> dict[str, int | str]:
        """How many there are for a demand, or in all; nothing where there are none."""
        both: dict[str, Sequence[SiteItem | ReservedItem]] = {
            "reserved": self.reserved,
            "unasked": self.unasked,
        }
        fitting = {
            name: sum(demand is None or fits(demand, measured(item)) for item in items)
            for name, items in both.items()
        }
        return {name: count or "" for name, count in fitting.items()}


def _undrawn(site: Site, vault: Vault, asked: Units, blueprint: Blueprint) -> _Undrawn:
    drawn = {item.id for unit in asked for item in unit}
    own = blueprint.chapters
    reserved = [item for item in vault.items.values() if not own or item.section.chapter in own]
    rest = (item for item in site.items.values() if item.id not in drawn)
    return _Undrawn(reserved, [item for item in rest if not own or item.section.chapter in own])


def _unpractised(problem: Problem) -> Problem:
    """What keeps a mock exam from being drawn keeps no session from being made: its items are others."""
    return Problem("CW1129", problem.place, problem.values)


def _beyond_the_total(loaded: Loaded[Blueprint]) -> Iterator[Problem]:
    """Demands that want more together than there are items, told at the largest of them.

    Only of one kind, such as chapters alone: no item counts for two of those.
    """
    for field in ("chapter", "objective", "level"):
        own = {at: each.least for at, each in enumerate(loaded.model.demands) if _about(each) == {field}}
        if len(own) > 1 and sum(own.values()) > loaded.model.items:
            largest = max(own, key=lambda at: own[at])
            lines = [loaded.file.place(("demands", at)).line for at in own if at != largest]
            values = {"wanted": sum(own.values()), "total": loaded.model.items, "most": own[largest]}
            place = loaded.file.place(("demands", largest))
            yield Problem("CW1128", place, {**values, "lines": ", ".join(map(str, lines))})


def _about(demand: Demand) -> set[str]:
    names = ("chapter", "objective", "competency", "level", "type")
    return {name for name in names if getattr(demand, name) is not None}


def _beyond_the_bank(
    loaded: Loaded[Blueprint], units: Sequence[Weights], undrawn: _Undrawn
) -> Iterator[Problem]:
    """Demands, or a total, for more than there is at all."""
    demands = [*loaded.model.demands, None]
    wanted = [demand.least for demand in loaded.model.demands]
    paths = [("demands", at) for at in range(len(wanted))]
    for at, (least, path) in enumerate(zip([*wanted, loaded.model.items], [*paths, ("items",)], strict=True)):
        found = sum(weights[at] for weights in units)
        if found < least:
            values = {"wanted": least, "found": found, **undrawn.counts(demands[at])}
            yield Problem("CW1104", loaded.file.place(path), values)


def _conflict(loaded: Loaded[Blueprint], units: Units, weights: Sequence[Weights]) -> Problem:
    """The problem at the last of the fewest demands that cannot be met together."""
    blueprint = loaded.model
    bounds = [_bounds(demand, blueprint.items) for demand in blueprint.demands]
    joint = _Joint(weights, bounds, blueprint.items)
    rows = joint.conflicting()
    lines = [loaded.file.place(("demands", at)).line for at in rows]
    limits = [*((at, bounds[at][1]) for at in rows), (len(bounds), blueprint.items)]
    cases = _too_large(units, weights, limits)
    values = {"total": blueprint.items, "lines": ", ".join(map(str, lines[:-1])), "cases": ", ".join(cases)}
    if not rows:
        return Problem("CW1107", loaded.file.place(("items",)), {**values, "steps": NODES})
    place = loaded.file.place(("demands", rows[-1]))
    if not joint.drawn(rows).certain:
        return Problem("CW1107", place, {**values, "steps": NODES})
    least, most = bounds[rows[-1]]
    if (found := joint.most(rows)) is not None:
        return Problem("CW1105", place, {**values, "wanted": least, "found": found})
    return Problem("CW1106", place, {**values, "wanted": most, "found": joint.least(rows)})


def _too_large(units: Units, weights: Sequence[Weights], limits: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Cases of which more fits a demand, by its place, than it allows."""
    for unit, counts in zip(units, weights, strict=True):
        if unit[0].case and any(counts[at] > most for at, most in limits):
            yield unit[0].case.id


class _Joint:
    """What can be drawn when only some of the demands hold."""

    def __init__(self, units: Sequence[Weights], bounds: Sequence[Bounds], total: int) -> None:
        self._units = units
        self._bounds = bounds
        self._total = total

    def drawn(self, rows: Sequence[int], last: Bounds | None = None) -> Drawn:
        """A draw that meets the total and the demands at `rows`, the last of them with other bounds."""
        bounds = [self._bounds[at] for at in rows]
        if last is not None:
            bounds[-1] = last
        weights = ((*(unit[at] for at in rows), unit[-1]) for unit in self._units)
        return drawn(weights, [*bounds, (self._total, self._total)])

    def conflicting(self) -> list[int]:
        """Demands that cannot be met together, without those that can be left out of the conflict."""
        rows = list(range(len(self._bounds)))
        is_certain = self.drawn(rows).certain
        for at in range(len(self._bounds)):
            fewer = [row for row in rows if row != at]
            draw = self.drawn(fewer)
            if draw.refuted if is_certain else draw.numbers is None:
                rows = fewer
        return rows

    def most(self, rows: Sequence[int]) -> int | None:
        """How many the last demand can have at most beside the others; None if it must have more."""
        least, most = self._bounds[rows[-1]]
        able = (number for number in range(least, -1, -1) if not self.drawn(rows, (number, most)).refuted)
        return next(able, None)

    def least(self, rows: Sequence[int]) -> int:
        """How many the last demand has at least beside the others."""
        least, most = self._bounds[rows[-1]]
        able = (
            number for number in range(most, self._total + 1) if not self.drawn(rows, (least, number)).refuted
        )
        return next(able, self._total)
