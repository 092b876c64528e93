"""What a shape makes of an interaction: parts of a question, and the controls in them."""

from dataclasses import dataclass, replace

from ...model.items.interaction import Entry
from ..markdown import Reading, block, paragraphs


@dataclass(frozen=True)
class Parts:
    """`shape` is the name that the browser knows it by; `hint` is text; the others are HTML."""

    shape: str
    hint: str
    controls: str
    reasons: str


def control(attributes: str, entry: Entry, item: str, reading: Reading) -> str:
    """An input with an entry's text as its label, without links."""
    reading = replace(reading, linked=False)
    if (line := paragraphs(entry.text, reading)) is not None:
        return f"<label><input {attributes}><span>{line}</span></label>"
    id = f"o-{item}-{entry.id}"
    text = block(entry.text, reading)
    return f'<label><input {attributes} aria-labelledby="{id}"></label><div id="{id}">{text}</div>'


def said(text: str, reading: Reading) -> str:
    """Phrasing HTML where that is enough for the text, else blocks."""
    line = paragraphs(text, reading)
    return block(text, reading) if line is None else line
