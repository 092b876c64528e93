"""An item as it was read from somebody's file: a source's data, and where each part of it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Problem
from ..model.walk import Path
from .spot import Spot

Data = dict[str, Any]


@dataclass
class Draft:
    """`spots` has the place of values by their paths in `data`; `guessed` says what the file did not.

    `typed` has the questions whose type was guessed: where each is, and its type. `said` names the columns
    that the file has, `reasons` for those of rationales. `form` names the form of an exam that it is of.
    """

    data: Data
    spot: Spot
    spots: dict[Path, Spot] = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    typed: list[tuple[Spot, str]] = field(default_factory=list)
    said: frozenset[str] = frozenset()
    form: str = ""

    @property
    def id(self) -> str:
        return str(self.data.get("id", ""))

    @property
    def count(self) -> int:
        """How many questions it has."""
        return len(self.data.get("items", [None]))

    def guess_type(self, type: str) -> None:
        """Note that its type is not one that the file says."""
        self.data["type"] = type
        self.guessed.append("type")
        self.typed.append((self.spot, type))

    def spot_of(self, path: Path) -> Spot:
        """The place of a value, or of the nearest thing around it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.spots:
                return self.spots[path[:end]]
        return self.spot


@dataclass
class Record:
    """What one row or one question says, before anybody asks what it means.

    Options and the reasons for them are by letter. `said` names the fields that the file has a place for:
    `A` of an option and `A?` of the reason for it. `is_markdown` where the texts are Markdown already.
    """

    fields: Mapping[str, Spot]
    options: Mapping[str, Spot]
    reasons: Mapping[str, Spot]
    spot: Spot
    is_markdown: bool = False
    headers: Mapping[str, Spot] = field(default_factory=dict)
    said: frozenset[str] = frozenset()

    def text(self, name: str) -> str:
        return self.fields[name].text if name in self.fields else ""

    def at(self, name: str) -> Spot:
        """Where a field is, or would be."""
        return self.fields.get(name) or self.headers.get(name) or self.spot


@dataclass
class Reading:
    """What was read of a file: the items, every problem, and by name the pictures that the course lacks."""

    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    media: Mapping[str, bytes] = field(default_factory=dict)
