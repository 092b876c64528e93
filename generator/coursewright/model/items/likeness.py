"""What an item says, whatever its marks, width, order and type: two that share it ask the same."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from .categorise import Categorise
from .choosing import Choosing
from .fill_in import Blank, FillIn
from .item import ItemSource
from .matching import Matching
from .numeric import Numeric
from .ordering import Ordering
from .quantity import Quantity

_LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_BEGUN = re.compile(r"(?m)^[\s>]*+(?:(?:[-+*•]|#{1,6}|[0-9]{1,9}[.)])(?=\s)|[ \t|:-]++$)?")
"""What begins an entry or a heading, or stands below the head of a table."""
_BESIDE = re.compile(r"[\s\\*_`|。、;!?“”‘’\"'()\[\]]|[.,:](?!\d)")
"""What programs add, drop or write in their own way; a point before a digit belongs to a number."""
_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def said_of(item: ItemSource, material: str = "") -> str:
    """What is asked, below what a case has to read first, as one row of letters."""
    return bare(material) + bare(item.stem)


def key_of(item: ItemSource) -> frozenset[str]:
    """What the answer is made of; nothing where a text to judge or to write says it all."""
    return frozenset(map(bare, _key(item)))


def bare(text: str) -> str:
    """A text in one width and case, without spaces, marks and the signs between sentences."""
    plain = normalize("NFKC", _LINKED.sub(r"\1", text)).casefold()
    return _BESIDE.sub("", _BEGUN.sub("", plain))


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
