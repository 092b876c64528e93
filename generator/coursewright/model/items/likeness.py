"""What an item says, whatever its marks, width, order and type: two that share it ask the same."""

import re
from collections.abc import Iterator
from html import unescape

from ...writing.folding import folded, letters
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
_LINKED = re.compile(r"!?\[([^\[\]]*)\]\(\s*(?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*+)([^()]*)\)")
"""A link or a picture: its words and its title."""
_BEGUN = re.compile(r"(?m)^[\s>]*+(?:(?:[-+*•]|#{1,6}|[0-9]{1,9}[.)])(?=\s)|[ \t|:-]++$)?")
"""What begins an entry or a heading, or stands below the head of a table."""
_BESIDE = re.compile(r"[\s\\*_`|。、;!?“”‘’\"'()\[\]]|[.,:](?!\d)")
"""What programs add, drop or write in their own way; a point before a digit belongs to a number."""
_TELLING = re.compile(r"[<>=≤≥＜＞＝]|(?<=\d)[.．](?=\d)")
_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def said_of(item: ItemSource, material: str = "") -> str:
    """What is asked, below what a case has to read first, as one row of letters."""
    return bare(material) + bare(item.stem)


def key_of(item: ItemSource) -> frozenset[str]:
    """What the answer is made of; nothing where a text to judge or to write says it all."""
    return frozenset(map(bare, _key(item)))


def bare(text: str) -> str:
    """A text in one way of writing, without spaces, marks and the signs between sentences."""
    return _BESIDE.sub("", _BEGUN.sub("", folded(shown(text))))


def lettered(text: str) -> str:
    """A text as a row of letters and digits, without any sign: for texts that are alike, not the same."""
    return letters(shown(text))


def telling(text: str) -> str:
    """The signs of a text that make another of it where its letters are the same."""
    return "".join(_TELLING.findall(folded(shown(text)))) if _TELLING.search(text) else ""


def shown(text: str) -> str:
    """A text as a page shows it: without addresses, and what stands for a character is that."""
    linked = _LINKED.sub(r"\1\2", text) if "](" in text else text
    return unescape(linked) if "&" in linked else linked


def pieces(said: str) -> frozenset[str]:
    """What a row of letters is made of, to find those that have most of another."""
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
