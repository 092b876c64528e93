"""What of a role is still a proposal, and what becomes of it when HR confirms it."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.role import Role
from ..press.word.span import SETTLED
from .edition import role_data
from .entered import entered
from .rows import Data, Side, side
from .unread import MARK

ALL = "all"
"""What a template calls everything that is a proposal."""

ROW_MARKS = ("standard", "weight")
"""Of duties: proposals until somebody confirms them, whatever the source says."""

_LISTED = ("duties", "required", "preferred")


def open_proposals(role: Role) -> tuple[str, ...]:
    """The names of what is a proposal: fields, rows such as duties.2, and what all duties have."""
    return open_names(side(role_data(role)))


def open_names(role: Side) -> tuple[str, ...]:
    """The same of a role as rows."""
    rows = (
        f"{name}.{key}"
        for name in _LISTED
        for key, row in role.lists[name].items()
        if (not row.get("source") if name == "duties" else row.get("proposed"))
    )
    known = {name for each in role.lists["document.confirmations"].values() for name in each["fields"]}
    marks = (
        (name for name in ROW_MARKS if name not in known)
        if any(row.get("text") for row in role.lists["duties"].values())
        else ()
    )
    return (*role.fields.get("proposals", ()), *rows, *marks)


def confirmed(base: Side, form: Side, texts: Mapping[str, str]) -> Side:
    """The role with what the template confirms, and with what HR wrote itself, no longer proposals.

    `texts` are those of the template by their tags; who confirmed it, and when, is kept.
    """
    names = _confirmed(base, texts)
    own = [name for name in base.fields.get("proposals", ()) if _is_own(name, base, form)]
    if not names and not own:
        return form
    lists = {name: {**rows} for name, rows in form.lists.items()}
    for name in names:
        _settle(lists, *name.partition(".")[::2])
    _record(lists["document.confirmations"], list(dict.fromkeys([*names, *own])), texts, must=bool(names))
    left = [name for name in form.fields["proposals"] if name not in {*names, *own}]
    fields = {name: value for name, value in form.fields.items() if name != "proposals"}
    return Side({**fields, "proposals": left} if left else fields, lists)


def unseen(base: Side, form: Side, source: Side) -> Iterator[tuple[str, Any, Any]]:
    """What the template confirms though the source rewrote it since the print: name, printed, rewritten."""
    records, known = form.lists["document.confirmations"], base.lists["document.confirmations"]
    for name in (name for key, row in records.items() if key not in known for name in row["fields"]):
        before, theirs, ours = (_said(name, each) for each in (base, form, source))
        if ours not in (before, theirs):
            yield name, *_differing(theirs, ours)


def _said(name: str, role: Side) -> Any:
    """What is confirmed with a name, without the marks of proposals."""
    owner, _, key = name.partition(".")
    if key:
        return _unmarked(role.lists[owner].get(key, {}))
    if name in ROW_MARKS:
        return {key: row.get(name) for key, row in role.lists["duties"].items()}
    return {**role.lists[name]} if name in role.lists else role.fields.get(name)


def _unmarked(row: Data) -> Data:
    return {field: value for field, value in row.items() if field not in ("source", "proposed")}


def _differing(form: Any, source: Any) -> tuple[Any, Any]:
    """Of rows those that are others."""
    if not (isinstance(form, dict) and isinstance(source, dict)):
        return form, source
    keys = [key for key in dict.fromkeys([*form, *source]) if form.get(key) != source.get(key)]
    return _of(keys, form), _of(keys, source)


def _of(keys: list[str], rows: Data) -> Data | None:
    return {key: rows[key] for key in keys if key in rows} or None


def _confirmed(base: Side, texts: Mapping[str, str]) -> list[str]:
    found = open_names(base)
    if texts.get(f"{MARK}{ALL}") == SETTLED:
        return list(found)
    return [name for name in found if texts.get(f"{MARK}{name}") == SETTLED]


def _is_own(name: str, base: Side, form: Side) -> bool:
    return name not in base.lists and base.fields.get(name) != form.fields.get(name)


def _record(rows: dict[str, Data], names: list[str], texts: Mapping[str, str], *, must: bool) -> None:
    """Who and when; what HR wrote without saying so is told by the source's history."""
    by, date = (entered(key, texts.get(f"confirmation.{key}", "")) for key in ("by", "date"))
    if must or (by and date):
        rows[f"{len(rows) + 1}+"] = {"by": by, "date": date, "fields": names}


def _settle(lists: Mapping[str, dict[str, Data]], name: str, key: str) -> None:
    """The row of that key is no proposal."""
    row = lists.get(name, {}).get(key)
    if row is not None and name in _LISTED:
        settled = {field: value for field, value in row.items() if field != "proposed"}
        lists[name][key] = {**settled, **({"source": True} if name == "duties" else {})}
