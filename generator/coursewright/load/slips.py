"""Slips of the hand behind what YAML cannot read, or reads as something else.

A parser stops where it can go no further, often a line or more after the slip,
and says what it was doing. Here it is looked for what an author probably did:
signs of a Chinese keyboard, spaces that are none to YAML, what a merge left,
text that had to stand in quotation marks.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import cycle
from typing import Any

from ..diagnostics import SourceString
from ..model.kinds import KINDS
from ..model.plan import models_within
from ..model.settings import KEYS
from ..model.text import Source
from ..words import marked as _
from .begun import signed_text
from .marks import COMMAS, as_list, quoted
from .merges import swallowed_mark
from .signs import COLONS, HYPHENS, ODD_SPACES, TIGHT_HYPHEN, WIDE_BLOCK, half_width
from .slip import Slip

SETTINGS = KEYS | {"light", "dark"}
"""Keys of the two files that have no model."""

_STARRED = re.compile(rf"\s*(?:-\s+)*([*{HYPHENS}])\s+\S")
_START = r"^\s*(?:-\s+)*"
_WIDE_COLON = re.compile(rf"{_START}([A-Za-z_][A-Za-z0-9_-]*)\s*([{COLONS}])\s*")
_TIGHT_COLON = re.compile(rf"{_START}([A-Za-z_][A-Za-z0-9_-]*)[ ]*:(?=[^\s:/])")
_ODD_SPACES = (
    re.compile(rf"^[ ]*([{ODD_SPACES}]+[ {ODD_SPACES}]*)(?:-\s|[A-Za-z_][\w-]*\s*[:{COLONS}])"),
    re.compile(rf"{_START}[A-Za-z_][\w-]*[{ODD_SPACES}]*:([{ODD_SPACES}]+)"),
    re.compile(rf"^[ ]*-([{ODD_SPACES}]+)"),
)
_OTHER_SIGN = re.compile(rf"{_START}([A-Za-z_][\w-]*)(?:[ ]*([;；=＝。，,、])[ ]*|([ ]+))(?=\S)")
_LOOKALIKE = re.compile(r"^\s*([＃﹟]|[－—﹣―─]{3}(?=\s*$))")
_LEADING = re.compile(rf"[ ]*([{ODD_SPACES}]+)")
_OPENS_TEXT = re.compile(r"[:-] *([|>])[-+0-9]* *(?:#.*)?$")
_KEYED = re.compile(r"^\s*(?:-\s|[A-Za-z_][\w-]*:(?:\s|$))")
_AFTER_TEXT = re.compile(
    r"""([:-][ ]+)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{[^{}]*\})[ ]*[^\s#,:\]}]"""
)
_ENDED = re.compile(
    rf"""[:-][ ]+("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{{[^{{}}]*\}})[ ]*([.。{COMMAS}]+)\s*$"""
)
_WIDE_LIST = re.compile(r"[:-][ ]+(\[[^\[\]【】［］]*[】］]|[【［][^\[\]【】［］]*\])")
_SECOND_COLON = re.compile(rf"{_START}([A-Za-z_][\w-]*):[ ]+(?![\"'|>\[{{])(.*?:(?:[ ].*|$))")
_COMMENTED = re.compile(r"[:-][ ]+([\[{][^\[\]{}]*\s#[^\[\]{}]*[\]}])")
_ENTRY = re.compile(r"^(\s*)-\s")
_KEY = re.compile(r"^(\s*(?:-\s+)*)[A-Za-z_][\w-]*:(?:\s|$)")
_VALUED = re.compile(r"^(\s*(?:-\s+)*)[A-Za-z_][\w-]*:[ ]+(?![|>#&*!\[{])\S")


def slip_near(lines: Sequence[str], places: Iterable[int]) -> Slip | None:
    """The first slip on one of these lines, the likeliest line first."""
    numbers = [at for at in dict.fromkeys(places) if 0 <= at < len(lines)]
    found = (look(lines, at, at in numbers[:2]) for at in numbers for look in _LOOKS)
    return next(filter(None, found), None)


def colon_slip(text: str) -> tuple[str, dict[str, Any]] | None:
    """Code and values when a text was meant as a key and its value: `title：x`, `title:x`."""
    for code, pattern in (("CW0120", _WIDE_COLON), ("CW0121", _TIGHT_COLON)):
        if (match := pattern.match(text)) and match[1] in _keys():
            return code, _keyed(match, text)
    return None


