"""What a file of other people leaves out and a source needs: ids, objectives, levels; each guess is named."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from ..diagnostics import Problem
from ..words import Words
from .draft import Data, Draft
from .types import CASE

_TESTED = ("objective", "level")
_ORDER = (
    *("id", "type", "objective", "level", "use", "edition", "nodes", "competencies", "facility"),
    *("seconds", "title", "stimulus", "stem", "shuffle", "options", "steps", "pairs", "others", "categories"),
    *(
        "blanks",
        "any_order",
        "answer",
        "if_true",
        "if_false",
        "rubric",
        "sample",
        "rationale",
        "hints",
        "explanation",
    ),
    *("unexplained", "items"),
)


@dataclass(frozen=True)
class Completing:
    """`prefix` begins ids that are made; `objectives` are those of a section by the words that name it."""

    prefix: str
    objective: str | None
    level: str | None
    objectives: Mapping[str, Sequence[str]]
    words: Words

    def completed(self, drafts: Sequence[Draft], taken: Collection[str] = ()) -> list[Problem]:
        """Fill in what is missing, number by number; what cannot be guessed is told.

        No made id is one of those that are `taken`, or one that the file says.
        """
        problems: list[Problem] = []
        for draft, id in zip(drafts, self._ids(drafts, taken), strict=True):
            problems += self._general(draft, draft.data, (), id)
        return problems

    def _ids(self, drafts: Sequence[Draft], taken: Collection[str]) -> list[str]:
        """An id for each: by its number in the file, or behind all that are taken if one of these is."""
        others = {*taken, *(draft.id for draft in drafts)}
        ids = [draft.id or made_id(self.prefix, at, len(drafts)) for at, draft in enumerate(drafts, 1)]
        if others.isdisjoint(id for id, draft in zip(ids, drafts, strict=True) if not draft.id):
            return ids
        found = (re.fullmatch(rf"{re.escape(self.prefix)}-(\d{{1,9}})", id) for id in others)
        last = max((int(each[1]) for each in found if each), default=0)
        numbers = count(last + 1)
        return [draft.id or made_id(self.prefix, next(numbers), last + len(drafts)) for draft in drafts]

    def _general(self, draft: Draft, data: Data, path: tuple[Any, ...], id: str) -> list[Problem]:
        if not data.get("id"):
            data["id"] = id
            self._guess(draft, "id")
        if data["type"] == CASE:
            problems = [
                problem
                for at, each in enumerate(data["items"])
                for problem in self._general(draft, each, ("items", at), f"{data['id']}-{at + 1}")
            ]
        else:
            problems = self._tested(draft, data, path)
        _arrange(data)
        return problems

    def _tested(self, draft: Draft, data: Data, path: tuple[Any, ...]) -> list[Problem]:
        chapter = data.pop("chapter", "")
        found = self._objectives_of(chapter)
        for name, known in (("objective", found or self.objective), ("level", self.level)):
            if not data.get(name) and known:
                data[name] = known
                self._guess(draft, name)
        return [
            draft.spot_of((*path, name)).problem(f"CW102{5 + (name == 'level')}", self.words)
            for name in _TESTED
            if not data.get(name)
        ]

    def _objectives_of(self, chapter: str) -> str | None:
        parts = [part for part in chapter.replace("\\", "/").split("/") if part.strip()]
        names = ["/".join(part.strip() for part in parts[at:]) for at in range(len(parts))]
        return next((self.objectives[name][0] for name in names if self.objectives.get(name)), None)

    def _guess(self, draft: Draft, name: str) -> None:
        if name not in draft.guessed:
            draft.guessed.append(name)


def made_id(prefix: str, number: int, of: int) -> str:
    """The id of an item that has none, by its number in a file of so many."""
    return f"{prefix}-{number:0{max(2, len(str(of)))}}"


def _arrange(data: Data) -> None:
    """The keys in the order in which an author writes them."""
    known = {name: data[name] for name in _ORDER if name in data}
    rest = {name: value for name, value in data.items() if name not in known}
    data.clear()
    data.update({**known, **rest})
