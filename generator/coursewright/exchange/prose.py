"""Text of other programs → Markdown that says the same, and back.

Elsewhere a star is a star and a line ends where it ends; in a source they mean something else.
"""

import re
from collections.abc import Callable

from ..model.markup import blocks
from .bold import Bold
from .draft import Record
from .emphasis import signed
from .spot import Spot

_SIGNS = re.compile(r"([\\`*\]<>~|]|&(?=[#\w]+;)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))")
"""Of brackets the closing one does: without it the other opens nothing, and both look like a formula."""

_OPENING = re.compile(r"(?m)^([ \t]*)([#>=]+(?=\s|$)|[-+](?=\s|$)|-{3,}$)")
_NUMBERED = re.compile(r"(?m)^([ \t]*[0-9]{1,9})([.)])(?=\s|$)")
_GAP = re.compile(r"_{2,}")
_EMPTY = re.compile(r"[(（][ \u3000\xa0]*[)）]")


def as_markdown(text: str) -> str:
    """A text whose signs mean nothing, as Markdown; every line is a paragraph."""
    safe = _SIGNS.sub(r"\\\1", text)
    safe = _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}", safe)
    safe = _NUMBERED.sub(r"\1\\\2", safe)
    return "\n\n".join(line.strip() for line in safe.split("\n") if line.strip())


def as_line(text: str) -> str:
    """The same on one line."""
    return as_markdown(" ".join(text.split()))


def as_stem(text: str, gaps: int) -> str:
    """A stem with gaps, if it has any: they are written as underscores, or else as empty brackets."""
    pattern = _GAP if _GAP.search(text) else _EMPTY
    if not gaps:
        return as_markdown(text)
    marked = pattern.sub("\ue000", text)
    return as_markdown(marked).replace("\ue000", "___")


def without_marks(text: str) -> str:
    """Markdown as other programs show it: its words, a line a paragraph, an entry or a row of a table."""
    lines: list[str] = []
    cells: list[str] = []
    for token in blocks(text):
        if token.type == "inline":
            cells.append("".join(_shown(child.type, child.content) for child in token.children or ()))
        elif token.type in ("fence", "code_block"):
            lines += token.content.rstrip("\n").split("\n")
        elif token.type == "hr":  # a gap on a line of its own looks like a rule
            lines.append("___" if token.markup.startswith("_") else "")
        if token.type in ("paragraph_close", "tr_close", "heading_close"):
            lines.append(" | ".join(cells))
            cells = []
    return "\n".join(lines)


def _shown(kind: str, content: str) -> str:
    return "\n" if kind == "hardbreak" else " " if kind == "softbreak" else content


def text_of(record: Record, spot: Spot) -> str:
    """What a cell says, as Markdown."""
    return spot.text if record.is_markdown or spot.is_kept else with_bold(spot, as_markdown)


def with_bold(spot: Spot, written: Callable[[str], str]) -> str:
    """What a cell says as some function writes it, and what is bold in it between the signs for that."""
    return signed(written(spot.bold.marked(spot.text))) if spot.bold else written(spot.text)


def bolder(markdown: str, bold: Bold) -> str | None:
    """Markdown with what of its cell is bold between the signs for that; None where they would mean more."""
    made = signed(bold.marked(markdown))
    before, after = _signs_of(markdown), _signs_of(made)
    if [sign for sign, _ in before] != [sign for sign, _ in after]:
        return None
    if any(was and not is_bold for (_, was), (_, is_bold) in zip(before, after, strict=True)):
        return None
    return markdown if before == after else made


def _signs_of(markdown: str) -> list[tuple[str, bool]]:
    """Every sign that Markdown shows, and whatever else it has, each with whether it is bold."""
    found: list[tuple[str, bool]] = []
    depth = 0
    for token in blocks(markdown):
        found.append((token.type, False))
        for child in token.children or ():
            depth += child.nesting * (child.type in ("strong_open", "strong_close"))
            if child.type == "text":
                found += [(sign, depth > 0) for sign in child.content]
            elif not child.type.startswith("strong"):
                found.append((f"{child.type} {child.content} {child.attrs}", False))
    return found


def line_of(record: Record, spot: Spot, text: str) -> str:
    """A part of what a cell says, as Markdown of one line."""
    return text if record.is_markdown or spot.is_kept else as_line(text)