@cache
def _keys() -> frozenset[str]:
    """Every key that a source file may have."""
    tops: list[type[Source]] = [kind.model for kind in KINDS]
    models = {model for top in tops for model in models_within(top)}
    return SETTINGS.union(name for model in models for name in model.model_fields)


def _keyed(match: re.Match[str], text: str) -> dict[str, Any]:
    value = text[match.end() :].strip()
    return {"key": match[1], "found": match[match.lastindex or 0], "proper": f"{match[1]}: {value}".strip()}


def _wide_colon(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    match = _WIDE_COLON.match(lines[at])
    if match is None or not (likely or match[1] in _keys()):
        return None
    return Slip("CW0120", at, match.start(2), 1, _keyed(match, lines[at]))


def _no_colon(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """Another sign behind a key, or none, where no text goes on."""
    match = _OTHER_SIGN.match(lines[at])
    if (
        match is None
        or not likely
        or match[1] not in _keys()
        or _KEYED.match(lines[at])
        or _in_text(lines, at)
    ):
        return None
    values = _keyed(match, lines[at])
    found = SourceString(_("a space")) if match[3] else match[2]
    return Slip("CW0120", at, match.start(match.lastindex or 0), 1, {**values, "found": found})


def _lookalike(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A full-width sign for # or --- at the beginning of a line."""
    match = _LOOKALIKE.match(lines[at])
    if match is None or not likely or _in_text(lines, at):
        return None
    values = {"found": match[1], "proper": "#" if match[1] in "＃﹟" else "---"}
    return Slip("CW0136", at, match.start(1), len(match[1]), values)


def _in_text(lines: Sequence[str], at: int) -> bool:
    """Whether a line is one of a text that a sign | or > above it opens."""
    above = next((lines[n] for n in range(at - 1, -1, -1) if _depth(lines[n]) < _depth(lines[at])), "")
    return _OPENS_TEXT.search(above) is not None


def _tight_colon(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    match = _TIGHT_COLON.match(lines[at])
    if match is None or match[1] not in _keys():
        return None
    return Slip("CW0121", at, match.end() - 1, 1, _keyed(match, lines[at]))


def _odd_space(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    match = next(filter(None, (pattern.match(lines[at]) for pattern in _ODD_SPACES)), None)
    if match is None:
        return None
    column = match.start(1)
    return Slip("CW0122", at, column, len(match[1]), {"character": f"U+{ord(lines[at][column]):04X}"})


def _outside_text(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A line of a text that is not indented as its text is."""
    if not likely or not lines[at].strip() or _KEYED.match(lines[at]):
        return None
    depth = _depth(lines[at])
    above = next((n for n in range(at - 1, -1, -1) if lines[n].strip() and _depth(lines[n]) <= depth), None)
    if above is None or not (opener := _OPENS_TEXT.search(lines[above])):
        return None
    if slip := _tight_hyphen(lines, at, likely):
        return slip
    if odd := _LEADING.match(lines[at]):
        return Slip("CW0122", at, depth, len(odd[1]), {"character": f"U+{ord(odd[1][0]):04X}"})
    values = {"line": above + 1, "opener": lines[above].strip(), "sign": opener[1]}
    return Slip("CW0127", at, depth, len(lines[at].strip()), values)


def _wide_block_above(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """The full-width sign of the text that a line is in, which YAML took for keys."""
    above = (
        n for n in range(at, -1, -1) if lines[n].strip() and (n == at or _depth(lines[n]) < _depth(lines[at]))
    )
    line = next((n for n in above if WIDE_BLOCK.search(lines[n])), None) if likely else None
    match = WIDE_BLOCK.search(lines[line]) if line is not None else None
    if line is None or match is None:
        return None
    values = {"found": match[1], "proper": half_width(match[1])}
    return Slip("CW0133", line, match.start(1), len(match[1]), values)


def _tight_hyphen(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    match = TIGHT_HYPHEN.match(lines[at])
    if match is None or not likely:
        return None
    return Slip("CW0134", at, match.start(1), 1, {"proper": f"- {lines[at][match.end() :].strip()}"})


def _starred(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """An entry with an asterisk or a dot for its hyphen."""
    match = _STARRED.match(lines[at])
    if match is None or not likely:
        return None
    proper = f"- {lines[at][match.end(1) :].strip()}"
    return Slip("CW0132", at, match.start(1), 1, {"found": match[1], "proper": proper})


def _after_text(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """Something that goes on after a closing quotation mark or bracket."""
    match = _AFTER_TEXT.search(lines[at])
    if match is None:
        return None
    if (rest := lines[at][match.end(2) :].lstrip())[:1] in "＃﹟":
        return Slip("CW0136", at, len(lines[at]) - len(rest), 1, {"found": rest[0], "proper": "#"})
    text = lines[at][match.start(2) :].strip()
    return Slip("CW0128", at, match.start(2), len(text), {"proper": quoted(_with_inner_quotes(text))})


def _ended(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A comma or a full stop behind a list or a text in quotation marks."""
    match = _ENDED.search(lines[at])
    if match is None or not likely:
        return None
    values = {"found": match[2], "proper": match[1]}
    return Slip("CW0137", at, match.start(2), len(match[2]), values)


def _with_inner_quotes(text: str) -> str:
    """A text that quotation marks stood around, those within it written as they are printed."""
    if len(text) < 2 or text[0] not in "\"'" or text[-1] != text[0]:
        return text
    if text[0] == "'":
        return text[1:-1]
    parts = text[1:-1].split(text[0])
    marks = cycle("“”")
    return parts[0] + "".join(next(marks) + part for part in parts[1:])


def _wide_bracket(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A list in brackets of which one is full-width."""
    match = _WIDE_LIST.search(lines[at])
    proper = as_list(match[1]) if match else ""
    if match is None or not proper:
        return None
    return Slip("CW0124", at, match.start(1), len(match[1]), {"found": match[1], "proper": proper})


def _comment_in_brackets(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A sign # that made a comment of the end of a list in brackets."""
    match = _COMMENTED.search(lines[at])
    if match is None or not likely:
        return None
    entries = [entry.strip() for entry in match[1][1:-1].split(",")]
    proper = ", ".join(quoted(entry) if "#" in entry else entry for entry in entries)
    return Slip(
        "CW0128", at, match.start(1), len(match[1]), {"proper": f"{match[1][0]}{proper}{match[1][-1]}"}
    )


def _below_value(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A key below one that has a value already, and indented more."""
    if not likely or not _KEYED.match(lines[at]):
        return None
    above = next((lines[n] for n in range(at - 1, -1, -1) if lines[n].strip()), "")
    match = _VALUED.match(above)
    return out_of_place(lines, at) if match and _depth(lines[at]) > len(match[1]) else None


def out_of_place(lines: Sequence[str], at: int) -> Slip | None:
    """A key or an entry that begins in another column than the one before it, which it belongs beside."""
    pattern = _ENTRY if _ENTRY.match(lines[at]) else _KEY
    above = ((n, match) for n in range(at - 1, -1, -1) if (match := pattern.match(lines[n])))
    line, match = next(above, (at, None))
    column = _depth(lines[at])
    if match is None or len(match[1]) == column:
        return None
    values = {"column": column + 1, "line": line + 1, "expected": len(match[1]) + 1}
    return Slip("CW0129", at, column, 1, values)


def swallowed(lines: Sequence[str], first: int, last: int) -> Slip | None:
    """A key or an entry that an unquoted text took for one of its lines; the text begins on the first."""
    for at in range(first + 1, last + 1):
        entry = out_of_place(lines, at) if _ENTRY.match(lines[at]) else None
        mark = swallowed_mark(lines, at)
        if found := mark or entry or _wide_colon(lines, at, False) or _tight_colon(lines, at, False):
            return found
    return None


def _second_colon(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A text with a colon and a space in it."""
    match = _SECOND_COLON.match(lines[at])
    if match is None or not likely:
        return None
    text = match[2].strip()
    return Slip("CW0128", at, match.start(2), len(text), {"proper": f"{match[1]}: {quoted(text)}"})


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


_LOOKS: tuple[Callable[[Sequence[str], int, bool], Slip | None], ...] = (
    signed_text,
    _odd_space,
    _wide_colon,
    _tight_colon,
    _wide_block_above,
    _outside_text,
    _tight_hyphen,
    _starred,
    _wide_bracket,
    _comment_in_brackets,
    _ended,
    _after_text,
    _below_value,
    _second_colon,
    _lookalike,
    _no_colon,
)
