"""When and where a session's exam is, as the label of an envelope says it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Appointment:
    """`date` is YYYY-MM-DD; `begins` and `place` are as the notice has them."""

    date: str
    begins: str | None = None
    place: str | None = None
