"""A document as its reader sees it, before it is Word or PDF.

Blocks in the order of the page. Text is text: nothing here is markup, and each
press escapes it in its own way; `\\n` ends a line. Whatever HR fills in is a
`Control`, or a `Passage` where it takes blocks. Its key is the path of the field
in the role's source, such as `duties.1.standard` (entries count from 1).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from .line import Spans, said
from .picture import Picture

Level = Literal[1, 2, 3]


@dataclass(frozen=True)
class Title:
    """The document's title, once, at its head."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading with the marks behind it; level 1 is the first below the title.

    A page can be entered at its `anchor`.
    """

    line: Spans
    level: Level = 1
    anchor: str = ""


ParagraphStyle = Literal["body", "note", "small"]


@dataclass(frozen=True)
class Paragraph:
    line: Spans
    style: ParagraphStyle = "body"


@dataclass(frozen=True)
class Item:
    """An entry of a list with more than a line to it: blocks below, such as a list within the list."""

    line: Spans
    below: tuple["Block", ...]


@dataclass(frozen=True)
class Listing:
    """A list: bullets, numbers from `first` on, boxes to tick, or crosses for what must never be done."""

    items: tuple[Spans | Item, ...]
    marker: Literal["bullet", "number", "tick", "cross"] = "bullet"
    first: int = 1


@dataclass(frozen=True)
class Quotation:
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Code:
    """Lines that keep their spaces, in type of one width."""

    text: str


@dataclass(frozen=True)
class Figure:
    """A picture with the words that stand for it, at most as wide as the text."""

    picture: Picture
    words: str


@dataclass(frozen=True)
class Divider:
    """A rule across the text."""


@dataclass(frozen=True)
class PageEnd:
    """What follows begins on another page; never within other blocks."""


@dataclass(frozen=True)
class Passage:
    """A place to fill in that takes blocks; `title` names it."""

    key: str
    title: str
    blocks: tuple["Block", ...]


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

    `title` says for a screen reader what is in it. Every row is `tall` mm at least, to write in.
    A `folded` table stands in two halves side by side on a screen that is wide enough; on paper a row is
    an entry, for whoever deletes a row in Word means one.
    `row` names what a row is, such as duty, to whoever tells rows apart on a page.
    The shares of a `measured` table stay as they are, in mm, whatever its words are.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Spans, ...], ...]
    title: str
    tall: int = 0
    folded: bool = False
    row: str = ""
    measured: bool = False


@dataclass(frozen=True)
class Beside:
    """Two tables side by side on a screen that is wide enough, one below the other on paper.

    `title` is that of both.
    """

    left: Table
    right: Table
    title: str


@dataclass(frozen=True)
class Signatures:
    """A signature and a date for each; `words` are (signature, date) as printed."""

    who: tuple[str, ...]
    words: tuple[str, str]


@dataclass(frozen=True)
class Together:
    """Blocks that no end of a page parts, where they fit on one."""

    blocks: tuple["Block", ...]


Block = (
    Title
    | Heading
    | Paragraph
    | Listing
    | Quotation
    | Code
    | Figure
    | Divider
    | PageEnd
    | Passage
    | Facts
    | Table
    | Beside
    | Signatures
    | Together
)


def lines_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """What blocks say, line by line and cell by cell; of a picture the words that stand for it."""
    for block in blocks:
        yield from _lines_of(block)


def _lines_of(block: Block) -> Iterator[str]:  # noqa: C901 - a case a block
    match block:
        case Title(text) | Code(text):
            yield text
        case Heading(line) | Paragraph(line):
            yield said(line)
        case Listing(items):
            for item in items:
                line, below = (item.line, item.below) if isinstance(item, Item) else (item, ())
                yield from (said(line), *lines_of(below))
        case Quotation(blocks) | Passage(_, _, blocks) | Together(blocks):
            yield from lines_of(blocks)
        case Figure(_, words):
            yield words
        case Divider() | PageEnd():
            pass
        case Facts(pairs):
            yield from (said(line) for pair in pairs for line in pair)
        case Table(columns, rows):
            yield from (said(column.title) for column in columns)
            yield from (said(line) for row in rows for line in row)
        case Beside(left, right):
            yield from lines_of((left, right))
        case Signatures(who):
            yield from who


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

    @classmethod
    def of(cls, colours: Mapping[str, str]) -> "Look":
        """The look of tokens, which may be more than these."""
        return cls(**{each.name: colours[each.name] for each in fields(cls)})


@dataclass(frozen=True)
class Document:
    """One document. `name` is its file's name without the ending, `date` the edition's, YYYY-MM-DD.

    `head` is printed at the top of every page (left and right), `page` is “{page} / {pages}”
    in the reader's words; `logo` stands at the left of the head. `source` is kept in a Word file
    for whoever reads it back, and so are `properties`, name and value, where few programs lose them.
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
    source: str = ""
    properties: tuple[tuple[str, str], ...] = ()
