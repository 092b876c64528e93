"""What sessions showed of each item, as the bank keeps it for the next assembly."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...diagnostics import Place, Problem
from .discrimination import discrimination
from .facility import facility
from .figures import LEAST
from .taking import Sat

Data = Mapping[str, Any]


def observations(sat: Sequence[Sat], day: str) -> dict[str, list[dict[str, Any]]]:
    """Item → an entry a session, in the order of the sessions, of items that enough candidates sat."""
    found: dict[str, list[dict[str, Any]]] = {}
    for own in sat:
        forms = [form.scores for form in own.forms]
        for item in dict.fromkeys(item for form in forms for item in form.items):
            easy, tells = facility(item, forms), discrimination(item, forms)
            if easy.count >= LEAST:
                entry: dict[str, Any] = {
                    "session": own.kept.session.name,
                    "date": day,
                    "edition": own.kept.session.items[item].model.edition,
                    "n": easy.count,
                    "facility": round(100 * easy.share, 1),
                }
                if tells:
                    entry["discrimination"] = round(tells.value, 2)
                found.setdefault(item, []).append(entry)
    return found


def changed(items: Sequence[Data], found: Mapping[str, Sequence[Data]]) -> dict[str, Data]:
    """Entries of a bank with what was observed, by their ids: those only that then say something else.
    Questions of a case change with their case."""
    after = {each["id"]: _with(each, found) for each in items}
    return {each["id"]: after[each["id"]] for each in items if after[each["id"]] != each}


def _with(item: Data, found: Mapping[str, Sequence[Data]]) -> Data:
    if item.get("type") == "case":
        return {**item, "items": [_with(each, found) for each in item["items"]]}
    edition = item.get("edition", 1)
    if not (own := [each for each in found.get(item["id"], ()) if each["edition"] == edition]):
        return item
    sessions = {each["session"] for each in own}
    kept = [each for each in item.get("observed", ()) if each["session"] not in sessions]
    return {**item, "observed": [*kept, *own]}


def astray(banks: Mapping[str, Sequence[Data]], found: Mapping[str, Sequence[Data]]) -> Iterator[Problem]:
    """Items that get nothing: those that no bank has, and those of another edition. Banks are by their
    files."""
    known = {item["id"]: (file, item) for file, items in banks.items() for item in _flat(items)}
    for id, entries in found.items():
        if id not in known:
            yield Problem("CW1611", Place(id))
            continue
        file, item = known[id]
        for entry in entries:
            if entry["edition"] != item.get("edition", 1):
                yield Problem("CW1612", Place(file), {"edition": entry["edition"]}, note=id)


def _flat(items: Sequence[Data]) -> Iterator[Data]:
    for item in items:
        yield from item["items"] if item.get("type") == "case" else (item,)
