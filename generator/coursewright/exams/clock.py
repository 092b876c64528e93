"""Whether the times of a journal can be those of clocks: none runs back, and none is ahead of now."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from ..words import marked as _
from .journal import Entry

SLACK = timedelta(minutes=10)
"""What clocks of two machines may differ by. One that signs in to a domain is at most five minutes from it
(Kerberos, RFC 4120, section 8.2), so two are at most ten from each other; a session that is carried from
one to the other may seem to run back by so much, or to be ahead of the one that verifies it. More is told,
also of an honest machine whose clock was wrong: a time on record that cannot be is for a person to explain.
"""


def mistimed(entries: Sequence[Entry], now: datetime) -> Iterator[tuple[int, str]]:
    """Number of each entry whose time cannot be, with what is wrong as a source string of the catalogs.

    A time that cannot be is no measure for those after it. `now` has a zone.
    """
    latest: datetime | None = None
    for entry in entries:
        at = moment(entry)
        if at is None:
            yield entry.number, _("the journal: entry {number} has no time")
        elif at > now + SLACK:
            yield entry.number, _("the journal: entry {number} is of a time that has not come yet")
        elif latest and at < latest - SLACK:
            yield entry.number, _("the journal: entry {number} is of an earlier time than one before it")
        else:
            latest = max(at, latest or at)


def moment(entry: Entry) -> datetime | None:
    """When it was, or nothing where that is no time with a zone."""
    try:
        at = datetime.fromisoformat(entry.at)
    except ValueError:
        return None
    return at if at.tzinfo else None
