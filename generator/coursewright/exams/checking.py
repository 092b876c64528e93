"""Whether a bank can meet a blueprint, and if not, the fewest of its rules that cannot hold together."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil

from ..diagnostics import Place, Problem, SourceString
from ..model.blueprint import Blueprint
from ..model.walk import Path
from ..program import NODES
from .conflict import Conflict, conflict
from .joint import SIDES, Side, nearest
from .plan import OVERLAP, Label, Plan, Row

MINUTE = 60
PlaceOf = Callable[[Path], Place]
"""Path in a blueprint → where it is written."""

_RULES = {
    "enemies": "enemies",
    "recent": "recent",
    "banned": "banned",
    "exposure": "exposure",
    "anchor": "anchors",
    "pinned": "pinned",
    "overlap": "overlap",
}
"""As the rules of forms are called in a blueprint."""
_LISTS = ("enemies", "banned", "anchor", "pinned")
ABOUT = ("chapter", "objective", "competency", "level", "type")
"""Of a demand: which items it is about."""


def conflict_problems(place: PlaceOf, blueprint: Blueprint, plan: Plan) -> list[Problem]:
    """A problem at every rule of the smallest conflict, which says what the bank has of what it wants."""
    found = conflict(plan)
    if found is None:
        return []
    return list(_Telling(place, blueprint, plan, found).problems())


def time_problems(place: PlaceOf, blueprint: Blueprint, seconds: float) -> list[Problem]:
    """A warning where a form is expected to take longer than the exam; `seconds` are those of a form."""
    expected = ceil(seconds / MINUTE)
    values = {"expected": expected, "minutes": blueprint.minutes}
    return [Problem("CW1127", place(("minutes",)), values)] if expected > blueprint.minutes else []


class _Telling:
    def __init__(self, place: PlaceOf, blueprint: Blueprint, plan: Plan, found: Conflict) -> None:
        self._place = place
        self._blueprint = blueprint
        self._plan = plan
        self._found = found

    def problems(self) -> Iterator[Problem]:
        labels = self._found.labels
        if labels in ((), (OVERLAP,)):
            values = {"wanted": self._blueprint.items, "forms": self._plan.forms, "found": self._in_all}
            yield Problem("CW1114", self._place(("items",)), {**values, **self._whole(labels)})
            return
        for label in labels:
            yield self._problem(label)

    @property
    def _in_all(self) -> int:
        return sum(unit.size for unit in self._plan.units)

    def _problem(self, label: Label) -> Problem:
        code, values = self._told(label)
        others = [self._named(other) for other in self._found.labels if other != label]
        shared = {
            "others": SourceString("; ".join(others)),
            "nodes": "" if self._found.is_certain else NODES,
            "forms": self._plan.forms,
        }
        return Problem(code, self._place(self._path(label)), {**values, **shared})

    def _told(self, label: Label) -> tuple[str, dict[str, object]]:
        """The code of what is said of a rule, with the figures of this rule alone."""
        if label.rule == "worth":
            return "CW1126", {**self._points(), **self._had(label)}
        if label.rule not in ("demand", "points"):
            return "CW1117", {"rule": _RULES[label.rule], "items": self._about(label), **self._left(label)}
        row = self._row(label)
        found, what = sum(row.weights.values()), self._about(label)
        if label.rule == "demand" and not row.least:
            rest = self._in_all - found
            return "CW1125", {"most": row.most, "what": what, "rest": rest, **self._had(label)}
        wanted = str(row.least) if row.least == row.most else f"{row.least}–{row.most}"
        demand = self._blueprint.demands[label.number]
        if (demand.most if label.rule == "demand" else demand.max_points) is None:
            wanted = f"≥ {row.least}"
        code = "CW1115" if label.rule == "demand" else "CW1116"
        had = self._had(label)
        sizes = "" if any(map(str, had.values())) else self._sizes(row)
        return code, {"wanted": wanted, "found": found, "what": what, "sizes": sizes, **had}

    def _sizes(self, row: Row) -> str:
        """How many questions the cases have that count for a row, where nothing else is in its way."""
        units = self._plan.units
        return ", ".join(map(str, sorted({units[at].size for at in row.weights if units[at].size > 1})))

    def _row(self, label: Label) -> Row:
        return next(row for row in self._plan.rows if row.label == label)

    def _points(self) -> dict[str, object]:
        """What the cheapest and the dearest items come to."""
        items = self._blueprint.items
        worth = sorted(item.worth for unit in self._plan.units for item in unit.items)
        low, high = sum(worth[:items]), sum(worth[-items:])
        return {"wanted": self._row(Label("worth")).most, "items": items, "low": low, "high": high}

    def _whole(self, labels: Sequence[Label]) -> dict[str, object]:
        """Of the total, which forms share too much for, or cases are too large for."""
        if labels:
            return {
                "together": "",
                "shared": self._plan.overlap,
                "least_had": self._nearest(OVERLAP, "least"),
            }
        is_cut = self._in_all >= self._blueprint.items
        return {"together": self._blueprint.items if is_cut else "", "shared": "", "least_had": ""}

    def _nearest(self, label: Label, side: Side) -> int | str:
        """How near the rule can be kept beside the others of the conflict; nothing where it is not proved."""
        found = nearest(self._plan.only(self._found.labels), label, side)
        return "" if found is None else found

    def _had(self, label: Label) -> dict[str, object]:
        """What forms can have of what a rule counts, where that is less than it wants, or more."""
        row = self._row(label)
        most, least = (self._nearest(label, side) for side in SIDES)
        is_short = isinstance(most, int) and most < row.least
        is_much = isinstance(least, int) and least > row.most
        return {"most_had": most if is_short else "", "least_had": least if is_much else ""}

    def _left(self, label: Label) -> dict[str, object]:
        """What a rule about other forms leaves or allows, and how near it can be kept."""
        said: dict[str, object] = dict.fromkeys(("all", "left", "shared", "again", "spent", "least_had"), "")
        if label.rule not in ("recent", "exposure", "overlap"):
            return said
        said["least_had"] = self._nearest(label, "least")
        if label == OVERLAP:
            return {**said, "shared": self._plan.overlap}
        rows = [row for row in self._plan.rows if row.label == label]
        if label.rule == "recent":
            return {**said, "again": rows[0].most}
        spent = sum(self._plan.units[at].size for at in rows[0].weights)
        return {**said, "all": self._in_all, "left": self._in_all - spent, "spent": spent}

    def _about(self, label: Label) -> SourceString:
        """Which items a rule is about, as the blueprint says it; nothing for one about all."""
        if label.rule in ("demand", "points"):
            written = self._blueprint.demands[label.number].model_dump(exclude_none=True)
            return SourceString(", ".join(f"{key}: {written[key]}" for key in ABOUT if key in written))
        if label.rule not in _LISTS or not self._blueprint.forms:
            return SourceString("")
        ids = getattr(self._blueprint.forms, _RULES[label.rule])[label.number]
        return SourceString(ids if isinstance(ids, str) else ", ".join(ids))

    def _named(self, label: Label) -> str:
        """A rule with its line, beside others."""
        line, about = self._place(self._path(label)).line, self._about(label)
        rule = "points" if label.rule == "worth" else _RULES.get(label.rule, "")
        return f"{': '.join(filter(None, (rule, str(about))))} ({line})"

    def _path(self, label: Label) -> Path:
        if label.rule in ("demand", "points"):
            return ("demands", label.number)
        if label.rule == "worth":
            return ("points",)
        path = ("forms", _RULES[label.rule])
        return (*path, label.number) if label.rule in _LISTS else self._given(path)

    def _given(self, path: Path) -> Path:
        """What is left out is at the rules of forms as a whole."""
        forms = self._blueprint.forms
        return path if forms and path[-1] in forms.model_fields_set else path[:1]
