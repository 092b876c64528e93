"""Texts without marks → pieces of Markdown that say the same: paragraphs, lists, rows, code, links."""

import re

from ..model.markup import reachable
from .emphasis import signed

BREAK = "\ufdd7"
"""Stands for the end of a line within a paragraph."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MEANING = re.compile(r"[\\`*\]<>~|]|&(?=[#\w]+;)|_+")
_OPENING = re.compile(r"(?m)^(#+(?=\s|$)|=+(?=\s|$)|[-+](?=\s|$)|-{2,}$)")
_NUMBERED = re.compile(r"(?m)^([0-9]{1,9})([.)])(?=\s|$)")
_RULE = re.compile(r"(?m)^_{3,}$")
_LIST = re.compile(r"(?:[-*]|[0-9]+[.)])(?:\s|$)")
_OUTSIDE = re.compile(r"(?:https?|mailto):", re.I)


def plain(text: str | None) -> str:
    """Text whose signs mean nothing; three underscores are text of their own accord."""
    spaced = _SPACE.sub(" ", text or "")
    return _MEANING.sub(
        lambda found: found[0] if len(found[0]) > 2 else "".join(f"\\{sign}" for sign in found[0]), spaced
    )


def paragraph(text: str) -> str:
    """A run of words as a paragraph that begins nothing else."""
    lines = [re.sub(" +", " ", line).strip(" ") for line in signed(text.strip(f" {BREAK}")).split(BREAK)]
    whole = _OPENING.sub(r"\\\1", "\\\n".join(lines))
    whole = _RULE.sub(lambda found: "\\_" * len(found[0]), whole)
    return _NUMBERED.sub(r"\1\\\2", whole)


def append(found: list[str], blocks: list[str]) -> None:
    """Blocks after others; a list right behind another of its kind gets the other sign."""
    for block in filter(None, blocks):
        if found and _LIST.match(found[-1]) and _LIST.match(block):
            found.append(_with_other_signs(block) if _kind(found[-1]) == _kind(block) else block)
        else:
            found.append(block)


def _kind(block: str) -> str:
    return block[0] if block[0] in "-*" else block.lstrip("0123456789")[0]


def _with_other_signs(block: str) -> str:
    if block[0] in "-*":
        return re.sub(r"(?m)^[-*](?=\s|$)", "*" if block[0] == "-" else "-", block)
    return re.sub(r"(?m)^([0-9]+)[.)](?=\s|$)", r"\1)", block)


def indented(sign: str, text: str) -> str:
    """An entry of a list: further lines stand below its first word."""
    first, *rest = text.split("\n")
    lines = [f"{sign}{first}".rstrip(), *(f"{' ' * len(sign)}{line}".rstrip() for line in rest)]
    return "\n".join(lines)


def one_line(blocks: list[str]) -> str:
    """Blocks for a place that has no further lines."""
    return " ".join(blocks).replace("\\\n", " ").replace("\n", " ")


def row(cells: list[str], width: int, empty: str) -> str:
    """A row of a table; cells that are missing say `empty`."""
    return f"| {' | '.join([*cells, *[empty] * (width - len(cells))])} |"


def fenced(code: str) -> str:
    """A block of code, between more backticks than it has in a row."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", code)), default=0))
    text = code.removeprefix("\n")
    return f"{fence}\n{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{fence}"


def code(said: str) -> str:
    """Code within a line, between more backticks than it has in a row."""
    text = _SPACE.sub(" ", said)
    if not text.strip():
        return text
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def link(href: str, text: str) -> str:
    """A link to somewhere else, or its words alone."""
    address = re.sub(r"[\s<>\\]", lambda found: f"%{ord(found[0]):02X}", href.strip())
    is_kept = _OUTSIDE.match(address) and reachable(address) and text.strip()
    return f"[{text}](<{address}>)" if is_kept else text
