"""Characters that no text of a course may have, and texts in which nothing can be seen.

What a file may hold is narrower than Unicode: controls act on terminals and end
other formats' lines, overrides make a text read as another than it is, and
noncharacters belong to programs (Unicode 15, 23.1, 23.2.1, 23.7; YAML 1.2, 5.1).
"""

import re
from collections.abc import Iterator

UNWRITTEN = "✎"
"""Before words that only say what is to be written there, in whatever language."""

_OVERRIDES = "\u202d\u202e"
_OPENING = "\u202a\u202b\u2066\u2067\u2068"
_CLOSING = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_NO_CHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
_UNFIT = re.compile(f"[\r{_CONTROLS}{_NO_CHARACTERS}{_OVERRIDES}]")
_ISOLATING = re.compile(f"[{_OPENING}{''.join(_CLOSING)}]")
_INVISIBLE = (
    "\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
"""Marks of format, and letters that show nothing: fillers, selectors of a variant, tags."""
_UNSEEN = re.compile(f"[\\s\x00-\x1f{_INVISIBLE}\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+")
_HIDDEN = re.compile(f"(?![\u200b\ufeff])[{_INVISIBLE}]")
_SUSPECT = re.compile(rf"[\\{_INVISIBLE}{_CONTROLS}]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Told apart, because one class of both takes ten times as long."""


def is_suspect(source: str) -> bool:
    """Whether a source file may have something in it for which its values must be looked through."""
    return (_SUSPECT.search(source) or _BEYOND.search(source)) is not None


def unfit(text: str) -> str:
    """The first character of a text that may not be in it; empty when all may.

    Marks that turn the direction of writing may, when they are closed again.
    """
    if found := _UNFIT.search(text):
        return found[0]
    return next(_unclosed(text), "") if _ISOLATING.search(text) else ""


def _unclosed(text: str) -> Iterator[str]:
    """Marks of direction that nothing closes or that close nothing, in each paragraph."""
    for paragraph in text.split("\n"):
        opened: list[str] = []
        for mark in _ISOLATING.findall(paragraph):
            if mark not in _CLOSING:
                opened.append(mark)
            elif opened and opened[-1] in _CLOSING[mark]:
                opened.pop()
            else:
                yield mark
        yield from opened


def is_unseen(text: str) -> bool:
    """Whether there is something in a text, but nothing that a reader could see."""
    return _UNSEEN.fullmatch(text) is not None


def hidden(key: str) -> str:
    """The first character of a key that shows nothing, beside spaces of zero width; empty without one."""
    match = _HIDDEN.search(key)
    return match[0] if match else ""


def from_windows(char: str) -> str:
    """What a control of the upper set was before somebody took Windows-1252 for Unicode, if anything."""
    raw = ord(char)
    return bytes([raw]).decode("cp1252", "ignore") if 0x80 <= raw <= 0x9F else ""


def named(char: str) -> str:
    """A character by its number, such as U+0093."""
    return f"U+{ord(char):04X}"
