"""Where a file that came back and the source as it is meet: what becomes of both, and what to say of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..diagnostics import Place, Problem
from .confirming import unseen
from .edition import digest
from .merge import Conflict, known_again, merged
from .rows import LISTS, Data, Side, aligned, place_of, side
from .unread import MARK


@dataclass(frozen=True)
class Met:
    """`result` is the new state of the role, `source` the one it has, by the same keys."""

    source: Side
    result: Side
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Meeting:
    """`form` is what came back, `now` the role as its source has it; `where` names a field by its tag."""

    form: Side
    now: Data
    at: Place
    where: Callable[[str], str]

    def met(self, base: Data, *, is_known: bool) -> Met:
        """Both, by the `base` that the file was made from; if that is not known, by the source as it is."""
        source = known_again(side(base), self.form, side(self.now, keys_from(base, self.now, "now")))
        merge = merged(side(base), self.form, source)
        told = {conflict.field for conflict in merge.conflicts}
        rewritten = (
            Conflict(f"{MARK}{name}", said, now)
            for name, said, now in unseen(side(base), self.form, source)
            if name not in told
        )
        problems = [self._conflict(conflict) for conflict in (*merge.conflicts, *rewritten)]
        return Met(source, merge.result, [*problems, *self._of_edition(base, problems, is_known=is_known)])

    def _of_edition(self, base: Data, problems: list[Problem], *, is_known: bool) -> Iterator[Problem]:
        if not is_known:
            yield Problem("CW0708", self.at)
        elif digest(base) != digest(self.now) and not problems:
            yield Problem("CW0709", self.at)

    def _conflict(self, conflict: Conflict) -> Problem:
        values = {
            "field": self.where(conflict.field),
            "form": _shown(conflict.form),
            "source": _shown(conflict.source),
        }
        return Problem("CW0710", self.at, values)


def keys_from(base: Data, now: Data, new: str) -> dict[str, list[str]]:
    """The keys of the rows as they are now, by those that they had in `base`; `new` begins others."""
    keys = {}
    for name in LISTS:
        (old, key), (own, _) = place_of(base, name), place_of(now, name)
        keys[name] = aligned(name, (old or {}).get(key, []), (own or {}).get(key, []), new)
    return keys


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(map(_shown, value.values()))
    return "—" if value is None else str(value)
