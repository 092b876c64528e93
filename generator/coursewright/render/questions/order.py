"""Putting steps in order: without scripts by giving each its number."""

from ...model.items.interaction import AskedOrder, Entry
from ...words import Words
from ..markdown import Reading
from .parts import Parts, labelled, said

_CONTROL = '<input type="number">'


def order(asked: AskedOrder, item: str, reading: Reading, words: Words) -> Parts:
    steps = {step.id: step for step in asked.interaction.steps}

    def row(step: Entry) -> str:
        return f'<li data-id="{step.id}">{labelled(_CONTROL, step, item, reading)}'

    def reason(step: Entry) -> str:
        text, rationale = said(step.text, reading), said(step.rationale, reading)
        return f'<li data-id="{step.id}"><div>{text}</div>{rationale}'

    rows = "".join(map(row, asked.interaction.steps))
    reasons = "".join(reason(steps[id]) for id in asked.key)
    return Parts("order", words("(put these in order)"), f'<ol class="cw-steps">{rows}</ol>', reasons)
