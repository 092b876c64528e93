"""ES modules and styles without what only authors read: comments, indentation, empty lines, idle spaces.

Ends of lines stay ends of lines, so that automatic semicolons fall where they
fell (ECMA-262, 12.10). Nothing inside strings, templates and patterns changes.
"""

import re
from collections.abc import Iterator

_STRING = r'"(?:\\[\s\S]|[^"\\\n])*"|' + r"'(?:\\[\s\S]|[^'\\\n])*'"
_REST = r"[^*]*\*+(?:[^/*][^*]*\*+)*/"
_BLOCK = rf"/\*(?!!){_REST}"
_NOTICE = rf"/\*!{_REST}"
"""Whose work it is and on what terms, which goes wherever the code goes."""
_TOKEN = re.compile(
    rf"(?P<space>(?:\s+|{_BLOCK}|//[^\n]*)+)|(?P<string>{_STRING}|{_NOTICE})|"
    r"[\w$#.]+|[^\s\w$#.\"'`/{}()]+|[\s\S]"
)
_CHUNK = re.compile(r"[`}](?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{)")
_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/\w*")
_STYLE = re.compile(rf"(?P<kept>{_STRING}|url\([^\"')]*\))|(?P<space>(?:\s+|{_BLOCK})+)")

_TIGHT = re.compile(r"[{}()\[\],;:?=<>!&|*%]")
_SIGNS = re.compile(r"[=<>?!&|*%+\-/.]{2}")

_BEFORE_PATTERN = {
    "return",
    "typeof",
    "case",
    "in",
    "of",
    "delete",
    "void",
    "throw",
    "new",
    "else",
    "do",
    "instanceof",
    "await",
    "yield",
}
_BEFORE_CONDITION = {"if", "while", "for", "with"}
_TEMPLATE = "`"
_ANY, _VALUE = "", ")"
"""What may stand before: a pattern may follow the one, and nothing but a division the other."""


def stripped_style(text: str) -> str:
    return _STYLE.sub(lambda found: found["kept"] or _end(found["space"]), text).strip() + "\n"


def stripped_module(text: str) -> str:
    """Raises ValueError where only a whole parser could tell a division from a pattern."""
    left, parts = "", list[str]()
    for space, token in _tokens(text):
        parts += [_between(left, space, token), token]
        left = token
    return "".join(parts).strip() + "\n"


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Every token with the space before it."""
    at, space, before, opened = 0, "", _ANY, list[str]()
    while at < len(text):
        token, is_space = _token(text, at, before, opened)
        at += len(token)
        if is_space:
            space = token
        else:
            yield space, token
            space, before = "", _seen(token, before, opened)


def _token(text: str, at: int, before: str, opened: list[str]) -> tuple[str, bool]:
    """The token at `at`, and whether it says nothing."""
    sign = text[at]
    if sign == _TEMPLATE or (sign == "}" and opened[-1:] == [_TEMPLATE]):
        found = _CHUNK.match(text, at)
    elif sign == "/" and text[at + 1 : at + 2] not in ("/", "*") and _may_be_pattern(before, text, at):
        found = _PATTERN.match(text, at)
    else:
        found = _TOKEN.match(text, at)
    if found is None:
        raise ValueError(f"not closed: {text[at : at + 40]}")
    return found[0], found.re is _TOKEN and found["space"] is not None


def _seen(token: str, before: str, opened: list[str]) -> str:
    """What the next token finds before it.

    `opened` remembers what stood before each bracket that is still open.
    """
    first, last = token[0], token[-2:]
    if len(token) > 1 and first in "`}":
        return _template(first == "}", last == "${", opened)
    if len(token) > 1 and first == "/":
        return _VALUE
    if first in "({":
        opened.append(before if first == "(" else first)
    elif first in ")}" and opened:
        return _ANY if opened.pop() in _BEFORE_CONDITION else token
    return token


def _template(is_continued: bool, is_open: bool, opened: list[str]) -> str:
    if is_continued:
        opened.pop()
    if is_open:
        opened.append(_TEMPLATE)
    return _ANY if is_open else _VALUE


def _may_be_pattern(before: str, text: str, at: int) -> bool:
    if before == "}" or before.endswith(("++", "--")):
        raise ValueError(f"a division or a pattern: {text[at : at + 40]}")
    return before in _BEFORE_PATTERN or not re.search(r"[\w$#.)\]\"']$", before)


def _between(left: str, space: str, right: str) -> str:
    """What must stay between two tokens; two signs could become another one."""
    ends = left[-1:] + right[:1]
    if not space or "\n" in space or _SIGNS.fullmatch(ends) or not _TIGHT.search(ends):
        return _end(space)
    return ""


def _end(space: str) -> str:
    return "\n" if "\n" in space else space and " "
