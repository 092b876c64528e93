"""Which questions of a file the banks have already: by id, or by what they say where the file has no ids.

An id that was made of a file's name says nothing by itself: another file may have the same name. So a
question without an id is taken for one of the bank only if it is that question, or that one mended.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..diagnostics import Problem
from ..words import Words
from .completing import made_id
from .draft import Data, Draft
from .keeping import kept
from .kinship import are_kin, said_in, texts_of
from .merging import merged
from .plain import plain_data
from .spot import Spot, shown

_SHOWN = 60
"""Characters by which a question is known again."""


@dataclass
class Recognised:
    """`before` are the items of the banks by their ids, `bank_of` the banks that these are in.

    `sent` is what an export in the file's format says of them; nothing for one that says what it holds.
    """

    before: Mapping[str, Mapping[str, Any]]
    bank_of: Mapping[str, str]
    sent: Mapping[str, Data]
    words: Words

    def identify(self, drafts: Sequence[Draft], prefix: str) -> None:
        """Give those that have no id that of the bank's question that they are, among those of such ids."""
        self._part(drafts)
        pattern = re.compile(rf"{re.escape(prefix)}-\d+")
        free = {id: data for id, data in self.before.items() if pattern.fullmatch(id)}
        for draft in drafts:
            free.pop(draft.id, None)
        same: dict[tuple[str, ...], list[str]] = {}
        near: dict[str, list[str]] = {}
        for id, data in free.items():
            same.setdefault(said_in(data), []).append(id)
            for clue in _clues(data):
                near.setdefault(clue, []).append(id)
        open = [(number, draft) for number, draft in enumerate(drafts, 1) if not draft.id]
        for _number, draft in open:
            self._name(draft, same.get(said_in(draft.data), ()), free)
        for number, draft in open:
            likely = [id for clue in _clues(draft.data) for id in near.get(clue, ())[:_MOST]]
            made = made_id(prefix, number, len(drafts))
            found = [id for id in (*likely, made) if id in free and _is_kin(draft.data, free[id])]
            self._name(draft, found, free)

    def _part(self, drafts: Sequence[Draft]) -> None:
        """Take the id from a question that has it of another program, which gave it to another one before."""
        first: dict[str, Draft] = {}
        for draft in drafts:
            before = first.setdefault(draft.id, draft)
            if _is_named(draft) and said_in(before.data) != said_in(draft.data):
                draft.data["id"] = ""

    def _name(self, draft: Draft, ids: Sequence[str], free: dict[str, Mapping[str, Any]]) -> None:
        if not draft.id and (id := next((id for id in ids if id in free), "")):
            draft.data["id"] = id
            draft.guessed.append("id")
            del free[id]

    def taken(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """What a file without --update says of questions that the banks have; what is the same, once."""
        same: list[Spot] = []
        for draft in drafts:
            old = self.before.get(draft.id)
            if old is None:
                continue
            was, new = plain_data(old), plain_data(self.updated(old, draft))
            if said_in(was) == said_in(new):
                same.append(draft.spot_of(("id",)))
                continue
            what = _unlike(was, new) if _is_kin(self.sent.get(draft.id, old), draft.data) else ""
            said = {"what": what} if what else {"other": _shown(old)}
            values = {"id": draft.id, "bank": self.bank_of[draft.id], **said}
            yield draft.spot_of(("id",)).problem("CW1016", self.words, **values)
        if same:
            where = shown(same, self.words)
            yield same[0].problem("CW1076", self.words, count=len(same), all=len(drafts), where=where)

    def updated(self, old: Mapping[str, Any], draft: Draft) -> Data:
        """A question of the bank with what the file says of it; what the file has no place for stays."""
        base = self.sent.get(draft.id)
        return merged(old, base, draft.data) if base else kept(old, draft.data, draft.said)

    def others(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """Questions that would be put in the place of another one, for a program gave both the same name.

        In a table with a column of ids its author has written them; an export of ours has those of a bank.
        """
        for draft in drafts:
            old = self.before.get(draft.id)
            if old is not None and _is_named(draft) and not _is_kin(old, draft.data):
                values = {"id": draft.id, "bank": self.bank_of[draft.id], "other": _shown(old)}
                yield draft.spot_of(("id",)).problem("CW1077", self.words, **values)


_MOST = 8
"""Of questions with the same clue so many are compared, for time must not grow with their square."""


def _clues(data: Mapping[str, Any]) -> Iterator[str]:
    """By what one that was mended is found again: its stem, or all that it offers."""
    yield "\n".join(said_in({"stem": data.get("stem") or data.get("stimulus") or ""}))
    offered = {name: value for name, value in data.items() if name not in ("stem", "title", "stimulus")}
    if texts := texts_of(offered):
        yield "\n".join(sorted(texts))


def _is_named(draft: Draft) -> bool:
    """Whether another program gave its id: no column of a table says it, and no export of ours."""
    return not {"id", "objective"} & draft.said


def _is_kin(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return are_kin(texts_of(one), texts_of(other))


def _unlike(old: Mapping[str, Any], new: Data) -> str:
    """The keys of which two questions say something else, such as stem, options."""
    keys = [key for key in dict.fromkeys((*old, *new)) if key not in ("id", "explanation", "unexplained")]
    unlike = [key for key in keys if said_in({key: old.get(key)}) != said_in({key: new.get(key)})]
    return ", ".join(unlike)


def _shown(data: Mapping[str, Any]) -> str:
    text = " ".join(str(data.get("stem") or data.get("title") or data.get("stimulus") or "").split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
