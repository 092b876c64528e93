"""Writing a text, and judging it by criteria oneself."""

from html import escape

from ...model.items.interaction import AskedWritten, Criterion
from ...words import Words
from ..markdown import Reading, block
from .parts import Parts, said


def written(asked: AskedWritten, reading: Reading, words: Words) -> Parts:
    def reason(criterion: Criterion) -> str:
        points = words.plural("{count} point", "{count} points", criterion.points)
        worth = f'data-id="{criterion.id}" data-points="{criterion.points}"'
        return f"<li {worth}><b>{escape(points)}</b> {said(criterion.text, reading)}"

    name, sample = escape(words("Your answer")), escape(words("A good answer"))
    return Parts(
        "written",
        words("(write in your own words)"),
        f'<label class="cw-answer">{name}<textarea rows="5"></textarea></label>\n',
        "".join(map(reason, asked.key)),
        answer=f'<div class="cw-sample"><p class="cw-label">{sample}</p>{block(asked.sample, reading)}</div>',
    )
