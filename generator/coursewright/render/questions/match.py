"""Putting things to what they belong to: without scripts by writing down its letter."""

from html import escape

from ...model.items.interaction import AskedMatch, Entry, Target
from ...words import Words
from ..markdown import Reading, inline
from .parts import Parts, labelled, said

_CONTROL = '<input maxlength="1">'


def match(asked: AskedMatch, item: str, reading: Reading, words: Words) -> Parts:
    targets = asked.interaction.targets
    letters = {target.id: chr(ord("A") + at) for at, target in enumerate(targets)}

    is_posed = not asked.key

    def row(thing: Entry) -> str:
        named = f' data-id="{thing.id}"' if is_posed else ""
        return f"<li{named}>{labelled(_CONTROL, thing, item, reading)}"

    def reason(thing: Entry) -> str:
        letter = letters[asked.key[thing.id]]
        return f'<li data-id="{thing.id}"><b>{letter}</b> {said(thing.rationale, reading)}'

    nothing = words("nothing belongs to it")

    def unused(target: Target) -> str:
        letter = f"<b>{letters[target.id]}: {escape(nothing)}</b>"
        return f'<li data-id="{target.id}">{letter} {said(target.rationale, reading)}'

    shown = "".join(f'<li data-id="{target.id}">{inline(target.text, reading)}' for target in targets)
    rows = "".join(map(row, asked.interaction.things))
    fixed = " data-fixed" if asked.fixed else ""
    rest = (target for target in targets if target.rationale and target.id not in asked.key.values())
    return Parts(
        "match",
        words("(put each to what it belongs to)"),
        f'<ol class="cw-targets" type="A"{fixed}>{shown}</ol><ol class="cw-things">{rows}</ol>',
        "" if is_posed else "".join([*map(reason, asked.interaction.things), *map(unused, rest)]),
    )
