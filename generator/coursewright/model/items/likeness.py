"""What an item says, whatever its marks, width, order and type: two that share it ask the same."""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import normalize

from .categorise import Categorise
from .choosing import Choosing
from .fill_in import Blank, FillIn
from .item import ItemSource
from .matching import Matching
from .numeric import Numeric
from .ordering import Ordering
from .quantity import Quantity

PIECE = 6
"""Characters of a piece: few texts that were not written from one another share many."""
LEAST = 9
"""Bytes of a clause: three Han characters."""
_LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_BEGUN = re.compile(r"(?m)^[\s>]*+(?:(?:[-+*•]|#{1,6}|[0-9]{1,9}[.)])(?=\s)|[ \t|:-]++$)?")
"""What begins an entry or a heading, or stands below the head of a table."""
_BESIDE = re.compile(r"[\s\\*_`|。、;!?“”‘’\"'()\[\]]|[.,:](?!\d)")
"""What programs add, drop or write in their own way; a point before a digit belongs to a number."""
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Characters that nobody sees."""
_SIGNS = (
    (0x0A, 0x0E),
    (0x21, 0x30),
    (0x3A, 0x41),
    (0x5B, 0x61),
    (0x7B, 0xC0),
    (0x2000, 0x2070),
    (0x3000, 0x3021),
)
_PARTED = (
    {code: "\n" for first, end in _SIGNS for code in range(first, end)}
    | {ord("！") + at: chr(ord("!") + at) for at in range(ord("~") - ord("!") + 1) if chr(33 + at).isalnum()}
    | dict.fromkeys(map(ord, "，：（）、。！？；“”‘’《》．－"), "\n")
    | dict.fromkeys(map(ord, " \t　*_`"), "")
)
"""Signs part, spaces and the marks of emphasis are dropped, and wide letters are narrow."""
_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def said_of(item: ItemSource, material: str = "") -> str:
    """What is asked, below what a case has to read first, as one row of letters."""
    return bare(material) + bare(item.stem)


def key_of(item: ItemSource) -> frozenset[str]:
    """What the answer is made of; nothing where a text to judge or to write says it all."""
    return frozenset(map(bare, _key(item)))


def bare(text: str) -> str:
    """A text in one width and case, without spaces, marks and the signs between sentences."""
    plain = normalize("NFKC", _LINKED.sub(r"\1", seen(text))).casefold()
    return _BESIDE.sub("", _BEGUN.sub("", plain))


def seen(text: str) -> str:
    """A text as a page shows its characters: what stands for one is that one."""
    return _UNSEEN.sub("", unescape(text) if "&" in text else text)


def clauses(text: str) -> frozenset[str]:
    """What stands between two signs, in letters and digits without spaces; what is short is left out."""
    linked = _LINKED.sub(r"\1", text) if "](" in text else text
    parts = seen(linked).translate(_PARTED).casefold().split("\n")
    return frozenset(part for part in parts if len(part.encode()) >= LEAST)


def pieces(said: str) -> frozenset[str]:
    """What a bare text is made of, to find those that have most of another."""
    return frozenset(said[at : at + PIECE] for at in range(len(said) - PIECE + 1))


def _key(item: ItemSource) -> Iterator[str]:
    match item:
        case Choosing():
            yield from (option.text for option in item.options if option.key)
        case Ordering():
            yield from (step.text for step in item.steps)
        case Matching():
            yield from (pair.text for pair in item.pairs)
        case Categorise():
            yield from (example.text for example in item.examples)
        case FillIn():
            yield from (said for one in item.blanks for said in _blank(one))
        case Numeric():
            yield _number(item.answer)


def _blank(blank: Blank) -> Iterator[str]:
    """A number without its unit: programs that know no units write it behind."""
    if blank.number:
        yield _number(blank.number)
    for text in blank.accept[:1]:
        begun = _AMOUNT.match(text)
        yield begun[0] if begun else text


def _number(quantity: Quantity) -> str:
    return f"{quantity.value:.15g}"
