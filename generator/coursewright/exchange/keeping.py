"""What a file does not speak of, of an item that the bank has: it stays as it is there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from .answers import amount
from .draft import Data

_COLUMNS = ("objective", "level", "use", "title", "stimulus", "nodes", "competencies", "hints")
"""Keys of an item that have a column of the same name."""

_SETTINGS = ("edition", "shuffle", "any_order", "facility", "seconds", "observed", "waive")
"""Keys of an item that only further settings have."""

_ENTRIES = ("options", "steps", "pairs", "others", "blanks", "categories", "examples", "rubric")

_ABOUT = ("text", "accept", "number", "value")
"""Keys of which the first that is there tells an entry from its neighbours."""

_RATIONALES = ("rationale", "if_true", "if_false")


def kept(old: Mapping[str, Any], new: Data, said: Collection[str]) -> Data:
    """The new data of an item, and of the old what stands in columns that the file does not have.

    `said` names the columns that are there, `reasons` for those of rationales and `more` for further
    settings.
    """
    if old.get("type") != new.get("type"):
        return {**new, **{key: old[key] for key in _COLUMNS if key in old and _is_kept(key, new, said)}}
    whole = {**new, **{key: old[key] for key in old if _is_kept(key, new, said)}}
    for name in _ENTRIES:
        if isinstance(new.get(name), list) and isinstance(old.get(name), list):
            is_open = name == "blanks" and "more" not in said
            entries = _numbers(old[name], new[name]) if is_open else new[name]
            whole[name] = list(_entries(old[name], entries, said))
    if mistakes := new.get("answer", {}).get("mistakes") if isinstance(new.get("answer"), dict) else None:
        before = old["answer"].get("mistakes", ())
        whole["answer"] = {**new["answer"], "mistakes": [*_entries(before, mistakes, said)]}
    if "items" in new:
        named = _named(old.get("items", ()), new["items"])
        before = {each["id"]: each for each in old.get("items", ())}
        whole["items"] = [kept(before.get(each.get("id"), {}), each, said) for each in named]
    return whole


def _numbers(old: Sequence[Data], new: Sequence[Data]) -> list[Data]:
    """The gaps of an item; another number in the place of one is a number, with what it had."""
    gaps = [*new]
    for at, (before, gap) in enumerate(zip(old, new, strict=False)):
        found = amount(gap["accept"][0]) if "number" in before and len(gap.get("accept", ())) == 1 else None
        if found and not found.unit and not found.tolerance:
            gaps[at] = {name: gap[name] for name in gap if name != "accept"}
            gaps[at]["number"] = {**before["number"], "value": found.value}
    return gaps


def _named(old: Sequence[Mapping[str, Any]], new: Sequence[Data]) -> Iterator[Data]:
    """The questions of a case, with the id that one without any has in the bank: that of the same text."""
    said = {each.get("id") for each in new}
    ids = {each["stem"].strip(): each["id"] for each in old if each["id"] not in said}
    for each in new:
        yield each if each.get("id") else {**each, "id": ids.pop(each.get("stem", "").strip(), "")}


def _is_kept(key: str, new: Data, said: Collection[str]) -> bool:
    if key in new:
        return False
    if key in _COLUMNS:
        return key not in said
    if key in _RATIONALES:
        return not {"reasons", "rationale"} & {*said}
    return key in _SETTINGS and "more" not in said


def _entries(old: list[Any], new: list[Any], said: Collection[str]) -> Iterator[Any]:
    """The entries of a list, each with what is kept of the one that says the same."""
    before = {_said(entry): entry for entry in old if isinstance(entry, dict)}
    for entry in new:
        known = before.get(_said(entry), {})
        found = {**entry, **{key: known[key] for key in known if _is_kept_in_entry(key, entry, said)}}
        if "number" in found and "more" not in said:
            found.pop("accept", None)  # the column has only the value of a number
        for name in _ENTRIES:
            if name in entry and name in known:
                found[name] = list(_entries(known[name], entry[name], said))
        yield found


def _is_kept_in_entry(key: str, entry: Data, said: Collection[str]) -> bool:
    """An answer is always said; so is what an entry is about."""
    if key in entry or key in ("key", "text", "match", "accept", "value"):
        return False
    return "reasons" not in said if key == "rationale" else "more" not in said


def _said(entry: Data) -> str:
    about = next((entry[name] for name in _ABOUT if name in entry), None)
    if isinstance(about, list) and len(about) == 1:
        about = about[0]
    return str(about["value"] if isinstance(about, dict) and "value" in about else about)
