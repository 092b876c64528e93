"""A document as its reader sees it, before it is Word or PDF.

Blocks in the order of the page. Text is text: nothing here is markup, and each
press escapes it in its own way. Whatever HR fills in is a `Control`, whose key
is the path of the field in the role's source, such as `duties.1.standard`
(entries count from 1).
"""

from dataclasses import dataclass, field
from typing import Literal

from .picture import Picture


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True)
class Mark:
    """A small outlined label such as 建议稿; `title` says what it means."""

    text: str
    title: str


@dataclass(frozen=True)
class Control:
    """A place to fill in: a content control in Word, its value or a blank line on paper.

    `title` names it, `hint` shows while it is empty. A choice is one of `choices`,
    (stored value, words shown); its `value` is the stored one. A date is `YYYY-MM-DD`.
    """

    key: str
    title: str
    value: str = ""
    hint: str = ""
    kind: Literal["text", "choice", "date"] = "text"
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def shown(self) -> str:
        """The words a reader sees; empty while nothing is filled in."""
        return dict(self.choices).get(self.value, self.value)


Span = str | Strong | Mark | Control
Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Title:
    """The document's title, once, at its head."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading with the marks behind it; level 1 is the first below the title."""

    line: Spans
    level: Literal[1, 2] = 1


@dataclass(frozen=True)
class Paragraph:
    line: Spans
    style: Literal["body", "note", "small"] = "body"


@dataclass(frozen=True)
class Listing:
    """A list: bullets, numbers, boxes to tick, or crosses for what must never be done."""

    items: tuple[Spans, ...]
    marker: Literal["bullet", "number", "tick", "cross"] = "bullet"


@dataclass(frozen=True)
class Facts:
    """Label and value, two pairs a row; `wide` labels take a row to themselves."""

    pairs: tuple[tuple[Spans, Spans], ...]
    wide: frozenset[int] = frozenset()
    title: str = ""


@dataclass(frozen=True)
class Column:
    """`share` is the width in parts of the table's whole."""

    title: Spans
    share: int
    align: Literal["left", "right", "center"] = "left"


@dataclass(frozen=True)
class Table:
    """A table whose head row repeats on every page and whose rows do not split.

    `title` says for a screen reader what is in it. `tall` gives every row room to write.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]
    title: str
    tall: bool = False


@dataclass(frozen=True)
class Signatures:
    """A signature and a date for each; `words` are (signature, date) as printed."""

    who: tuple[str, ...]
    words: tuple[str, str]


Block = Title | Heading | Paragraph | Listing | Facts | Table | Signatures


@dataclass(frozen=True)
class Look:
    """Colours of the light scheme as #RRGGBB."""

    text: str
    muted: str
    primary: str
    accent: str
    caution: str
    control: str
    hairline: str
    raised: str


@dataclass(frozen=True)
class Document:
    """One document. `name` is its file's name without the ending, `date` the edition's, YYYY-MM-DD.

    `head` is printed at the top of every page (left and right), `page` is “{page} / {pages}”
    in the reader's words; `logo` stands at the left of the head.
    """

    name: str
    title: str
    subject: str
    author: str
    language: str
    date: str
    head: tuple[Spans, str]
    page: str
    look: Look
    blocks: tuple[Block, ...]
    keywords: tuple[str, ...] = ()
    logo: Picture | None = field(default=None)
