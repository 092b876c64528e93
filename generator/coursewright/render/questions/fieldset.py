"""What every question has, around what its shape has: the field, its legend, the answer."""

from dataclasses import replace
from html import escape
from typing import assert_never

from ...link.site import SiteItem
from ...model.items.interaction import AskedChoice, AskedGaps, AskedMatch, AskedOrder, AskedWritten
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
    parts = _parts(model, reading, words)
    hint = f" <i>{escape(parts.hint)}</i>" if parts.hint else ""
    named, head = _head(model, parts.stem, f"<b>{number}</b>", hint, reading)
    edition = f' data-edition="{model.edition}"' if model.edition > 1 else ""
    attributes = f'id="q-{model.id}" data-shape="{parts.shape}"{edition}{parts.attributes}'
    answer = escape(words("Answer and reasons"))
    back = _back(item, reading, words) if link_back else ""
    return (
        f'<fieldset class="cw-q" {attributes}{named}>\n{head}{parts.controls}{_hints(model, reading, words)}'
        f'<details class="cw-a"><summary>{answer}</summary>{parts.answer}<ol>{parts.reasons}</ol>'
        f'<div class="cw-e">{block(model.explanation, reading)}{back}</div></details></fieldset>\n'
    )


def _parts(model: ItemSource, reading: Reading, words: Words) -> Parts:
    asked = model.asked(words)
    match asked:
        case AskedChoice():
            return choice(asked, model.id, reading, words)
        case AskedOrder():
            return order(asked, model.id, reading, words)
        case AskedMatch():
            return match_(asked, model.id, reading, words)
        case AskedGaps():
            return gaps(asked, model.stem, reading, words)
        case AskedWritten():
            return written(asked, reading, words)
        case unknown:
            assert_never(unknown)


def _head(model: ItemSource, filled: str, number: str, hint: str, reading: Reading) -> tuple[str, str]:
    """What the field says of its name, and the stem: in the legend if that can hold it, else below."""
    line = None if filled else paragraphs(model.stem, reading)
    if line is not None:
        return "", f"<legend>{number} {line}{hint}</legend>\n"
    names = f' aria-labelledby="l-{model.id} s-{model.id}"'
    kind = ' class="cw-cloze"' if filled else ""
    below = f'<div{kind} id="s-{model.id}">{filled or block(model.stem, reading)}</div>\n'
    return names, f'<legend id="l-{model.id}">{number}{hint}</legend>\n{below}'


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
