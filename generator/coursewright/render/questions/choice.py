"""Choosing one option by radio buttons, or all that apply by check boxes."""

from html import escape

from ...model.items.interaction import AskedChoice, Entry
from ...words import Words
from ..markdown import Reading
from .parts import Parts, labelled, said


def choice(asked: AskedChoice, item: str, reading: Reading, words: Words) -> Parts:
    many = asked.interaction.many
    kind = 'type="checkbox"' if many else f'type="radio" name="{item}"'
    hint = words("(choose all that apply)") if many else ""
    right, wrong = escape(words("Right")), escape(words("Not right"))

    def row(option: Entry) -> str:
        control = f'<input {kind} value="{option.id}">'
        last = " data-last" if option.id == asked.last else ""
        return f'<div class="cw-o"{last}>{labelled(control, option, item, reading)}</div>\n'

    def reason(option: Entry) -> str:
        mark, verdict = (' class="k"', right) if option.id in asked.key else ("", wrong)
        return f'<li data-id="{option.id}"{mark}><b>{verdict}</b> {said(option.rationale, reading)}'

    rows, reasons = map(row, asked.interaction.options), map(reason, asked.interaction.options)
    return Parts("choice", hint, "".join(rows), "".join(reasons), " data-fixed" if asked.fixed else "")
