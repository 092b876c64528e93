"""What people decided of what the machine could not, and with double entry what follows from two of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter

FORMAT = 1


@dataclass(frozen=True)
class Decision:
    """What stands, and by whose word: one name, or those of all who had to do with it."""

    values: tuple[str, ...]
    by: str


@dataclass(frozen=True)
class Entered:
    """What one person handed in at once: what they chose, by the ids of doubts. `at` is UTC, ISO 8601."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    by: str
    at: str
    chosen: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class DecisionFile:
    """What the review page saves."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    format: int
    session: str
    decisions: dict[str, tuple[str, ...]]


_FILE: TypeAdapter[DecisionFile] = TypeAdapter(DecisionFile)


def decision_file(content: bytes) -> DecisionFile:
    """Raises ValueError where it is none."""
    found = _FILE.validate_json(content)
    if found.format != FORMAT:
        raise ValueError("of a later version")
    return found


@dataclass(frozen=True)
class Desk:
    """What was handed in, in its order.

    With `is_double` two people decide, neither of whom sees what the other chose; where they differ, what
    anybody hands in after both stands.
    """

    entered: Sequence[Entered]
    is_double: bool

    @property
    def decisions(self) -> dict[str, Decision]:
        """What stands, by doubts."""
        found = {id: self._decision(id) for id in self._ids}
        return {id: decision for id, decision in found.items() if decision}

    @property
    def disputed(self) -> set[str]:
        """Doubts of which two people chose otherwise, and no third pass was made."""
        return {id for id in self._ids if self.is_double and len(self._passes(id)) == 2} - {*self.decisions}

    @property
    def _ids(self) -> Iterable[str]:
        return dict.fromkeys(id for each in self.entered for id in each.chosen)

    def _passes(self, id: str) -> list[tuple[str, tuple[str, ...]]]:
        """Who chose what, in the order of the passes: what somebody hands in again stands for their first,
        until there is a second."""
        passes: list[tuple[str, tuple[str, ...]]] = []
        for each in self.entered:
            if id in each.chosen:
                own = (each.by, tuple(sorted(each.chosen[id])))
                if len(passes) == 1 and passes[0][0] == each.by:
                    passes[0] = own
                else:
                    passes = [*passes[:2], own]
        return passes

    def _decision(self, id: str) -> Decision | None:
        if not self.is_double:
            last = next(each for each in reversed(self.entered) if id in each.chosen)
            return Decision(last.chosen[id], last.by)
        passes = self._passes(id)
        if len(passes) < 2 or (len(passes) == 2 and passes[0][1] != passes[1][1]):
            return None
        return Decision(passes[-1][1], ", ".join(dict.fromkeys(by for by, _chosen in passes)))

    def has_decided(self, by: str, ids: Iterable[str]) -> bool:
        """Whether somebody was the first to decide all of these, so that another person is wanted."""
        own = [self._passes(id) for id in ids]
        return self.is_double and bool(own) and all(len(each) == 1 and each[0][0] == by for each in own)
