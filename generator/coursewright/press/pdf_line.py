"""Lines of a document as data for Typst: spans, places to write in, how much room they take."""

from typing import Any

from .line import Control, Link, Mark, Run, Span, Spans, said
from .pdf_text import printable

Data = dict[str, Any]
Parts = list[str | Data]

MOST_CHOICES = 5
"""More of them do not stand beside each other; a line to write on is kinder."""

FEW_WORDS = 4
"""Characters beside a place to write in, such as a unit."""

CHARACTER = 3.7
"""Width of a Chinese character in mm."""

_BLANK: Data = {"kind": "blank"}
_REST: Data = {"kind": "rest"}


def parts(line: Spans, width: float) -> Parts:
    """The spans for a place of so many mm.

    Where there is little but a place to write in, it takes what is left of the line.
    """
    place = _REST if len(said(line).strip()) <= FEW_WORDS else _BLANK
    return [place if part is _BLANK else part for part in spans(line, width)]


def cell(line: Spans, width: float) -> Parts:
    """A cell with nothing but a place to write in stays white: it has its own lines."""
    return [part for part in parts(line, width) if part is not _REST or not is_blank(line)]


def is_blank(line: Spans) -> bool:
    """Whether all that it holds is a place to write in, and marks."""
    return not said(line).strip() and any(isinstance(span, Control) for span in line)


def height(line: Spans, width: float) -> float:
    """How many lines it takes at most, were every character as wide as a Chinese one."""
    words = said(line)
    return len(words) * CHARACTER / width + words.count("\n")


def spans(line: Spans, width: float) -> Parts:
    return [part for span in line for part in _span(span, width)]


def _span(span: Span, width: float) -> Parts:
    match span:
        case str():
            return [printable(span, width)]
        case Run():
            looks = {name: value for name, value in vars(span).items() if value is True}
            return [{"kind": "run", "text": printable(span.text, width), **looks}]
        case Link():
            told = [{"kind": "address", "text": printable(span.told, width)}] if span.told else []
            return [*spans(span.line, width), *told]
        case Mark():
            return [{"kind": "mark", "text": printable(span.text, width)}]
        case Control():
            return _control(span, width)


def _control(control: Control, width: float) -> Parts:
    if control.line or control.shown:
        return spans(control.line or (control.shown,), width)
    if control.kind == "choice" and len(control.choices) <= MOST_CHOICES:
        return [{"kind": "choices", "words": [printable(words, width) for _, words in control.choices]}]
    return [{"kind": "date"} if control.kind == "date" else _BLANK]
