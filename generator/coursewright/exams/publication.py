"""Whether a session and its public notice say the same.

The notice lies outside the session's folder, and was seen by others: whoever changes keys or journal later
must change what was published as well.
"""

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Problem
from ..model.notice import Notice
from .appointment import Appointment
from .checking import PlaceOf
from .journal import Entry
from .store import Kept

SAID = ("title", "date", "begins", "place", "announced", "note")
"""What a notice says that the session does not know; the journal's entry has them, one that is left out too.

Entries of earlier versions have the days only: with the rest of their notices there is nothing to compare.
"""


def facts(kept: Kept) -> dict[str, Any]:
    """What a notice says of the session itself, by the notice's fields."""
    form = kept.session.forms[0]
    return {
        "exam": kept.session.exam,
        "forms": len(kept.session.forms),
        "items": len(form.questions),
        "points": form.points,
        "minutes": kept.session.blueprint.minutes,
        "commitment": kept.commitment,
    }


def published(kept: Kept) -> Entry | None:
    """The entry of the last publication."""
    return next((entry for entry in reversed(kept.entries) if entry.did == "published"), None)


def appointment(entry: Entry) -> Appointment | None:
    """What the entry of a publication says of when and where; nothing if it is of a version that did not."""
    about = entry.about
    is_said = {"date", "begins", "place"} <= about.keys()
    return Appointment(about["date"], about["begins"], about["place"]) if is_said else None


def notice_problems(place: PlaceOf, kept: Kept, notice: Notice) -> Iterator[Problem]:
    """Everything that the notice of a session says otherwise than the session; `place` is in the notice."""
    name = {"session": kept.session.name}
    if notice.commitment != kept.commitment:
        yield Problem("CW1119", place(("commitment",)), name)
    if kept.is_void and notice.void is None:
        yield Problem("CW1120", place(("title",)), name)
    if notice.void is not None and not kept.is_void:
        yield Problem("CW1123", place(("void",)), name)
    entry = published(kept)
    if entry is None or notice.journal not in {each.hash for each in kept.entries[entry.number - 1 :]}:
        yield Problem("CW1121", place(("journal",)), name)
    for field, wanted in _wanted(kept, entry, notice):
        if getattr(notice, field) != wanted:
            said = "–" if wanted is None else wanted
            yield Problem("CW1122", place((field,)), {"field": field, "wanted": said, **name})


def _wanted(kept: Kept, entry: Entry | None, notice: Notice) -> Iterator[tuple[str, Any]]:
    yield from ((field, wanted) for field, wanted in facts(kept).items() if field != "commitment")
    if entry:
        yield from ((field, entry.about[field]) for field in SAID if field in entry.about)
    if notice.void is not None and kept.void_reason is not None:
        yield "void", kept.void_reason
