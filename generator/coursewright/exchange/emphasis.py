"""Where emphasis begins and ends, by places in a text → the signs of CommonMark (6.2), so that they count.

A sign between a word and punctuation is no sign there; so punctuation at the edge of emphasis leaves it.
"""

import re
import unicodedata

STRONG, EMPHASIS, STRUCK = range(3)
OPEN, CLOSE = "\ufdd1\ufdd2\ufdd3", "\ufdd4\ufdd5\ufdd6"
"""Stand for the begin and the end of each, which no source may have."""
_SIGNS = ("**", "*", "~~")
_PLACES = re.compile(f"[{OPEN}{CLOSE}]")
_STEP = re.compile(r"\\?.", re.S)
_LAST = re.compile(r"(?:\\[^\w\s]|.)\Z", re.S)


def emphasised(kind: int, text: str) -> str:
    """A text within emphasis; spaces at its edges stay outside."""
    inner = text.strip(" ")
    if not inner:
        return text
    before, _inner, after = text.partition(inner)
    return f"{before}{OPEN[kind]}{inner}{CLOSE[kind]}{after}"


def signed(text: str) -> str:
    """The text with signs in place of places."""
    for kind in range(3):
        start = 0
        while (start := text.find(OPEN[kind], start)) >= 0:
            end = text.find(CLOSE[kind], start)
            text = _settled(text[:start], text[start + 1 : end], text[end + 1 :], kind)
            start += 1
    return _PLACES.sub("", _with_signs(text))


def _settled(before: str, inner: str, after: str, kind: int) -> str:
    """The three parts with the places of one emphasis where its signs count, if there is such a place."""
    while inner and not _opens(before[-1:], inner[:1]):
        step = _STEP.match(inner)
        assert step
        before, inner = before + step[0], inner[step.end() :]
    while inner and not _opens(after[:1], inner[-1:]):
        step = _LAST.search(inner)
        assert step
        inner, after = inner[: step.start()], step[0] + after
    return f"{before}{OPEN[kind]}{inner}{CLOSE[kind]}{after}" if inner else before + after


def _opens(outer: str, inner: str) -> bool:
    """Whether a sign between two characters is one at the edge of the inner."""
    if not inner or inner.isspace():
        return False
    return not _is_punctuation(inner) or not outer or outer.isspace() or _is_punctuation(outer)


def _is_punctuation(sign: str) -> bool:
    return sign in OPEN + CLOSE or unicodedata.category(sign)[0] in "PS"


def _with_signs(text: str) -> str:
    """A second emphasis at the place of a first gets underscores, or three stars would mean the reverse."""
    found = list(text)
    opened: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if sign in OPEN:
            opened.append((OPEN.index(sign), at))
        elif sign in CLOSE and opened:
            kind, start = opened.pop()
            found[start] = found[at] = _sign(kind, text[start - 1 : start], text[at + 1 : at + 2])
    return "".join(found)


def _sign(kind: int, before: str, after: str) -> str:
    beside = [sign for sign in (before, after) if sign]
    is_second = any(_PLACES.match(sign) for sign in beside) and not any(sign.isalnum() for sign in beside)
    return "_" if kind == EMPHASIS and is_second else _SIGNS[kind]
