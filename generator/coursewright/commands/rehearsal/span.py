"""Spans of minutes over a full hour, of which the items are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

HOUR = 60
HALF = 30


@dataclass(frozen=True)
class Span:
    """From a minute of the day on, over the full hour, for more than ten minutes."""

    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length

    @property
    def before(self) -> int:
        """Minutes to the full hour."""
        return HOUR - self.start % HOUR

    @property
    def after(self) -> int:
        return self.length - self.before

    @property
    def unborrowed(self) -> int:
        """What it comes to for those who take an hour for 100 minutes."""
        return self.length + 100 - HOUR

    @property
    def is_clear(self) -> bool:
        """Whether no two slips come to the same, and it is neither half an hour nor nearly that."""
        slips = {self.before, self.after, self.length - 10, self.length + 10, self.length + self.before}
        return len(slips) == 5 and abs(self.length - HALF) > 1

    @property
    def times(self) -> dict[str, str]:
        """As texts have them."""
        return {"start": clock(self.start), "end": clock(self.end)}

    @property
    def parts(self) -> dict[str, int]:
        return {"before": self.before, "after": self.after, "count": self.length}


def spans() -> Iterator[Span]:
    """Always the same ones, without end."""
    drawn = (Span((8 + at % 9) * HOUR + 41 + at * 5 % 17, 23 + at * 7 % 31) for at in count())
    return (span for span in drawn if span.is_clear)


def apart(drawn: Iterator[Span], number: int, long: int) -> list[Span]:
    """So many of different lengths, of which so many are longer than half an hour."""
    found: list[Span] = []
    wanted = {True: long, False: number - long}
    while len(found) < number:
        span = next(drawn)
        is_long = span.length > HALF
        if wanted[is_long] and all(abs(span.length - other.length) > 1 for other in found):
            wanted[is_long] -= 1
            found.append(span)
    return found


def clock(minute: int) -> str:
    return f"{minute // HOUR}:{minute % HOUR:02}"
