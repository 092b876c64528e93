"""What forms have to be: rows of whole numbers over the units of a bank."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Literal, NamedTuple

from pydantic import PlainSerializer

from ..link.blueprints import fits
from ..model.blueprint import Blueprint, Demand, FormRules
from .unit import Traits, Unit

Rule = Literal[
    "total", "worth", "demand", "points", "enemies", "recent", "banned", "exposure", "anchor", "pinned"
]


class Label(NamedTuple):
    """Which rule of the blueprint a row is of, and which of several."""

    rule: Rule | Literal["overlap", "type"]
    number: int = 0


OVERLAP = Label("overlap")


@dataclass(frozen=True)
class Row:
    """Of every form the sum of `weights`, by the unit's place, is between two numbers.

    With `once` it is enough that one of the forms has it.
    """

    label: Label
    weights: Mapping[int, int]
    least: int
    most: int
    once: bool = False


@dataclass(frozen=True)
class Plan:
    """`overlap` counts items that two forms may share, apart from `anchors`, which are places of units."""

    units: tuple[Unit, ...]
    rows: tuple[Row, ...]
    forms: int
    overlap: int
    anchors: frozenset[int]

    @cached_property
    def traits(self) -> tuple[Traits, ...]:
        """Of every unit."""
        return tuple(unit.traits for unit in self.units)

    @cached_property
    def classes(self) -> tuple[tuple[int, ...], ...]:
        """Places of units that count alike for every row and are of one size, in the order of the bank."""
        signs: list[list[tuple[int, int]]] = [[] for _ in self.units]
        for number, row in enumerate(self.rows):
            for at, weight in row.weights.items():
                signs[at].append((number, weight))
        found: defaultdict[object, list[int]] = defaultdict(list)
        for at, unit in enumerate(self.units):
            found[unit.size, at in self.anchors, tuple(signs[at])].append(at)
        return tuple(map(tuple, found.values()))

    def free(self, made: Iterable[Sequence[int]]) -> list[int]:
        """Units that a form may have beside those that are made, in the order of the bank."""
        used = {at for form in made for at in form} - self.anchors
        return [at for at in range(len(self.units)) if self.overlap or at not in used]

    def worth(self, places: Iterable[int]) -> int:
        """Points of the items of a form."""
        return sum(item.worth for at in places for item in self.units[at].items)

    @property
    def of_types(self) -> "Plan":
        """The plan, with a row that counts each type of item and allows any number of it."""
        size = sum(unit.size for unit in self.units)
        types = sorted({type for unit in self.units for item in unit.items for type in item.tested.types})
        rows = (
            Row(
                Label("type", number),
                {
                    at: count
                    for at, unit in enumerate(self.units)
                    if (count := sum(type in item.tested.types for item in unit.items))
                },
                0,
                size,
            )
            for number, type in enumerate(types)
        )
        return replace(self, rows=(*self.rows, *rows))

    def of_equal_worth(self, points: int) -> "Plan":
        """The plan, of which every form has so many points."""
        return self.exactly({at: points for at, row in enumerate(self.rows) if row.label.rule == "worth"})

    def exactly(self, wanted: Mapping[int, int]) -> "Plan":
        """The plan, of which every form has in these rows, by their places, neither more nor less."""
        rows = (
            replace(row, least=wanted[at], most=wanted[at]) if at in wanted else row
            for at, row in enumerate(self.rows)
        )
        return replace(self, rows=tuple(rows))

    def only(self, labels: Iterable[Label]) -> "Plan":
        """The plan with no other rules than the total and these."""
        kept = {*labels, Label("total")}
        rows = tuple(row for row in self.rows if row.label in kept)
        sizes = sum(unit.size for unit in self.units)
        anchors = frozenset[int]() if OVERLAP not in kept else self.anchors
        return replace(self, rows=rows, overlap=self.overlap if OVERLAP in kept else sizes, anchors=anchors)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Every rule that can be in a conflict, in the blueprint's order."""
        found = dict.fromkeys(row.label for row in self.rows if row.label.rule != "total")
        return (*found, *((OVERLAP,) if self.forms > 1 else ()))


class Use(NamedTuple):
    """The items of one form of an earlier session, kept in their order: a set has another each time."""

    session: str
    items: Annotated[frozenset[str], PlainSerializer(sorted, list[str], when_used="json")]


