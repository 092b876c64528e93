"""What an import tells of itself: what would be written, what was, and what the file did not say."""

from typing import TYPE_CHECKING

from .table import print_table
from .terminal import _, say

if TYPE_CHECKING:
    from ..exchange.draft import Draft
    from ..exchange.importing import Imported

_GUESSES = {
    "id": _("id"),
    "type": _("type"),
    "objective": _("objective"),
    "level": _("level"),
    "rubric": _("criteria"),
    "rationales": _("no rationales"),
    "explanation": _("no explanation"),
}


def say_counts(done: "Imported") -> None:
    """How many items were written, and how many stay as they are."""
    written, all = (sum(draft.count for draft in drafts) for drafts in (done.changed, done.drafts))
    say(_.plural("{count} item", "{count} items", written))
    if same := all - written:
        say(
            _.plural(
                "{count} item is in the bank as the file says it, and stays as it is.",
                "{count} items are in the bank as the file says them, and stay as they are.",
                same,
            )
        )


def say_forms(drafts: list["Draft"]) -> None:
    """Which of them are of a form of an exam."""
    if forms := sorted({draft.form for draft in drafts if draft.form}):
        said = _("They are those of the form {form} of an exam, and stay reserved for exams.")
        say(said.format(form=_(", ").join(forms)))


def say_guesses(drafts: list["Draft"]) -> None:
    """What the file did not say; of types that were guessed, in which of its rows."""
    if guessed := {name for draft in drafts for name in draft.guessed}:
        names = _(", ").join(_(_GUESSES[name]) for name in _GUESSES if name in guessed)
        say(_("Made or left open, for the file does not say it: {names}").format(names=names))
    rows: dict[str, list[str]] = {}
    for spot, type in (each for draft in drafts for each in draft.typed):
        rows.setdefault(type, []).append(str(spot.place.line))
    for type, lines in rows.items():
        said = _("The type of these rows is guessed, look them over: {rows} ({type})")
        say(said.format(rows=_(", ").join(lines), type=_named(type)))


def _named(type: str) -> str:
    from ..exchange.types import CASE, NAMES

    return _("case") if type == CASE else NAMES[type][_.language != "zh_CN"]


def show(done: "Imported") -> None:
    """What would be written, an item a row, and which items are new, are changed, or stay as they are."""
    _show_rows(done.changed)
    new = [draft.id for draft in done.changed if draft.id in done.fresh]
    changed = [draft.id for draft in done.changed if draft.id not in done.fresh]
    same = len(done.drafts) - len(done.changed)
    for said, ids in ((_("new: {count}"), new), (_("changed: {count}"), changed)):
        say(said.format(count=len(ids)) + "".join(f"\n  {id}" for id in ids))
    say(_("unchanged: {count}").format(count=same))
    if done.media:
        said = _("new pictures: {count}").format(count=len(done.media))
        say(said + "".join(f"\n  {name}" for name in done.media))


def _show_rows(drafts: list["Draft"]) -> None:
    """Where each stands, its type and id, and what the file did not say of it."""
    print_table((_("row"), _("type"), _("id"), _("question"), _("guessed")), map(_row, drafts))


def _row(draft: "Draft") -> list[str]:
    guesses = _(", ").join(_(_GUESSES[name]) for name in draft.guessed)
    question = " ".join(str(draft.data.get("stem") or draft.data.get("title") or "").split())
    return [str(draft.spot.place.line), _named(draft.data["type"]), draft.id, question[:30], guesses]
