"""Addresses of a thing in authors' Markdown: which of them are links, and not code or plain words."""

import re
from collections.abc import Iterator, Sequence

from ..load.source_file import SourceFile
from ..model.mark import TEXT, Mark
from ..model.markup import address_of, inline_tokens, tokens_of
from ..model.text import Source
from ..model.walk import spots
from .source_text import SourceText

_CATALOGUED = re.compile(r'^msg(?:id(?:_plural)?|str(?:\[\d+\])?)[ ]+((?:"(?:[^"\\\n]|\\.)*"\s*)+)', re.M)
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")

Address = re.Pattern[str]
"""Matches an address from its scheme to the end of its id."""


def linked_in_source(
    text: SourceText, file: SourceFile, model: Source, address: Address
) -> Iterator["re.Match[str]"]:
    """Where the texts of a source file link to an address, as matches in the file's text."""
    for spot in spots(model):
        if spot.mark.markdown and (links := _links(spot.text, spot.mark, address)):
            start = text.offset(file.place(spot.path))
            yield from _which(links, address.finditer(file.text, start))


def linked_in_catalog(text: str, address: Address) -> Iterator["re.Match[str]"]:
    """Where the texts of a catalog link to an address, as matches in the whole."""
    for entry in _CATALOGUED.finditer(text):
        said = "".join(_QUOTED.findall(entry[1]))
        said = _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else match[1], said)
        if links := _links(said, TEXT, address):
            yield from _which(links, address.finditer(text, *entry.span(1)))


def _links(text: str, mark: Mark, address: Address) -> list[bool]:
    """Of every place where an address stands in a text, whether it is that of a link or a picture.

    Each is given an id of its own, to be found again among the parsed links.
    """
    count = len(address.findall(text))
    if not count:
        return []
    ids = iter(range(count))
    numbered = address.sub(lambda match: f"{match[0].partition(':')[0]}:{_id(next(ids))}", text)
    addresses = map(address_of, inline_tokens(tokens_of(numbered, mark)))
    led_to = {address.partition(":")[2].partition(".")[0] + "." for address in addresses}
    return [_id(at) in led_to for at in range(count)]


def _id(at: int) -> str:
    return f"place-{at}."


def _which(links: Sequence[bool], places: Iterator["re.Match[str]"]) -> Iterator["re.Match[str]"]:
    return (place for is_link, place in zip(links, places, strict=False) if is_link)
