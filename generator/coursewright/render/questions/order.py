"""Putting steps in order: without scripts by giving each its number."""

from collections.abc import Sequence

from ...model.items.interaction import Entry, Order
from ...words import Words
from ..markdown import Reading
from .parts import Parts, control, said


def order(interaction: Order, key: Sequence[str], item: str, reading: Reading, words: Words) -> Parts:
    attributes = f'type="number" min="1" max="{len(key)}"'
    steps = {step.id: step for step in interaction.steps}

    def row(step: Entry) -> str:
        return f'<li class="cw-o" data-id="{step.id}">{control(attributes, step, item, reading)}</li>\n'

    def reason(step: Entry) -> str:
        text, rationale = said(step.text, reading), said(step.rationale, reading)
        return f'<li data-id="{step.id}"><div>{text}</div>{rationale}</li>'

    rows = "".join(map(row, interaction.steps))
    reasons = "".join(reason(steps[id]) for id in key)
    return Parts("order", words("(put these in order)"), f'<ol class="cw-steps">{rows}</ol>', reasons)
