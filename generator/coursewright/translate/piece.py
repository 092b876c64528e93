"""The pieces of a text that are translated one by one: its blocks.

A paragraph is what a translator takes in at a time, and a mended word then costs
the translation of one paragraph, not of a page.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.mark import TEXT, Mark
from ..model.markup import blocks


def pieces(text: str, mark: Mark) -> list[str]:
    """The blocks of a Markdown text, or the one line that anything else is; none of an empty cell."""
    if mark is not TEXT:
        return [line] if (line := text.strip()) else []
    lines = text.split("\n")
    starts = [0, *list(_starts(text))[1:], len(lines)]
    parts = ("\n".join(lines[start:end]) for start, end in pairwise(starts))
    return [part.strip("\n") for part in parts if part.strip()]


def joined(parts: Sequence[str], text: str) -> str:
    """A text made of other pieces, that ends as `text` does."""
    return "\n\n".join(parts) + text[len(text.rstrip("\n")) :]


def _starts(text: str) -> Iterator[int]:
    """The line on which each block begins. An address for links makes none: it goes with what precedes."""
    for token in blocks(text):
        if token.level == 0 and token.nesting >= 0 and token.map:
            yield token.map[0]