def plan_of(blueprint: Blueprint, found: Sequence[Unit], uses: Sequence[Use] = ()) -> Plan:
    """The plan of a blueprint; `uses` are of its earlier sessions, the last one first."""
    rules = blueprint.forms or FormRules()
    places = {unit.id: at for at, unit in enumerate(found)}
    anchors = frozenset(places[id] for id in rules.anchors if id in places)
    rows = (
        Row(
            Label("total"), {at: unit.size for at, unit in enumerate(found)}, blueprint.items, blueprint.items
        ),
        _worth(found, blueprint.points),
        *_demands(blueprint, found),
        *_named(rules, places),
        *_earlier(rules, found, anchors, uses),
    )
    return Plan(tuple(found), rows, rules.count, rules.overlap, anchors)


def _worth(found: Sequence[Unit], points: int | None) -> Row:
    """Points of a form; any number of them where nothing is said."""
    weights = {at: sum(item.worth for item in unit.items) for at, unit in enumerate(found)}
    return Row(Label("worth"), weights, points or 0, points or sum(weights.values()))


def _demands(blueprint: Blueprint, found: Sequence[Unit]) -> Iterator[Row]:
    worth = sum(item.worth for unit in found for item in unit.items)
    for number, demand in enumerate(blueprint.demands):
        most = blueprint.items if demand.most is None else demand.most
        if demand.least or demand.most is not None:
            yield Row(Label("demand", number), _counted(found, demand, lambda _: 1), demand.least, most)
        if demand.min_points is not None or demand.max_points is not None:
            points = worth if demand.max_points is None else demand.max_points
            weights = _counted(found, demand, lambda worth: worth)
            yield Row(Label("points", number), weights, demand.min_points or 0, points)


def _counted(found: Sequence[Unit], demand: Demand, value: Callable[[int], int]) -> dict[int, int]:
    counts = {
        at: sum(value(item.worth) for item in unit.items if fits(demand, item.tested))
        for at, unit in enumerate(found)
    }
    return {at: count for at, count in counts.items() if count}


def _named(rules: FormRules, places: Mapping[str, int]) -> Iterator[Row]:
    """Items that the blueprint names; one that its chapters do not have is in no form."""
    for number, id in enumerate(rules.anchors):
        yield Row(Label("anchor", number), _those([id], places), 1, 1)
    for number, id in enumerate(rules.pinned):
        yield Row(Label("pinned", number), _those([id], places), 1, 1, once=True)
    for number, group in enumerate(rules.enemies):
        yield Row(Label("enemies", number), _those(group, places), 0, 1)
    for number, id in enumerate(rules.banned):
        yield Row(Label("banned", number), _those([id], places), 0, 0)


def _those(ids: Iterable[str], places: Mapping[str, int]) -> dict[int, int]:
    return {places[id]: 1 for id in ids if id in places}


def _earlier(
    rules: FormRules, found: Sequence[Unit], anchors: frozenset[int], uses: Sequence[Use]
) -> Iterator[Row]:
    """What earlier sessions forbid."""
    sessions = list(dict.fromkeys(use.session for use in uses))
    if rules.recent:
        recent = sessions[: rules.recent.sessions]
        for use in (use for use in uses if use.session in recent):
            yield Row(Label("recent"), _shared(found, anchors, use.items), 0, rules.recent.overlap)
    if rules.exposure is not None:
        spent = {
            at: unit.size
            for at, unit in enumerate(found)
            if at not in anchors and len(_sessions(unit, uses)) >= rules.exposure
        }
        yield Row(Label("exposure"), spent, 0, 0)


def _shared(found: Sequence[Unit], anchors: frozenset[int], ids: frozenset[str]) -> dict[int, int]:
    return {
        at: unit.size
        for at, unit in enumerate(found)
        if at not in anchors and any(item.id in ids for item in unit.items)
    }


def _sessions(unit: Unit, uses: Iterable[Use]) -> set[str]:
    return {use.session for use in uses if any(item.id in use.items for item in unit.items)}


def rank(seed: str, *about: object) -> bytes:
    """A place in an order that a seed draws, the same on every machine."""
    return sha256("\n".join([seed, *map(str, about)]).encode()).digest()
