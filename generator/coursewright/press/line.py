"""What one line of a document is made of: words, links, marks, and what HR fills in."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

_OUTSIDE = re.compile("https?:|mailto:", re.IGNORECASE)


@dataclass(frozen=True)
class Run:
    """Words with a look of their own."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: `https://…`, `mailto:…`, or within the course as `role:manager`."""

    line: tuple[str | Run, ...]
    address: str

    @property
    def told(self) -> str:
        """The address as paper needs it, in brackets; not within the course, or where the words say it."""
        address = self.address.removeprefix("mailto:")
        is_said = unquote(address) == unquote(said(self.line))
        return "" if is_said or not _OUTSIDE.match(self.address) else f" ({address})"


@dataclass(frozen=True)
class Mark:
    """A small outlined label such as 建议稿; `title` says what it means.

    One with a `key` can be settled: in Word it is a choice between it and `settled`, such as 已确认.
    """

    text: str
    title: str
    key: str = ""
    settled: str = ""


@dataclass(frozen=True)
class Control:
    """A place to fill in: a content control in Word, its value or a blank line on paper.

    `title` names it. A choice is one of `choices`, (stored value, words shown); its `value` is the
    stored one. A date is `YYYY-MM-DD`. `line` is the value as it is set, where it has links or a
    look of its own. One that is `fixed` cannot be deleted in Word, nor the row it stands in. Into an
    `open` choice other words may be written than those offered.
    """

    key: str
    title: str
    value: str = ""
    kind: Literal["text", "choice", "date"] = "text"
    choices: tuple[tuple[str, str], ...] = ()
    line: "Spans" = ()
    fixed: bool = False
    open: bool = False

    @property
    def shown(self) -> str:
        """The words a reader sees; empty while nothing is filled in."""
        return dict(self.choices).get(self.value, self.value)


Span = str | Run | Link | Mark | Control
Spans = tuple[Span, ...]


def said(line: Spans) -> str:
    """What a line says to a reader on paper: its words without their look, and without the marks."""
    return "".join(map(_said, line))


def _said(span: Span) -> str:
    match span:
        case str():
            return span
        case Run():
            return span.text
        case Link():
            return said(span.line) + span.told
        case Mark():
            return ""
        case Control():
            return said(span.line) or span.shown
