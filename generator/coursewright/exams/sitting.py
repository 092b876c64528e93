"""What came back from one candidate, whichever way it came: what is graded, and where it is from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..diagnostics import Problem

Way = Literal["sealed", "sheet", "table", "push", "qti"]
"""A response that was sealed in the browser; a scanned answer sheet; a table of keyed-in answers; what a form
service pushed; a results report of QTI."""


@dataclass(frozen=True)
class Origin:
    """`file` is as it was given, `place` where in it (a page, a row), `digest` its SHA-256.

    `receipt` is what the candidate was given to prove that they handed in, where they were.
    """

    way: Way
    file: str
    place: str
    digest: str
    receipt: str = ""


@dataclass(frozen=True)
class Holder:
    """Who has a spare access code, as they wrote it themselves; both empty where they wrote nothing."""

    number: str
    name: str


@dataclass(frozen=True)
class Seb:
    """What Safe Exam Browser said of itself: SHA-256 of the page's address with each of its keys, in hex."""

    config_key: str
    exam_key: str
    url: str


@dataclass(frozen=True)
class Sitting:
    """`candidate` is a number as the roster has it, `form` a form's code.

    `answers` are responses in the shapes of `model/items/interaction.py` by the ids of items; what was left
    open is not there. `marks` are points that a marker gave on paper, by items; `seconds` those spent on
    them, where it is known. Times are UTC in ISO 8601, empty where they are not known. `holder` is there
    for a spare code, `seb` where it was sat in Safe Exam Browser.
    """

    candidate: str
    form: str
    answers: Mapping[str, object]
    origin: Origin
    name: str = ""
    began: str = ""
    ended: str = ""
    seconds: Mapping[str, float] = field(default_factory=dict)
    marks: Mapping[str, int] = field(default_factory=dict)
    holder: Holder | None = None
    seb: Seb | None = None


@dataclass(frozen=True)
class Gathered:
    """Everything that some files hold, and everything that is wrong with them."""

    sittings: Sequence[Sitting]
    problems: Sequence[Problem]
