"""Choosing one option by radio buttons, or all that apply by check boxes."""

from collections.abc import Collection
from html import escape

from ...model.items.interaction import Choice, Entry
from ...words import Words
from ..markdown import Reading
from .parts import Parts, control, said


def choice(interaction: Choice, key: Collection[str], item: str, reading: Reading, words: Words) -> Parts:
    type = "checkbox" if interaction.many else "radio"
    hint = words("(choose all that apply)") if interaction.many else ""
    right, wrong = escape(words("Right")), escape(words("Not right"))

    def row(option: Entry) -> str:
        attributes = f'type="{type}" name="{item}" value="{option.id}"'
        return f'<div class="cw-o">{control(attributes, option, item, reading)}</div>\n'

    def reason(option: Entry) -> str:
        mark, verdict = (' class="k"', right) if option.id in key else ("", wrong)
        return f'<li data-id="{option.id}"{mark}><b>{verdict}</b> {said(option.rationale, reading)}</li>'

    rows, reasons = map(row, interaction.options), map(reason, interaction.options)
    return Parts("choice", hint, "".join(rows), "".join(reasons))
