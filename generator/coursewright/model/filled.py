"""What somebody wrote down of one candidate's answers, before anybody asks what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Label(NamedTuple):
    """Which question: its number on the form, or an item's id; `part` is that of a gap, thing or step.

    `is_points` where points that a marker gave are written down and not an answer.
    """

    question: str
    part: str = ""
    is_points: bool = False


@dataclass(frozen=True)
class Written:
    """A text, where in its file it stands, and in `note` how people find that place, if not by line."""

    text: str
    line: int = 1
    column: int = 1
    note: str = ""


@dataclass(frozen=True)
class Filled:
    """One row, push or result; all as it was written, empty where nothing was. `at` is where it begins."""

    at: Written
    number: str
    answers: Mapping[Label, Written]
    name: str = ""
    form: str = ""
    session: str = ""
    began: str = ""
    ended: str = ""
