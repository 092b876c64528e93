"""A text in every way in which someone may come to read it: with its codes and its marks, and without.

Rendered, quoted from an address, escaped as scripts and styles do it, or in base64: whoever sees a page, or
its source, needs no skill to undo these.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote

from ..model.items.likeness import shown
from ..model.mark import Mark
from ..model.markup import address_of, inline_tokens, tokens_of, words_of

_ODD = re.compile(r"[\[<{&%\\]|^[ >]*[0-9]{1,9}[.)]\s|[A-Za-z0-9+/_-]{40}", re.M)
"""What a text has that is not read as it is written."""
_FILLER = re.compile(r"<[^<>]*>|\{[^{}]*\}|\[\^[^\[\]]*\]|\]\[[^\[\]]*\]")
"""Tags and comments, attributes, the marks of footnotes and references: not part of what a sentence says."""
_QUOTED = re.compile(r"%[0-9a-fA-F]{2}")
_ESCAPED = re.compile(
    r"\\(?:u\{0*([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-9a-f]{2,6})[ \t\r\n]?)", re.I
)
"""Any character, as scripts, JSON and styles write it (ECMA-262 12.9.4, CSS Syntax 4.3.7)."""
_BASE64 = re.compile(
    r"[A-Za-z0-9+/_-]{40,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]{40,})*(?:\r?\n[ \t]*[A-Za-z0-9+/_-]+)?"
)
"""A run of RFC 4648, in lines as mail has them or in one, in either alphabet."""
_PLAIN_ALPHABET = str.maketrans("-_", "+/")


def is_odd(text: str) -> bool:
    """Whether the text may say anything that is not read as it is written; few do."""
    return _ODD.search(text) is not None


def readings(text: str) -> list[str]:
    """The text, and what it says otherwise, each in the order of the text."""
    found = [text]
    if "&" in text or "](" in text:
        found.append(shown(text))
    if _FILLER.search(text):
        found.append(shown(_FILLER.sub("", text)))
    if _QUOTED.search(text):
        found.append(unquote(text))
    if "\\" in text:
        found.append(_ESCAPED.sub(_unescaped, text))
    return found


def rendered(text: str, mark: Mark) -> str:
    """What a page has of a text of a source: its words, line by line; then its addresses and titles."""
    if not mark.markdown:
        return text
    tokens = tokens_of(text, mark)
    words = [words_of(token) if token.children else token.content for token in tokens]
    beside = [f"{address_of(token)}\n{token.attrs.get('title', '')}" for token in inline_tokens(tokens)]
    return "\n".join([*filter(None, words), *(each for each in beside if each != "\n")])


def encoded(text: str) -> Iterator[tuple[int, bytes]]:
    """What runs of base64 in the text stand for, with the line of each.

    A run may begin with the end of an address, so that it is read from each of its first four signs.
    """
    line, end = 1, 0
    for run in _BASE64.finditer(text):
        signs = "".join(run[0].split()).translate(_PLAIN_ALPHABET)
        line, end = line + text.count("\n", end, run.start()), run.start()
        yield from ((line, _decoded(signs[start:])) for start in range(4))


def _decoded(signs: str) -> bytes:
    whole = signs[:-1] if len(signs) % 4 == 1 else signs
    return b64decode(whole + "=" * (-len(whole) % 4))


def _unescaped(found: re.Match[str]) -> str:
    code = int(next(filter(None, found.groups())), 16)
    return chr(code) if code <= 0x10FFFF else found[0]
