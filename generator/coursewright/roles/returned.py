"""A filled job description → the role as it says it: what was entered, row by row, known by identity.

The content controls of the template carry the paths of the fields they hold, such
as `duties.2.standard` or `competencies.law.level`. A row that was copied in Word
carries the same paths once more: it is a further row. A row that was deleted is a
row less. What a control says as it was printed is what the source said then.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model.role import DocumentControl, Role
from ..model.text import Source
from ..press.word.package import Filled, Held, Strip
from ..press.word.span import SETTLED
from .confirming import confirmed
from .entered import TEXTS, entered, lines_in, put
from .rows import LISTS, NAMED, NONE, Data, Rows, Side, ordered, place_of, side
from .unread import MARK

_LINES = ("authority", "redlines", "reservations", "notes")
"""Lists of lines, whose rows have no fields."""
_BY_KIND = ("required", "preferred")
"""Lists that the template sorts by kind: they keep the order of the source."""
ROW = re.compile(r"(document\.[a-z]+|[a-z]+)\.([a-z0-9~+-]+)(?:\.([a-z]+))?")
"""A tag that leads into a list, or a row of one: the list, the row's key, the field."""
_UNPLACED = ("kind", "career", "proposals", "exams", "superior")
"""Fields of a role that no template has a place for."""
_SAID_BY_WHOM = ("duties", "required", "preferred")
"""Lists whose rows are marked one by one as proposals."""


@dataclass
class Entry:
    """One row of a list as the template has it; `number` counts them from 1 in its list."""

    name: str
    key: str
    number: int
    texts: dict[str, str] = field(default_factory=dict)
    result: str = ""
    """The key of the row that became of it."""


@dataclass
class Returned:
    """`side` is the role as the template says it; `joined` are fields whose paragraphs became one line."""

    side: Side
    entries: list[Entry]
    titles: Mapping[str, str]
    joined: list[str] = field(default_factory=list)
    others: list[Held] = field(default_factory=list)
    """Controls that say something and are no field of a role, such as a box to tick."""

    def row_of(self, name: str, key: str) -> int:
        """Which row of its list in the template this is, from 1; 0 for none."""
        return next((each.number for each in self.entries if (each.name, each.result) == (name, key)), 0)


def returned(filled: Filled, fresh: Filled, base: Data, posts: Container[str]) -> Returned:
    """What a template says that was printed from `base`; `fresh` is what such a print holds.

    A superior that is none of the `posts`, ids of roles, is one by name.
    """
    return _Reading(fresh, base, posts).read(filled)


def as_returned(role: Side, titles: Mapping[str, str]) -> Returned:
    """The same of a role that came back as a source."""
    entries = [
        Entry(name, key, number, result=key)
        for name, rows in role.lists.items()
        for number, key in enumerate(rows, 1)
    ]
    return Returned(role, entries, titles)


