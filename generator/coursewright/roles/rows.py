"""The lists of a role as rows that have keys, so that a row is known wherever it stands.

Rows that refer to something have its id for a key (a competency, a chapter); others
have the number that they had in the edition which was printed.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any
from zlib import crc32

from ..model.role import (
    Duty,
    Kpi,
    Qualification,
    Relation,
    RequiredCompetency,
    Revision,
    Training,
)
from ..model.text import Source

Data = dict[str, Any]
Rows = dict[str, Any]
"""Key → the row, in the order of the list."""

NAMED = {"competencies": "competency", "training": "chapter"}
"""Lists whose rows refer to something, and the field that does."""

NONE = "-"
"""What a row refers to that is to go."""

LISTS = (
    "reservations",
    "notes",
    "duties",
    "authority",
    "internal",
    "external",
    "required",
    "preferred",
    "competencies",
    "kpis",
    "redlines",
    "training",
    "document.revisions",
    "document.confirmations",
)

_MODELS: dict[str, type[Source]] = {
    "duties": Duty,
    "internal": Relation,
    "external": Relation,
    "required": Qualification,
    "preferred": Qualification,
    "competencies": RequiredCompetency,
    "kpis": Kpi,
    "training": Training,
    "document.revisions": Revision,
}

_TITLES = {
    "duties": "text",
    "internal": "partner",
    "external": "partner",
    "required": "text",
    "preferred": "text",
    "kpis": "name",
    "document.revisions": "change",
}
"""The field of a row that says what it is."""

_ALIKE = 0.75
"""From which on names are of one row: of two rows taken for one, a value of the first lands on the second."""

_LONGEST_KEY = 36
"""With the names around it, it fits into the 64 characters of a tag in Word."""
_MOST_COMPARED = 200
"""Rows of a gap that are compared each with each."""


@dataclass(frozen=True)
class Side:
    """One state of a role: its fields without the lists, and each list as rows."""

    fields: Data
    lists: Mapping[str, Rows]

    @property
    def data(self) -> Data:
        """As the source says it: empty lists left out."""
        fields = dict(self.fields)
        if "document" in fields:
            fields["document"] = dict(fields["document"])
        for name, rows in self.lists.items():
            owner, key = place_of(fields, name)
            if rows and owner is not None:
                owner[key] = list(rows.values())
        return fields


def side(data: Data, keys: Mapping[str, Sequence[str]] | None = None) -> Side:
    """A role's data as rows: with `keys` for the rows of each list, or with their own."""
    fields = {**data}
    if isinstance(data.get("document"), dict):
        fields["document"] = {**data["document"]}
    lists: dict[str, Rows] = {}
    for name in LISTS:
        owner, key = place_of(fields, name)
        rows = owner.pop(key, []) if owner else []
        lists[name] = dict(zip(keys[name] if keys else keys_of(name, rows), rows, strict=True))
    return Side(fields, lists)


def ordered(name: str, row: Data) -> Data:
    """A row of a list with its fields as a source has them, and what is unknown behind."""
    known = [field for field in _MODELS[name].model_fields if field in row] if name in _MODELS else []
    return {field: row[field] for field in (*known, *(other for other in row if other not in known))}


def place_of(data: Data, name: str) -> tuple[Data | None, str]:
    """The mapping that holds a list, and the key it has there."""
    if name.startswith("document."):
        return data.get("document"), name.partition(".")[2]
    return data, name


def keys_of(name: str, rows: Sequence[Any]) -> list[str]:
    """A key for each row; a second row of the same thing is told by its count."""
    if name not in NAMED:
        return [str(at) for at in range(1, len(rows) + 1)]
    ids = [str(row.get(NAMED[name]) or "") for row in rows]
    found = [tag_of(id) if id else f"new{at}" for at, id in enumerate(ids, 1)]
    return [key if key not in found[:at] else f"{key}~{at + 1}" for at, key in enumerate(found)]


def tag_of(id: str) -> str:
    """An id as part of a tag in Word; a long one is cut and told apart by a checksum."""
    return id if len(id) <= _LONGEST_KEY else f"{id[: _LONGEST_KEY - 9]}~{crc32(id.encode()):08x}"


def aligned(name: str, base: Sequence[Any], now: Sequence[Any], new: str) -> list[str]:
    """For each row of a list as it is now, its key in the edition `base`, or one that begins with `new`."""
    keys = keys_of(name, base)
    if name in NAMED:
        return keys_of(name, now)
    found = _pairs(name, base, now)
    return [keys[found[at]] if at in found else f"{new}{at}" for at in range(len(now))]


def _pairs(name: str, base: Sequence[Any], now: Sequence[Any]) -> dict[int, int]:
    """Place now → place before of the rows that are the same, have the same name, or names most alike."""
    found: dict[int, int] = {}
    for said in (list(map(repr, base)), list(map(repr, now))), (_names(name, base), _names(name, now)):
        spare, left = _unpaired(base, found.values()), _unpaired(now, found)
        for text in dict.fromkeys(said[1][at] for at in left):
            places = (
                [at for at in each if side[at] == text] for each, side in ((left, said[1]), (spare, said[0]))
            )
            found |= dict(zip(*places, strict=False))
    return found | _alike(_names(name, base), _names(name, now), found)


def _alike(base: Sequence[str], now: Sequence[str], found: Mapping[int, int]) -> dict[int, int]:
    """Of the rows that `found` leaves those that were only reworded."""
    spare, left = _unpaired(base, found.values()), _unpaired(now, found)
    if len(spare) * len(left) > _MOST_COMPARED**2:
        return {}
    alike = sorted(
        (-SequenceMatcher(None, base[old], now[new]).ratio(), old, new) for new in left for old in spare
    )
    pairs: dict[int, int] = {}
    for ratio, old, new in alike:
        if -ratio >= _ALIKE and old not in pairs.values() and new not in pairs:
            pairs[new] = old
    return pairs


def _unpaired(rows: Sequence[Any], paired: Container[int]) -> list[int]:
    return [at for at in range(len(rows)) if at not in paired]


def _names(name: str, rows: Sequence[Any]) -> list[str]:
    """What tells a row from others: a weight or a period that two rows share makes them no more alike."""
    return [str(row.get(_TITLES[name], "")) if name in _TITLES else repr(row) for row in rows]
