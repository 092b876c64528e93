"""What a shape makes of an interaction: parts of a question, and the controls in them."""

from dataclasses import dataclass, replace

from ...model.items.interaction import Entry
from ..markdown import Reading, block, paragraphs


@dataclass(frozen=True)
class Parts:
    """`shape` is the name that the browser knows it by, `hint` is text, the others are HTML.

    `attributes` are those of the field, each with a space before it. `stem` is that of the item with
    controls in it, and `answer` comes before the reasons.
    """

    shape: str
    hint: str
    controls: str
    reasons: str
    attributes: str = ""
    stem: str = ""
    answer: str = ""


def labelled(control: str, entry: Entry, item: str, reading: Reading) -> str:
    """A control, such as `<input`, with an entry's text as its label, without links."""
    reading = replace(reading, linked=False)
    element, _, inner = control.partition(">")
    if (line := paragraphs(entry.text, reading)) is not None:
        return f"<label>{element}>{inner}<span>{line}</span></label>"
    id = f"o-{item}-{entry.id}"
    text = block(entry.text, reading)
    return f'<label>{element} aria-labelledby="{id}">{inner}</label><div id="{id}">{text}</div>'


def said(text: str | None, reading: Reading) -> str:
    """Phrasing HTML where that is enough for the text, else blocks; nothing for no text."""
    if text is None:
        return ""
    line = paragraphs(text, reading)
    return block(text, reading) if line is None else line
