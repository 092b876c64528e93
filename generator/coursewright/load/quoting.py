"""Texts whose quotation marks are missing or left open, where YAML stops for it or reads on."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import yaml

from .mark import Mark
from .marks import quoted
from .slip import Slip
from .slips import swallowed

_KEYED = re.compile(r"\s*(?:-\s|[A-Za-z_][\w-]*:(?:\s|$))")
_BEFORE_KEY = re.compile(r"\s*(?:-\s+)*(?=[A-Za-z_][\w-]*:\s)")
_BEFORE_ENTRY = re.compile(r"\s*(?:-\s+)*(?=-\s)")
_WORD_LIKE = re.compile(r"(?:^|[:-][ ]+|[\[{,][ ]*)([&*!@`%\]},][^\n]*)")
_SIGNS = "&*!@`%]},"
"""Signs with which no text without quotation marks can begin."""
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.S)
_BACKSLASHED = re.compile(r"\"([^\"']*\\)\"(?=\s*(?:#|$))")
_ESCAPED = re.compile(r"\\(.)", re.S)
_MADE = dict(zip("0abvfreNLP", "\0\a\b\v\f\r\x1b\x85\u2028\u2029", strict=True))
"""Escapes of one letter for what no text may have (YAML 1.1, section 5.6)."""
_CLOSING = "”’＂＇»」』"
_TYPED = f"“‘„«「『{_CLOSING}"
_MERGING = re.compile(r"\s*(?:-\s+)*<<\s*:")
"""A key that only has a meaning with an alias."""
_SPOKEN = re.compile(r"(?:!!|!\w+:|!<|!ENV\b|!relative\b)")
"""Tags that somebody wrote who knows what a tag is."""


def escape_of(written: str, char: str) -> str:
    """Backslash and letter that make a character of a text between straight quotation marks, if any do."""
    return next((f"\\{each}" for each in _ESCAPED.findall(written) if _MADE.get(each) == char), "")


def meant_as_text(text: str, lines: Sequence[str], event: Any) -> Slip | None:
    """A text that was to begin with the sign of an anchor, an alias or a tag, unless it is used as one."""
    if isinstance(event, yaml.CollectionStartEvent):
        return None
    start = event.start_mark
    if event.anchor in _used(text) or _MERGING.match(lines[start.line]):
        return None
    return begun_with_sign(lines, start.line, start.column)


@lru_cache(maxsize=1)
def _used(text: str) -> frozenset[str]:
    """Names that stand both behind & and behind *."""
    return frozenset.intersection(*(frozenset(re.findall(rf"{sign}([\w-]+)", text)) for sign in ("&", r"\*")))


def taken_in(lines: Sequence[str], event: Any) -> Slip | None:
    """A key or an entry that a text of several lines took for one of them."""
    if event.style == "":
        return swallowed(lines, event.start_mark.line, event.end_mark.line)
    return runs_on(lines, event.start_mark, event.end_mark) if event.style in ("'", '"') else None


def left_open(text: str, lines: Sequence[str]) -> Slip | None:
    """The quotation mark that opens a text and is closed too late, in a file that YAML refuses."""
    for start, end in _texts(text):
        if found := runs_on(lines, start, end):
            return found
    return None


def runs_on(lines: Sequence[str], start: Any, end: Any) -> Slip | None:
    """A quoted text, by where it starts and ends, that goes on over the next key or entry."""
    if end.line == start.line:
        return None
    first = lines[start.line]
    before = _BEFORE_KEY.match(first) or _BEFORE_ENTRY.match(first)
    beside = (at for at in range(start.line + 1, min(end.line + 1, len(lines))) if _KEYED.match(lines[at]))
    swallowed = next((at for at in beside if before and _depth(lines[at]) <= before.end()), None)
    return None if swallowed is None else opened(lines, start.line, start.column, swallowed)


def is_closed(lines: Sequence[str], start: Any) -> bool:
    """Whether the double quotation mark at a place is closed before the next key or entry."""
    text = _DOUBLE.match("\n".join(lines[start.line :]), start.column)
    return text is not None and runs_on(lines, start, Mark(start.line + text[0].count("\n"), 0, 1)) is None


def opened(lines: Sequence[str], line: int, column: int, swallowed: int | None = None) -> Slip:
    """The quotation mark at a place, which is not closed; the line that is read as text because of it."""
    written = lines[line][column:].rstrip()
    text = _without_closing(written[1:]).strip()
    is_clear = text and written[0] not in text and not re.search(r"[\[{]", lines[line][:column])
    proper = f"{written[0]}{text}{written[0]}" if is_clear else ""
    values = {
        "mark": written[:1],
        "proper": "" if proper.endswith('\\"') else proper,
        "line": "" if swallowed is None else swallowed + 1,
        "single": f"'{found[1]}'" if (found := _BACKSLASHED.match(written)) else "",
    }
    return Slip("CW0135", line, column, len(written), values)


def begun_with_sign(lines: Sequence[str], line: int, column: int) -> Slip | None:
    """A text at a place, or up to two characters before it, that begins with a sign of YAML's own."""
    if line >= len(lines):
        return None
    source = lines[line]
    for at in range(column, max(-1, column - 3), -1):
        match = _WORD_LIKE.search(source[: at + 1]) if source[at : at + 1] in _SIGNS else None
        if match and match.start(1) == at:
            return _to_quote(lines, line, at)
    return None


def _to_quote(lines: Sequence[str], line: int, column: int) -> Slip | None:
    written = lines[line][column:].rstrip()
    if _SPOKEN.match(written):
        return None
    if "[" in lines[line][:column] or "{" in lines[line][:column]:
        written = re.split(r"(?<=.)[,\]}]", written, maxsplit=1)[0].rstrip()
    return Slip("CW0128", line, column, len(written), {"proper": quoted(written)})


def _texts(text: str) -> Iterator[tuple[Any, Any]]:
    """Where every quoted text starts and ends, as far as the file can be read sign by sign."""
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                yield token.start_mark, token.end_mark
    except yaml.YAMLError:
        return


def _without_closing(text: str) -> str:
    """A text without a closing mark of another kind, which was meant to close it."""
    marks = [mark for mark in text if mark in _TYPED]
    is_odd = text.endswith(tuple(_CLOSING)) and len(marks) % 2 == 1
    return text[:-1] if is_odd else text


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
