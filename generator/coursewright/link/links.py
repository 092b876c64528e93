"""Links in texts to something in the course, such as `[…](section:risk/internal)`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.kinds import LINKED, MEDIA, PICTURED
from ..model.markup import address_of, inline_tokens, raw_address, tokens_of
from ..model.text import Source
from ..model.walk import Spot, spots

_MAY_LINK = re.compile(r"[\[<]")


class Link(NamedTuple):
    """What a link leads to, and the address as it may be written in the text."""

    kind: str
    id: str
    written: tuple[str, ...]


def links_in(spot: Spot) -> Iterator[Link]:
    """Every link into the course and every picture of it in one text of Markdown."""
    if _MAY_LINK.search(spot.text):
        for token in inline_tokens(tokens_of(spot.text, spot.mark)):
            address = address_of(token)
            kind, _, id = address.partition(":")
            if kind in PICTURED or (kind in LINKED and token.type == "link_open"):
                yield Link(kind, id.split("#")[0], (address, raw_address(token)))


def media_in(model: Source) -> Iterator[str]:
    """The names of the files that a model's texts show or link to."""
    names = {thing.name for thing in MEDIA}
    marked = (spot for spot in spots(model) if spot.mark.markdown)
    return (link.id for spot in marked for link in links_in(spot) if link.kind in names)
