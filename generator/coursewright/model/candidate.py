"""A candidate of an exam, as a roster names one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Candidate:
    """All texts are one line. `number` is unique in a roster and text: 007 is not 7.

    `extra` are minutes that the candidate has beyond the exam's time.
    """

    name: str
    number: str
    department: str = ""
    room: str = ""
    seat: str = ""
    extra: int = 0
