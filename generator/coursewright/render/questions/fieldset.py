"""What every question has, around what its shape has: the field, its legend, the answer."""

from dataclasses import replace
from html import escape
from typing import assert_never

from ...link.site import SiteItem
from ...model.items.interaction import Asked, AskedChoice, AskedGaps, AskedMatch, AskedOrder, AskedWritten
from ...model.items.item import ItemSource
from ...words import Words
from ..markdown import Reading, block, paragraphs
from ..urls import link
from .choice import choice
from .gaps import gaps
from .match import match as match_
from .order import order
from .parts import Parts
from .written import written


def question(item: SiteItem, number: int, reading: Reading, words: Words, *, link_back: bool) -> str:
    """The fieldset of one practice item."""
    model = item.model
    reading = replace(reading, explain=None)
    parts = _parts(model.asked(words), model.id, model.stem, reading, words)
    named, head = _head(model.id, model.stem, parts, number, reading)
    edition = f' data-edition="{model.edition}"' if model.edition > 1 else ""
    attributes = f'id="q-{model.id}" data-shape="{parts.shape}"{edition}{parts.attributes}'
    answer = escape(words("Answer and reasons"))
    back = _back(item, reading, words) if link_back else ""
    return (
        f'<fieldset class="cw-q" {attributes}{named}>\n{head}{parts.controls}{_hints(model, reading, words)}'
        f'<details class="cw-a"><summary>{answer}</summary>{parts.answer}<ol>{parts.reasons}</ol>'
        f"{_explanation(model, reading, back)}</details></fieldset>\n"
    )


def _explanation(model: ItemSource, reading: Reading, back: str) -> str:
    """The explanation and the way back to the text; of an item without one the way back."""
    if model.explanation is None:
        return f'<div class="cw-e is-none">{back}</div>'
    return f'<div class="cw-e">{block(model.explanation, reading)}{back}</div>'


def posed(asked: Asked, named: tuple[str, int], stem: str, reading: Reading, words: Words) -> str:
    """The fieldset of a question by its id and number that is only to be answered.

    What is right is for the caller to leave out. A thing has its id, for no reason is there to have it.
    """
    id, number = named
    parts = _parts(asked, id, stem, reading, words)
    names, head = _head(id, stem, parts, number, reading)
    attributes = f'id="q-{id}" data-shape="{parts.shape}"{parts.attributes}'
    return f'<fieldset class="cw-q" {attributes}{names}>\n{head}{parts.controls}</fieldset>\n'


def _parts(asked: Asked, id: str, stem: str, reading: Reading, words: Words) -> Parts:
    match asked:
        case AskedChoice():
            return choice(asked, id, reading, words)
        case AskedOrder():
            return order(asked, id, reading, words)
        case AskedMatch():
            return match_(asked, id, reading, words)
        case AskedGaps():
            return gaps(asked, stem, reading, words)
        case AskedWritten():
            return written(asked, reading, words)
        case unknown:
            assert_never(unknown)


def _head(id: str, stem: str, parts: Parts, number: int, reading: Reading) -> tuple[str, str]:
    """What the field says of its name, and the stem: in the legend if that can hold it, else below."""
    counted = f"<b>{number}</b>"
    hint = f" <i>{escape(parts.hint)}</i>" if parts.hint else ""
    line = None if parts.stem else paragraphs(stem, reading)
    if line is not None:
        return "", f"<legend>{counted} {line}{hint}</legend>\n"
    names = f' aria-labelledby="l-{id} s-{id}"'
    kind = ' class="cw-cloze"' if parts.stem else ""
    below = f'<div{kind} id="s-{id}">{parts.stem or block(stem, reading)}</div>\n'
    return names, f'<legend id="l-{id}">{counted}{hint}</legend>\n{below}'


def _hints(model: ItemSource, reading: Reading, words: Words) -> str:
    """A disclosure a hint, each to be opened when the one before was not enough."""
    named = words("Hint") if len(model.hints) == 1 else words("Hint {number}")
    return "".join(
        f'<details class="cw-hint"><summary>{escape(named.format(number=at))}</summary>'
        f"{block(hint, reading)}</details>"
        for at, hint in enumerate(model.hints, 1)
    )


def _back(item: SiteItem, reading: Reading, words: Words) -> str:
    address = link(reading.page, item.section.target.page)
    label = escape(words("Back to the text"))
    return f'<a href="{escape(address)}">{label}</a>'