class _Reading:
    def __init__(self, fresh: Filled, base: Data, posts: Container[str]) -> None:
        self._posts = posts
        self._printed = {held.tag: held.text for held in fresh.held}
        self._titles = {held.tag: held.title for held in fresh.held}
        self._base = side(base)
        self._joined: list[str] = []

    def read(self, filled: Filled) -> Returned:
        entries = list(_entries(filled))
        fields = self._fields(filled)
        lists = {name: self._rows(name, [each for each in entries if each.name == name]) for name in LISTS}
        result = confirmed(self._base, Side(fields, lists), {held.tag: held.text for held in filled.held})
        return Returned(result, entries, self._titles, self._joined, list(self._others(filled, result)))

    def _others(self, filled: Filled, result: Side) -> Iterator[Held]:
        for held in filled.held:
            is_known = _list_of(held.tag) or _is_field(held.tag) or self._is_settled(held, result)
            if held.tag and not is_known and not self._is_printed(held.tag, held.text):
                yield held

    def _is_settled(self, held: Held, result: Side) -> bool:
        """Whether it confirms: a mark for which that was chosen, or by whom and when where one was."""
        kept, known = (each.lists["document.confirmations"] for each in (result, self._base))
        is_record = held.tag.startswith("confirmation.") and len(kept) > len(known)
        return is_record or (held.tag.startswith(MARK) and held.text == SETTLED)

    def _fields(self, filled: Filled) -> Data:
        fields = side(self._base.data).fields
        for held in self._changed(filled):
            owner, key = place_of(fields, held.tag)
            if owner is not None and held.tag == "reports_to":
                fields.pop("superior", None)
                fields.pop("reports_to", None)
                key = "reports_to" if held.text in self._posts else "superior"
            if owner is not None:
                self._put(owner, key, held.text, held.tag)
        return fields

    def _changed(self, filled: Filled) -> Iterator[Held]:
        """Controls of single fields that say something else than was printed."""
        for held in filled.held:
            if _is_field(held.tag) and not self._is_printed(held.tag, held.text):
                yield held

    def _is_printed(self, tag: str, text: str) -> bool:
        return self._printed.get(tag, "").split() == text.split()

    def _rows(self, name: str, entries: list[Entry]) -> Rows:
        before = self._base.lists[name]
        if name == "document.confirmations":
            return dict(before)
        originals = self._originals(name, entries)
        rows: list[tuple[Entry, Any]] = []
        for at, entry in enumerate(entries):
            key = entry.key if originals.get(entry.key) is entry else f"{entry.key}+{at}"
            for more, value in enumerate(self._values(name, entry, before)):
                entry.result = entry.result or key
                rows.append((Entry(name, f"{key}+{more}" if more else key, entry.number), value))
        if name in _BY_KIND:
            places = {key: at for at, key in enumerate(before)}
            rows.sort(key=lambda row: places.get(row[0].key.partition("+")[0], len(places)))
        return {entry.key: value for entry, value in rows}

    def _originals(self, name: str, entries: list[Entry]) -> dict[str, Entry]:
        """Of rows with one key the one that says what was printed, else the first; the others are copies."""
        found: dict[str, Entry] = {}
        for entry in entries:
            known = found.setdefault(entry.key, entry)
            if known is not entry and self._is_untouched(entry) and not self._is_untouched(known):
                found[entry.key] = entry
        return {key: entry for key, entry in found.items() if key in self._base.lists[name]}

    def _is_untouched(self, entry: Entry) -> bool:
        return all(self._is_printed(_tag(entry, key), text) for key, text in entry.texts.items())

    def _values(self, name: str, entry: Entry, before: Rows) -> Iterator[Any]:
        """The row; a line of several paragraphs is a row each; a row without any words is none."""
        known = before.get(entry.key)
        is_original = known is not None and entry.key in before and self._is_untouched(entry)
        is_gone = entry.texts.get(NAMED.get(name, ""), "").strip() == NONE
        if is_gone or not any(text.strip() for text in entry.texts.values()):
            return
        if "" in entry.texts:
            yield from (known,) if is_original else _lines(entry.texts[""])
        elif is_original and not _is_empty(known):
            yield known
        elif not (known is not None and _is_empty(known) and self._is_untouched(entry)):
            yield self._filled(name, entry, known or {})

    def _filled(self, name: str, entry: Entry, known: Data) -> Data:
        kept = {key: value for key, value in known.items() if value != ""}
        for key, text in entry.texts.items():
            if not self._is_printed(_tag(entry, key), text):
                self._put(kept, key, text, _tag(entry, key))
        if name in _SAID_BY_WHOM and not self._is_printed(_tag(entry, "text"), entry.texts.get("text", "")):
            _own_words(name, kept)
        return ordered(name, kept)

    def _put(self, owner: Data, key: str, text: str, tag: str) -> None:
        is_relation = tag.startswith(("internal.", "external."))
        if lines_in(text) > 1 and (key not in (*TEXTS, "aliases") or is_relation):
            self._joined.append(tag)
        put(owner, key, text, relation=is_relation)


def _own_words(name: str, row: Data) -> None:
    """What HR wrote is no proposal."""
    row.pop("proposed", None)
    if name == "duties":
        row["source"] = True


def _is_empty(row: Any) -> bool:
    """Whether it is one of the blank template's, which says nothing by itself."""
    return isinstance(row, dict) and "" in row.values()


def _lines(text: str) -> Iterator[str]:
    return (line for each in text.splitlines() if (line := entered("", each)))


def _tag(entry: Entry, key: str) -> str:
    return ".".join(filter(None, (entry.name, entry.key, key)))


def _list_of(tag: str) -> tuple[str, str, str] | None:
    """List, key and field of a tag that leads into a list: duties.2.text, authority.1."""
    found = ROW.fullmatch(tag)
    if found is None or found[1] not in LISTS or (found[1] in _LINES) == bool(found[3]):
        return None
    return found[1], found[2], found[3] or ""


def _is_field(tag: str) -> bool:
    """Whether a tag is of a single field: title, document.version."""
    owner, _, name = tag.rpartition(".")
    models: dict[str, type[Source]] = {"": Role, "document": DocumentControl}
    known = owner in models and name in models[owner].model_fields
    return known and tag not in (*LISTS, "document", *_UNPLACED)


def _entries(filled: Filled) -> Iterator[Entry]:
    """Every row of every list: a field that comes again, or in another strip, is of another row."""
    counts: dict[str, int] = {}
    for strip in (*filled.body, *filled.heads):
        yield from _entries_of(strip, counts)


def _entries_of(strip: Strip, counts: dict[str, int]) -> Iterable[Entry]:
    found: dict[tuple[str, str], Entry] = {}
    entries: list[Entry] = []
    for held in strip.held:
        if (path := _list_of(held.tag)) is None:
            continue
        name, key, place = path
        entry = found.get((name, key))
        if entry is None or place in entry.texts:
            counts[name] = counts.get(name, 0) + 1
            entry = found[(name, key)] = Entry(name, key, counts[name])
            entries.append(entry)
        entry.texts[place] = held.text
    return entries
