"""Which bubbles of a printed answer sheet a candidate fills in, and which the marker."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Gaps,
    Texts,
)
from ...scoring import score
from ..page import Bubble, Kind
from .answering import Answered, Said


class Place(NamedTuple):
    """A row or a column of bubbles of an item."""

    kind: Kind
    item: str
    entry: str
    column: int


def place_of(bubble: Bubble) -> Place:
    return Place(bubble.kind, bubble.item, bubble.entry, bubble.column)


@dataclass(frozen=True)
class Filled:
    """`marks` are the values that are filled in, `texts` what is written beside a marker's bubbles."""

    marks: Mapping[Place, tuple[str, ...]]
    texts: Mapping[Place, str]


def filled(asked: Mapping[str, Asked], answered: Answered, said: Said) -> Filled:
    """Of a sheet that is for one form; by `said` the marker knows what a text has."""
    marks: dict[Place, tuple[str, ...]] = {}
    texts: dict[Place, str] = {}
    for item, response in answered.responses.items():
        for place, value, text in _parts(item, asked[item], response, said):
            marks[place] = (*marks.get(place, ()), value)
            if text:
                texts[place] = text
    return Filled(marks, texts)


_Part = tuple[Place, str, str]
"""A value with its place, and what is written beside it."""


def _parts(item: str, asked: Asked, response: object, said: Said) -> Iterator[_Part]:
    match asked, response:
        case AskedChoice(), list():
            yield from ((Place("choice", item, "", 0), id, "") for id in response)
        case AskedOrder(), list():
            yield from ((Place("order", item, str(at), 0), id, "") for at, id in enumerate(response, 1))
        case AskedMatch(), dict():
            yield from ((Place("match", item, thing, 0), target, "") for thing, target in response.items())
        case AskedGaps(), dict():
            for gap, text in response.items():
                yield from _gap(item, asked, gap, text)
        case AskedWritten(_, key), {"text": str(text)}:
            has = said.met(text)
            given = sum(each.points for each in key if each.id in has)
            yield Place("points", item, "", 0), str(given), text


def _gap(item: str, asked: AskedGaps, gap: str, text: str) -> Iterator[_Part]:
    """A word is judged; a number stands in columns, the first of which is that of its sign."""
    if any(isinstance(each, Texts) for each in asked.key.values()):
        alone = Gaps(tuple(each for each in asked.interaction.gaps if each.id == gap))
        points = score(AskedGaps(alone, {gap: asked.key[gap]}), {gap: text}).points
        yield Place("points", item, gap, 0), str(points), text
    else:
        signed = text if text.startswith("-") else f" {text}"
        for column, sign in enumerate(signed):
            if sign != " ":
                yield Place("digit", item, gap, column), sign, ""
