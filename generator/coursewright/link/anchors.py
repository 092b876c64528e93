"""Links to a place within a page, held against the pages when they are made: only those have all anchors."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ..diagnostics import Problem
from ..diagnostics.nearest import near
from ..model.kind import Kind
from ..model.kinds import KINDS, LINKED
from ..model.markup import address_of, inline_tokens, raw_address, tokens_of
from ..model.text import Source
from ..model.walk import Path
from ..validate.sources import Loaded, Sources
from .site import Target

_MOST_NAMED = 6
_CODE = re.compile(r"<pre>.*?</pre>", re.S)
_HEADING = re.compile(r"^#{2,6} .*?(?: \{ #(\S+) \})?$", re.M)
_ID = re.compile(r'\sid="([^"]+)"')


class _Place(NamedTuple):
    """A link to an anchor: in which text, as it may be written, to what (nothing: this page), and where."""

    path: Path
    written: tuple[str, ...]
    target: str
    anchor: str


def anchor_problems(
    sources: Sources, targets: Mapping[str, Target], pages: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Every link to an anchor that its page has not; `pages` are Markdown with headings and HTML, by path."""

    @cache
    def anchors(page: str) -> frozenset[str] | None:
        return _anchors(pages[page].decode()) if page in pages else None

    for kind in KINDS:
        for loaded in sources.all(kind).values():
            for place in _places(loaded):
                shown = _pages(kind, loaded) if not place.target else _page(targets, place.target)
                known = [anchors(page) for page in shown or pages]
                if None not in known and not any(place.anchor in (each or ()) for each in known):
                    yield _problem(loaded, place, sorted(frozenset().union(*(each or () for each in known))))


def _problem(loaded: Loaded[Source], place: _Place, known: list[str]) -> Problem:
    where = loaded.file.place_of_any(place.path, *place.written)
    few = known if len(known) <= _MOST_NAMED else []
    values = {"found": place.written[0], "near": near(place.anchor, known), "anchors": ", ".join(few)}
    return Problem("CW0523", where, values)


def _places(loaded: Loaded[Source]) -> Iterator[_Place]:
    for spot in loaded.spots:
        if not spot.mark.markdown or "#" not in spot.text:
            continue
        for token in inline_tokens(tokens_of(spot.text, spot.mark)):
            address = address_of(token) if token.type == "link_open" else ""
            target, _, anchor = address.partition("#")
            if anchor and (not target or target.partition(":")[0] in LINKED):
                yield _Place(spot.path, (address, raw_address(token)), target, anchor)


def _pages(kind: Kind[Source], loaded: Loaded[Source]) -> list[str]:
    """Where a file's texts are shown; nothing when that may be anywhere."""
    return [thing.page.format(file=loaded.id) for thing in kind.things if thing.page]


def _page(targets: Mapping[str, Target], target: str) -> list[str]:
    return [targets[target].page] if target in targets else [""]


def _anchors(page: str) -> frozenset[str] | None:
    """The anchors of a page, or None when a heading of it has one that the builder will make."""
    text = _CODE.sub("", page)
    headings = [match[1] for match in _HEADING.finditer(text)]
    return None if None in headings else frozenset([*headings, *_ID.findall(text)])
