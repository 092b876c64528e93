"""What every question has, around what its shape has: the field, its legend, the answer."""

from dataclasses import replace
from html import escape
from typing import assert_never

from markupsafe import Markup

from ...link.site import SiteItem
from ...model.items.interaction import Asked, Choice, Order
from ...words import Words
from ..markdown import Reading, block, paragraphs
from ..urls import link
from .choice import choice
from .order import order
from .parts import Parts


def question(item: SiteItem, number: int, reading: Reading, words: Words, *, link_back: bool) -> Markup:
    """The fieldset of one practice item."""
    model = item.model
    reading = replace(reading, explain=None)
    asked = model.asked(words)
    parts = _parts(asked, model.id, reading, words)
    hint = f" <i>{escape(parts.hint)}</i>" if parts.hint else ""
    named, head = _head(model.id, model.stem, f"<b>{number}</b>", hint, reading)
    edition = f' data-edition="{model.edition}"' if model.edition > 1 else ""
    fixed = " data-fixed" if asked.fixed else ""
    attributes = f'id="q-{model.id}" data-item="{model.id}" data-shape="{parts.shape}"{edition}{fixed}{named}'
    answer = escape(words("Answer and reasons"))
    back = _back(item, reading, words) if link_back else ""
    return Markup(
        f'<fieldset class="cw-q" {attributes}>\n{head}{parts.controls}'
        f'<details class="cw-a"><summary>{answer}</summary><ol>{parts.reasons}</ol>'
        f'<div class="cw-e">{block(model.explanation, reading)}{back}</div></details></fieldset>\n'
    )


def _parts(asked: Asked, item: str, reading: Reading, words: Words) -> Parts:
    match asked.interaction:
        case Choice():
            return choice(asked.interaction, asked.key, item, reading, words)
        case Order():
            return order(asked.interaction, tuple(asked.key), item, reading, words)
        case unknown:
            assert_never(unknown)


def _head(item: str, stem: str, number: str, hint: str, reading: Reading) -> tuple[str, str]:
    """What the field says of its name, and the stem: in the legend if that can hold it, else below."""
    if (line := paragraphs(stem, reading)) is not None:
        return "", f"<legend>{number} {line}{hint}</legend>\n"
    names = f' aria-labelledby="l-{item} s-{item}"'
    below = f'<div class="cw-stem" id="s-{item}">{block(stem, reading)}</div>\n'
    return names, f'<legend id="l-{item}">{number}{hint}</legend>\n{below}'


def _back(item: SiteItem, reading: Reading, words: Words) -> str:
    address = link(reading.page, item.section.target.page)
    label = escape(words("Back to the text"))
    return f'<a href="{escape(address)}">{label}</a>'
