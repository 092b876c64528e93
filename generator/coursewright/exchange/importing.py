"""Files of other people → banks of the course: read, completed, checked as sources, told cell by cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ..diagnostics import Problem, errors_in, in_order
from ..load.source_file import SourceFile, read_source
from ..model.characters import from_windows, named, unfit
from ..model.items.bank import Bank
from ..model.kinds import BANK, PICTURE
from ..model.walk import Path
from ..validate.sources import Sources
from ..words import Words
from .cases import with_cases
from .completing import Completing
from .draft import Data, Draft, Reading
from .formed import Banked, reserve
from .known import Known
from .plain import are_same
from .recognised import Recognised
from .rekeyed import is_rekeyed
from .remedies import in_their_words
from .spot import Spot, shown
from .unexplained import is_unexplained

Check = Callable[[Mapping[str, str], Mapping[str, bytes]], list[Problem]]
"""What would be wrong with the course if some files, by path, said some texts, and it had more media."""

Write = Callable[[SourceFile | None, Sequence[Mapping[str, Any]]], str]
"""The text of a bank, which may not be there yet, with some items in it."""

_EXPECTED = ("CW0407", "CW0420")
"""Warnings that hold for whatever is imported: no quiz asks it yet, and its rationales are still to write."""


@dataclass
class Imported:
    """`texts` are what banks would say that say something else now, by path, and `changed` what of the
    drafts is why; `media` are the pictures that these show and the course lacks; `fresh` are the ids of new
    items."""

    drafts: list[Draft]
    changed: list[Draft] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    fresh: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Importer:
    """`bank` is the id of the bank that takes new items; with `update` known ones are replaced in place.

    `wrong` are the errors that the course has without them. While any stays nothing is imported, but
    everything is told. With `unexplained` questions need no explanation. `sent` is what an export of the
    banks in the file's format says of them when it is read, by their ids; nothing for a format that says
    which columns it has.
    """

    sources: Sources
    bank: str
    update: bool
    words: Words
    check: Check
    write: Write
    wrong: Sequence[Problem] = ()
    unexplained: bool = False
    sent: Mapping[str, Data] = field(default_factory=dict)

    def imported(self, reading: Reading, completing: Completing) -> Imported:
        """Everything that a file says as sources would have it; nothing is written."""
        whole = with_cases(reading.drafts, self.words)
        done = Imported(whole.drafts, problems=[*reading.problems, *whole.problems])
        self._recognised.identify(done.drafts, completing.prefix)
        if self.update:
            self._keep(done.drafts)
        reserve(done.drafts)
        done.problems += completing.completed(done.drafts, self._ids)
        if refused := [*self._forms(done.drafts)]:
            return replace(done, problems=refused)
        done.problems += self._unexplained(done.drafts)
        done.problems += self._taken(done.drafts)
        done.problems += self._released(done.drafts)
        done.problems += self._unfit(done.drafts)
        done.fresh = frozenset(draft.id for draft in done.drafts) - self._known.keys()
        sound = _sound(done)
        changed = self._changed(sound)
        texts, media = self._texts(changed), _pictured(changed, reading.media)
        done.problems += self._rekeyed(changed)
        done.problems += self._checked(sound, texts, media) if sound else self.wrong
        if not errors_in(done.problems):
            done.changed, done.texts, done.media = changed, texts, media
        done.problems = in_order(done.problems)
        return done

    def _forms(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """Forms of which the banks have anything, or should take it; each is told once."""
        first: dict[str, Draft] = {}
        for draft in drafts:
            if draft.form and draft.form not in first and (self.update or self._has.any_of(draft)):
                first[draft.form] = draft
                yield draft.spot.problem("CW1074", self.words, form=draft.form)

    @cached_property
    def _has(self) -> Banked:
        return Banked(bank.model for bank in self.sources.all(BANK).values())

    def known(self, prefix: str) -> Known:
        """What the banks have; `prefix` begins the ids that are made."""
        banks = [Bank.model_validate(bank.file.data) for bank in self.sources.all(BANK).values()]
        return Known(banks, prefix, self.words)

    @cached_property
    def _before(self) -> dict[str, Any]:
        """Id of an item or a case → what its bank says of it."""
        files = [bank.file for bank in self.sources.all(BANK).values()]
        return {item["id"]: item for file in files for item in file.data.get("items") or ()}

    @cached_property
    def _recognised(self) -> Recognised:
        return Recognised(self._before, self._known, self.sent, self.words)

    @cached_property
    def _ids(self) -> frozenset[str]:
        """The ids that new questions cannot have."""
        items = (item for item in self._before.values())
        return frozenset(
            id for item in items for each in (item, *item.get("items", ())) if (id := each["id"])
        )

    def _keep(self, drafts: Sequence[Draft]) -> None:
        """What the file has no column for stays as it is."""
        for draft in drafts:
            if old := self._before.get(draft.id):
                draft.data = self._recognised.updated(old, draft)
            items = [draft.data, *draft.data.get("items", ())]
            for item in items:
                if item.get("unexplained") and item.get("explanation") and not is_unexplained(item):
                    del item["unexplained"]
            if not any(item.get("unexplained") for item in items):
                draft.guessed = [guess for guess in draft.guessed if guess != "rationales"]

    def _unexplained(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """Those without an explanation say so; that nobody asked for them is told once, at the first.

        What says itself that it has none, or has none in the bank, needs no asking.
        """
        before = dict(each for item in self._before.values() for each in _asked(item).values())
        found: list[Spot] = []
        for draft in drafts:
            parts = draft.data.get("items")
            for at, data in enumerate(parts or [draft.data]):
                if data.get("explanation"):
                    continue
                is_said = data.get("unexplained") and "rationales" not in draft.guessed
                is_so_before = (id := data["id"]) in before and "explanation" not in before[id]
                if not (is_said or is_so_before):
                    found.append(draft.spot_of(("items", at, "explanation") if parts else ("explanation",)))
                    draft.guessed.append("explanation")
                data["unexplained"] = True
        if found and not self.unexplained:
            yield found[0].problem(
                "CW1075",
                self.words,
                count=len(found),
                all=sum(draft.count for draft in drafts),
                where=shown(found, self.words),
                column=self.words("explanation"),
            )

    @cached_property
    def _known(self) -> dict[str, str]:
        """Id of an item or a case → id of its bank."""
        return {item.id: id for id, bank in self.sources.all(BANK).items() for item in bank.model.items}

    def _taken(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        seen: set[str] = set()
        for draft in drafts:
            spot = draft.spot_of(("id",))
            if draft.id in seen:
                yield spot.problem("CW1028", self.words, id=draft.id)
            seen.add(draft.id)
        yield from self._recognised.others(drafts) if self.update else self._recognised.taken(drafts)

    def _released(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """What is reserved for exams becomes public by no slip in a sheet."""
        for draft in drafts:
            old = self._before.get(draft.id, {}).get("use")
            if self.update and old == "exam" and draft.data.get("use") != "exam":
                yield draft.spot_of(("use",)).problem("CW1039", self.words, id=draft.id)

    def _unfit(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """Characters that no source may have, where their author has them: a bank with one cannot be read."""
        for draft in drafts:
            found = {
                draft.spot_of(path): char for path, text in _texts(draft.data, ()) if (char := unfit(text))
            }
            for spot, char in found.items():
                values = {"character": named(char), "near": from_windows(char)}
                yield spot.with_sign(char).problem("CW0115", self.words, **values)

    def _changed(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Those that the banks do not say already."""
        before = self._before
        return [
            draft for draft in drafts if draft.id not in before or not are_same(before[draft.id], draft.data)
        ]

    def _texts(self, drafts: Sequence[Draft]) -> dict[str, str]:
        files = {id: bank.file for id, bank in self.sources.all(BANK).items()}
        banks: dict[str, list[Draft]] = {}
        for draft in drafts:
            banks.setdefault(self._known.get(draft.id, self.bank), []).append(draft)
        return {
            BANK.file_of(id): self.write(files.get(id), [draft.data for draft in each])
            for id, each in banks.items()
        }

    def _checked(
        self, sound: Sequence[Draft], texts: Mapping[str, str], media: Mapping[str, bytes]
    ) -> Iterator[Problem]:
        """Errors of the whole course, and warnings about what is new, at the cells that they come from."""
        drafts = {draft.id: draft for draft in sound}
        places = {path: _places(read_source(path, text.encode())) for path, text in texts.items()}
        after = self.check(texts, media)
        others: list[Problem] = []
        for problem in after:
            found = places.get(problem.place.file, {}).get((problem.place.line, problem.place.column))
            draft = drafts.get(found[0]) if found else None
            if draft and found and problem.code not in _EXPECTED:
                yield self._told(problem, draft, found[1])
            elif problem.severity == "error":
                others.append(problem)
        yield from self._staying(texts, after) or others

    def _staying(self, texts: Mapping[str, str], after: Sequence[Problem]) -> list[Problem]:
        """What is wrong with the course without these banks and with them.

        A bank that cannot be read is not replaced by one that can.
        """
        told = self.check({}, {}) if self.wrong else []
        mended = [problem for problem in told if problem not in after]
        unread = self.sources.failed & texts.keys()
        return [each for each in self.wrong if each not in mended or each.place.file in unread]

    def _rekeyed(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """Questions that have another answer in the same edition."""
        for draft in drafts:
            before = dict(_asked(self._before.get(draft.id, {})).values())
            for path, (id, data) in _asked(draft.data).items():
                old = before.get(id)
                if old and old.get("edition", 1) == data.get("edition", 1) and is_rekeyed(old, data):
                    yield draft.spot_of((*path, "answer")).problem("CW1072", self.words, id=id)

    def _told(self, problem: Problem, draft: Draft, path: Path) -> Problem:
        below = (*path, str(problem.values["key"])) if problem.code == "CW0201" else path
        spot = draft.spot_of(below)
        note = "\n".join(filter(None, (problem.note, spot.said(self.words))))
        return replace(in_their_words(problem, path, spot, self.words), place=spot.place, note=note)


def _pictured(drafts: Sequence[Draft], media: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of some media those that the drafts show."""
    said = str([draft.data for draft in drafts])
    return {name: content for name, content in media.items() if f"<{PICTURE.name}:{name}>" in said}


def _asked(item: Mapping[str, Any]) -> dict[Path, tuple[str, Data]]:
    """The questions of an item or a case by their paths, each with its id."""
    asked: dict[Path, Mapping[str, Any]] = {
        ("items", at): one for at, one in enumerate(item.get("items", ()))
    }
    return {path: (str(each.get("id", "")), dict(each)) for path, each in (asked or {(): item}).items()}


def _sound(done: Imported) -> list[Draft]:
    """The drafts with no error in their rows: what else is wrong with them can be told already."""
    wrong = {problem.place.line for problem in done.problems if problem.severity == "error"}
    return [
        draft
        for draft in done.drafts
        if wrong.isdisjoint(spot.place.line for spot in (draft.spot, *draft.spots.values()))
    ]


def _places(file: SourceFile) -> dict[tuple[int, int], tuple[str, Path]]:
    """Line and column in a bank → the id of the item and the path in it of what stands there."""
    found: dict[tuple[int, int], tuple[str, Path]] = {}
    items = (
        file.data.get("items", ()) if isinstance(file.data, dict) else ()
    )  # a bank that has become too large
    for at, item in enumerate(items):
        for key in (False, True):
            for path in [(), *_paths(item, ())]:
                place = file.place(("items", at, *path), key=key and bool(path))
                found.setdefault((place.line, place.column), (str(item.get("id")), path))
    return found


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of an item's data with its path."""
    if isinstance(data, str):
        yield path, data
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _texts(value, (*path, step))


def _paths(data: Any, path: Path) -> Iterator[Path]:
    if path:
        yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _paths(value, (*path, step))
