"""Words before what follows them, on the same line where that begins with a line."""

from ...press.document import Paragraph
from ...press.line import Spans
from .shown import Blocks


def led(lead: Spans, blocks: Blocks) -> tuple[Spans, Blocks]:
    """The line that begins with the lead, and the blocks below it."""
    if blocks and isinstance(first := blocks[0], Paragraph):
        return (*lead, *first.line), blocks[1:]
    return lead, blocks


def paragraphs(lead: Spans, blocks: Blocks) -> Blocks:
    """The same as blocks."""
    line, below = led(lead, blocks)
    return (Paragraph(line), *below)
