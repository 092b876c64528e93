"""What the banks have already, row by row: what a file has no column for stays as an export writes it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, pairwise

from ..diagnostics import Problem
from ..model.items.bank import Bank
from ..words import Words
from . import types
from .answers import blanks, verdict
from .carried import Row, rows
from .cases import HEAD
from .columns import OWN
from .completing import made_id
from .draft import Record
from .kinship import are_kin
from .naming import LEVELS, named_by
from .plain import plain_items
from .prose import text_of
from .spot import Spot, letters

_GENERAL = (
    *("type", "objective", "level", "use", "case"),
    *("stem", "hints", "explanation", "nodes", "competencies"),
)
"""What a row says whatever its type."""

_BY_LETTER = (types.SINGLE, types.MULTIPLE, types.PAIRS, types.CATEGORIES, types.STEPS)
"""Types whose answer names options."""

_OF_CASES = {"id", "case", "use", *HEAD}
"""What does not tell one question from another."""

_Said = Mapping[str, set[str]]
"""What an option or a gap says, by its letter."""


class Known:
    """The questions of some banks, which need not be identified, by the ids that they have.

    `prefix` begins the ids that rows without any are given.
    """

    def __init__(self, banks: Iterable[Bank], prefix: str, words: Words) -> None:
        self._words = words
        self._prefix = prefix
        self._rows: dict[str, Row] = {}
        self._heads: dict[str, Row] = {}
        self._stems: dict[str, list[str]] = {}
        for row in (row for bank in banks for row in rows(plain_items(bank), words)):
            if case := row.get("case"):
                self._heads.setdefault(case, {name: row[name] for name in (*HEAD, "use") if name in row})
            self._rows[row["id"]] = row
            self._stems.setdefault(row["stem"], []).append(row["id"])

    def identified(self, records: Sequence[Record]) -> tuple[list[Record], list[Problem]]:
        """The records with the ids of those that have none and are known.

        A question of a case is known by its text, else by its place in the case; any other row by all
        that it says, or by the id that it would be given. Where our own sheet has lost its column of ids,
        every row must be known.
        """
        free = self._rows.keys() - {record.text("id").strip() for record in records}
        named: list[Record] = []
        problems: list[Problem] = []
        for record, place, made in zip(records, _places(records), self._made(records), strict=True):
            id = "" if record.text("id").strip() else self._meant(record, place, made, free)
            free.discard(id)
            named.append(_with(record, {"id": id} if id else {}))
            if record.is_markdown and "id" not in record.said and not id:
                problems.append(record.spot.problem("CW1070", self._words))
        return named, problems

    def _made(self, records: Sequence[Record]) -> list[str]:
        """The id that every row would be given; the rows of a case count as one."""
        cases = ["", *(record.text("case").strip() for record in records)]
        numbers = [*accumulate(int(not after or before != after) for before, after in pairwise(cases))]
        return [made_id(self._prefix, each, numbers[-1]) for each in numbers]

    def _meant(self, record: Record, place: int, made: str, free: set[str]) -> str:
        stem = record.fields.get("stem", record.spot)
        alike = [id for text in {stem.text, text_of(record, stem)} for id in self._stems.get(text, ())]
        alike = [id for id in alike if id in free]
        case = record.text("case").strip()
        own = [id for id, row in self._rows.items() if row.get("case") == case] if case else []
        same = [id for id in alike if (id in own if case else _says(record, self._rows[id]))]
        if len(same) == 1:
            return same[0]
        if case:
            other = own[place] if place < len(own) else ""
        else:
            other = made if made in free and _is_kin(record, self._rows[made]) else ""
        return other if other in free else ""

    def filled(self, record: Record) -> Record:
        """The record with what its file has no place for, if it is of a known item."""
        row = self._rows.get(record.text("id").strip())
        if row is None:
            return record
        record = _opened(record, row, _GENERAL)
        record = _opened(record, self._heads.get(record.text("case").strip(), {}), (*HEAD, "use"))
        if not record.text("type"):
            record = _with(record, {"type": row["type"]})
        type = types.type_called(row["type"])
        if type and types.type_called(record.text("type")) == type:
            record = _of_type(record, row, type)
        return replace(record, said=frozenset({*OWN, "reasons"} - {"more"} | {"more"} & record.said))


def _opened(record: Record, row: Row, names: Iterable[str]) -> Record:
    """The record with those fields of a row that its file has no place for.

    How hard an item is says its level, if no column does.
    """
    said = {*record.said, "level"} if record.text("difficulty") else record.said
    return _with(record, {name: row[name] for name in names if name in row and name not in said})


def _of_type(record: Record, row: Row, type: str) -> Record:
    options = {name: row[name] for name in row if name.isupper() and "?" not in name}
    new = {name: text for name, text in options.items() if name not in record.said}
    record = replace(record, options={**record.options, **_kept(record, new)})
    now = {name: text_of(record, spot) for name, spot in record.options.items()}
    record = _opened(record, row, ("rationale", "answer") if type not in _BY_LETTER or now == options else ())
    why = {name[:-1]: text for name, text in row.items() if name.endswith("?")}
    if type == types.TRUE_FALSE:
        found = why
    elif type == types.GAPS:
        found = _matched(_gaps(record.text("answer")), _gaps(row["answer"]), why)
    else:
        found = _matched({at: {now[at]} for at in now}, {at: {options[at]} for at in options}, why)
    reasons = {name: text for name, text in found.items() if f"{name}?" not in record.said}
    return replace(record, reasons={**record.reasons, **_kept(record, reasons)})


def _gaps(answer: str) -> _Said:
    return {letters(at): {*texts} for at, texts in enumerate(blanks(answer), 1)}


def _matched(now: _Said, before: _Said, why: Mapping[str, str]) -> dict[str, str]:
    """Rationales by the letters that what they speak of has now."""
    same = {name: [old for old in (name, *before) if before.get(old, set()) & now[name]] for name in now}
    return {name: why[found[0]] for name, found in same.items() if found and found[0] in why}


def _places(records: Sequence[Record]) -> Iterator[int]:
    """Where every row of a case stands among its rows, from 0."""
    seen: dict[str, int] = {}
    for record in records:
        case = record.text("case").strip()
        seen[case] = seen.get(case, -1) + 1
        yield seen[case]


def _says(record: Record, row: Row) -> bool:
    """Whether a row says what the bank does in every column that the file has."""
    return all(_is(record, name, row.get(name, "")) for name in record.said - _OF_CASES)


def _is_kin(record: Record, row: Row) -> bool:
    """Whether a row of the same number is that question with changes: another file may have the same name."""
    said = {"stem": record.fields.get("stem", record.spot), **record.options}
    names = [name for name in row if name == "stem" or (name.isupper() and not name.endswith("?"))]
    return are_kin((spot.text for spot in said.values()), (row[name] for name in names))


def _is(record: Record, name: str, said: str) -> bool:
    if name in _IN_WORDS:
        return _IN_WORDS[name](record.text(name)) == _IN_WORDS[name](said)
    found = {**record.options, **record.fields, **{f"{of}?": spot for of, spot in record.reasons.items()}}
    return said in (found[name].text, text_of(record, found[name])) if name in found else not said


def _truth(answer: str) -> object:
    holds = verdict(answer)
    return answer.strip() if holds is None else holds


_IN_WORDS: Mapping[str, Callable[[str], object]] = {
    "type": types.type_called,
    "level": partial(named_by, LEVELS),
    "answer": _truth,
}
"""What a column may say in either language."""


def _with(record: Record, texts: Mapping[str, str]) -> Record:
    return replace(record, fields={**record.fields, **_kept(record, texts)})


def _kept(record: Record, texts: Mapping[str, str]) -> dict[str, Spot]:
    return {name: replace(record.spot, text=text, is_kept=True) for name, text in texts.items()}
