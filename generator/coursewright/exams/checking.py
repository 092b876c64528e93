"""Whether a bank can meet a blueprint, and if not, the fewest of its rules that cannot hold together."""

from collections.abc import Callable, Iterator

from ..diagnostics import Place, Problem
from ..model.blueprint import Blueprint
from ..model.walk import Path
from .conflict import Conflict, conflict
from .plan import OVERLAP, Label, Plan
from .program import NODES

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


def conflict_problems(place: PlaceOf, blueprint: Blueprint, plan: Plan) -> list[Problem]:
    """A problem at every rule of the smallest conflict, which says what the bank has of what it wants."""
    found = conflict(plan)
    if found is None:
        return []
    return list(_Telling(place, blueprint, plan, found).problems())


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
            yield Problem("CW1114", self._place(("items",)), values)
            return
        for label in labels:
            yield self._problem(label)

    @property
    def _in_all(self) -> int:
        return sum(unit.size for unit in self._plan.units)

    def _problem(self, label: Label) -> Problem:
        others = [other for other in self._found.labels if other != label]
        lines = sorted({self._place(self._path(other)).line for other in others})
        shared = {
            "lines": ", ".join(map(str, lines)),
            "nodes": "" if self._found.is_certain else NODES,
            "forms": self._plan.forms,
        }
        place = self._place(self._path(label))
        if label.rule not in ("demand", "points", "worth"):
            return Problem("CW1117", place, {"rule": _RULES[label.rule], **shared})
        row = next(row for row in self._plan.rows if row.label == label)
        found = sum(row.weights.values())
        wanted = str(row.least) if row.least == row.most else f"{row.least}–{row.most}"
        values = {"wanted": wanted, "found": found, **shared}
        return Problem("CW1115" if label.rule == "demand" else "CW1116", place, values)

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
