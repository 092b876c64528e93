"""A response as a browser seals it, once it is open; what it says of itself is not yet believed.

CWR1.<compact JWE>            as a text or a file
CWR1/<digest>/<k>/<n>/<piece> as one of n QR codes, with the first 8 digits of the receipt
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field, TypeAdapter

MARK = "CWR1"
MOST = 2 * 1024 * 1024
"""Bytes of a file; a response to a hundred questions has a hundredth of it."""

DAY = 24 * 60 * 60
SLACK = timedelta(minutes=1)
"""What a device may correct its clock by."""

Line = Annotated[str, Field(max_length=200)]
Minutes = Annotated[int, Field(ge=0, le=100_000)]
Moment = Annotated[
    AwareDatetime, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))
]
"""Far from the ends of the calendar, where nothing can be added to a time or taken from it."""


@dataclass(frozen=True)
class Who:
    number: Line
    name: Line


@dataclass(frozen=True)
class Browser:
    """What Safe Exam Browser has a page know; it gives a hash, or nothing where it has no such key."""

    configKey: Line = ""  # noqa: N815 - as it is called there
    browserExamKey: Line = ""  # noqa: N815
    url: Annotated[str, Field(max_length=2000)] = ""


@dataclass(frozen=True)
class Response:
    """`package` is the digest of the package that it is of, `proof` shows that its ticket was opened, `save`
    counts the saves of a sitting, `holder` says who has a spare code."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="ignore")

    format: Literal[1]
    session: Line
    exam: Line
    commitment: Line
    package: Line
    form: Line
    ticket: Line
    proof: Line
    candidate: Who
    sitting: UUID
    save: Annotated[int, Field(ge=1, le=10**9, strict=True)]
    final: Annotated[bool, Field(strict=True)]
    began: Moment
    saved: Moment
    submitted: Moment | None
    minutes: Minutes
    extra: Minutes
    answers: Annotated[dict[Line, Any], Field(max_length=1000)]
    seconds: Annotated[
        dict[Line, Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False)]], Field(max_length=1000)
    ]

    events: Annotated[list[dict[str, Any]], Field(max_length=100_000)]
    seb: Browser | None = None
    holder: Who | None = None

    @property
    def is_mistimed(self) -> bool:
        """Whether the clock of the device was changed, as far as it shows."""
        is_back = self.saved < self.began - SLACK or self.ended < self.began - SLACK
        return is_back or any(event.get("what") == "clock" for event in self.events)

    @property
    def away(self) -> list[int]:
        """Seconds of each time that the page was left, as far as it was come back to."""
        spans = (event.get("for") for event in self.events if event.get("what") == "returned")
        return [span for span in spans if type(span) is int and 0 < span < DAY]

    @property
    def ended(self) -> datetime:
        """When it was handed in, else when it was saved last."""
        return self.submitted or self.saved

    @property
    def rank(self) -> tuple[bool, int, datetime]:
        """The later of two of the same sitting has the higher one; after the end nothing is saved."""
        return self.final, self.save, self.ended


_RESPONSE: TypeAdapter[Response] = TypeAdapter(Response)


def read_response(content: bytes) -> Response:
    """Raises ValueError for what is none of this version."""
    try:
        return _RESPONSE.validate_json(content)
    except RecursionError as error:
        raise ValueError("too deep") from error


def receipt_of(sealed: str) -> str:
    """SHA-256 of a JWE in hex, of which the candidate has the first 16 digits."""
    return sha256(sealed.encode("ascii")).hexdigest()
