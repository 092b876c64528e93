"""Links in texts to something in the course, such as `[…](section:risk/internal)`."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it.token import Token

from ..model.markup import PICTURED, REFERENCE_KINDS, inline_tokens, tokens_of
from ..model.text import Source
from ..model.walk import Path, Spot, spots

_MAY_LINK = re.compile(r"[\[<]")


class Link(NamedTuple):
    """What a link leads to, where the text stands, and the address as it is written there."""

    kind: str
    id: str
    path: Path
    written: str


def links(model: Source) -> Iterator[Link]:
    """Every link into the course and every picture of it, in any text of the model."""
    for spot in spots(model):
        if spot.mark.markdown and _MAY_LINK.search(spot.text):
            yield from links_in(spot)


def links_in(spot: Spot) -> Iterator[Link]:
    for token in inline_tokens(tokens_of(spot.text, spot.mark)):
        if address := _address(token):
            kind, _, id = address.partition(":")
            if kind == PICTURED or (token.type == "link_open" and kind in REFERENCE_KINDS):
                yield Link(kind, id.split("#")[0], spot.path, address)


def _address(token: Token) -> str:
    """Where a link or a picture leads, as an author writes it."""
    if token.type not in ("link_open", "image"):
        return ""
    return unquote(str(token.attrs["href" if token.type == "link_open" else "src"]))
