"""Blocks as lines: with words before them, or all in one."""

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


def is_lines(blocks: Blocks) -> bool:
    """Whether paragraphs are all there is."""
    return all(isinstance(block, Paragraph) for block in blocks)


def lines(blocks: Blocks) -> Spans:
    """Paragraphs as one line with ends of lines in it, for a cell."""
    spans = (("\n", *block.line) for block in blocks if isinstance(block, Paragraph))
    return tuple(span for line in spans for span in line)[1:]
