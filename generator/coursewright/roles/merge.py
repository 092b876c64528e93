"""Three ways: what a role was when its template was printed, what the template says, what the source says.

What one of them changed is changed; what both changed alike too. What both changed
otherwise is a conflict, which nobody but a person can settle.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .rows import LISTS, Rows, Side

_GONE = object()
_SETS = ("proposals",)
"""Lists of words without an order of their own: each word is merged by itself."""


@dataclass(frozen=True)
class Conflict:
    """`field` as in a tag, such as duties.2.text; None where a side has nothing."""

    field: str
    form: Any
    source: Any


@dataclass
class Merge:
    result: Side
    conflicts: list[Conflict] = field(default_factory=list)


def merged(base: Side, form: Side, source: Side) -> Merge:
    """Both changes in one role; of a conflict the source's."""
    conflicts: list[Conflict] = []
    fields = _mapping(base.fields, form.fields, source.fields, "", conflicts)
    lists = {
        name: _rows(base.lists[name], form.lists[name], source.lists[name], name, conflicts) for name in LISTS
    }
    return Merge(Side(fields, lists), conflicts)


def known_again(base: Side, form: Side, source: Side) -> Side:
    """The source with the form's keys for rows that both have alike and that `base` had not: they are one."""
    lists = {
        name: _known_again(base.lists[name], form.lists[name], rows) for name, rows in source.lists.items()
    }
    return Side(source.fields, lists)


def _known_again(base: Rows, form: Rows, source: Rows) -> Rows:
    free = [(key, row) for key, row in form.items() if key not in source]
    rows: Rows = {}
    for key, row in source.items():
        alike = next((at for at, (_, other) in enumerate(free) if other == row), None)
        rows[key if key in base or alike is None else free.pop(alike)[0]] = row
    return rows


def _mapping(
    base: Mapping[str, Any],
    form: Mapping[str, Any],
    source: Mapping[str, Any],
    path: str,
    conflicts: list[Conflict],
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in dict.fromkeys([*source, *form]):
        before, theirs, ours = (each.get(key, _GONE) for each in (base, form, source))
        value = _value(before, theirs, ours, f"{path}{key}", conflicts)
        if value is not _GONE:
            found[key] = value
    return found


def _value(before: Any, form: Any, source: Any, path: str, conflicts: list[Conflict]) -> Any:
    if isinstance(form, dict) and isinstance(source, dict):
        return _mapping(before if isinstance(before, dict) else {}, form, source, f"{path}.", conflicts)
    if path in _SETS:
        return _words(before, form, source)
    if form in (before, source):
        return source
    if source == before:
        return form
    conflicts.append(Conflict(path, *(None if side is _GONE else side for side in (form, source))))
    return source


def _words(*sides: Any) -> Any:
    before, form, source = ([] if side is _GONE else side for side in sides)
    kept = [word for word in source if word in form or word not in before]
    kept += [word for word in form if word not in before and word not in source]
    return kept or _GONE


def _rows(base: Rows, form: Rows, source: Rows, name: str, conflicts: list[Conflict]) -> Rows:
    rows: Rows = {}
    for key in _order(base, form, source):
        sides = [side.get(key, _GONE) for side in (base, form, source)]
        for value in _row(sides, f"{name}.{key}", conflicts):
            rows[key] = value
    return rows


def _row(sides: list[Any], path: str, conflicts: list[Conflict]) -> Iterator[Any]:
    """The row, or none."""
    before, theirs, ours = sides
    if theirs is not _GONE and ours is not _GONE:
        yield _value(before, theirs, ours, path, conflicts)
    elif before is _GONE:
        yield ours if theirs is _GONE else theirs
    elif (theirs if ours is _GONE else ours) != before:  # changed by one, deleted by the other
        conflicts.append(Conflict(path, *(None if side is _GONE else side for side in (theirs, ours))))
        yield from () if ours is _GONE else (ours,)


def _order(base: Rows, form: Rows, source: Rows) -> list[str]:
    """That of whoever moved rows, with the rows of the other behind those that they stood behind."""
    common = [key for key in base if key in form and key in source]
    is_moved = [key for key in form if key in common] != common
    order, other = (list(form), source) if is_moved else (list(source), form)
    before = ""
    for key in other:
        if key not in order:
            order.insert(order.index(before) + 1 if before else 0, key)
        before = key
    return order
