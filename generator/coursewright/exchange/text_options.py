"""Options that stand on the line of a stem or of another option, with or without a space before them."""

import re
from itertools import pairwise
from unicodedata import normalize

from .spot import letters

_SIGN = r"[ \t\u3000]{0,3}[、.．:：]"
_FIRST = re.compile(rf"(?<=[\s)）?？。:：_])[(（]?[AaＡａ]{_SIGN}")
_LETTERS = "ABCDEFGH"
_LETTERED = re.compile(r"[(（]?([A-ZＡ-Ｚa-zａ-ｚ])[)）]?\s*[、.．:：)）]\s*(\S.*)", re.S)
_BARS = "|｜ \t\u3000"
_BAR = re.compile(r"[|｜]")
_BETWEEN = f"{_BARS};；,，、/"
"""What stands between two options on a line, and belongs to neither."""
_BARE = re.compile(r"\s*([A-HＡ-Ｈ])(?:[ \t\u3000]+|(?=[^\x00-\x7f]))(\S.*)")
"""A letter with a space behind it, or with a sign that no Latin word has."""


def parted(stem: str, options: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The stem without the options on its line, and all options.

    An option that is missing before another, or without which there would be one alone, stands in the
    text of that before it; whoever leaves the space out once does so again.
    """
    found = dict(options)
    if "A" not in found and (first := _first(stem)):
        stem, found["A"] = stem[: first.start()].rstrip(), stem[first.end() :]
    elif not _is_gapped(found):
        return stem, options
    for letter, after in pairwise(_LETTERS):
        if letter in found and after not in found:
            _part(found, letter, after)
    texts = {letter: text.strip() for letter, text in found.items()}
    return (stem, texts) if "B" in texts else ("", {})


def below(text: str) -> tuple[str, dict[str, str]]:
    """A text without its last lines if these are lettered from A on, and what they say; at least two."""
    lines = text.split("\n")
    found = [_BARE.fullmatch(line) for line in lines]
    first = next((at for at, each in enumerate(found) if at and each and _sign(each) == "A"), len(lines))
    options = {_sign(each): each[2] for each in found[first:] if each}
    is_row = [*options] == [letters(at) for at in range(1, len(lines) - first + 1)]
    return ("\n".join(lines[:first]), options) if is_row and len(options) > 1 else (text, {})


def _sign(lettered: re.Match[str]) -> str:
    return normalize("NFKC", lettered[1])


def listed(text: str) -> dict[str, str]:
    """The options of one cell by letter: a line each, or | between them; with their letters or without."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    lines = _barred(lines[0]) if len(lines) == 1 else lines
    found = [_LETTERED.fullmatch(line) for line in lines]
    if not found or found[0] is None:
        return {letters(at): line for at, line in enumerate(lines, 1) if line}
    options: dict[str, list[str]] = {}
    for line, each in zip(lines, found, strict=True):
        if each:
            options.setdefault(normalize("NFKC", each[1]).upper(), []).append(each[2])
        else:
            [*options.values()][-1].append(line)
    return parted("", {letter: "\n".join(said) for letter, said in options.items()})[1]


def _barred(line: str) -> list[str]:
    """The options between the bars of a line, unless letters part it and bars are text; one may be empty."""
    parts = [part.strip() for part in _BAR.split(line.strip(_BARS))]
    found = [_LETTERED.fullmatch(part) for part in parts]
    signs = [normalize("NFKC", each[1]).upper() for each in found if each]
    is_row = signs == [letters(at) for at in range(1, len(parts) + 1)]
    return parts if is_row or not signs else [line]


def _is_gapped(options: dict[str, str]) -> bool:
    at = [_LETTERS.index(letter) for letter in options if letter in _LETTERS]
    return bool(at) and (len(at) == 1 or len(at) <= max(at)) and "A" in options


def _first(stem: str) -> re.Match[str] | None:
    """Where the first option begins: at the last A with a sign behind it, before a B with one."""
    ends = [each.start() for each in _next("B").finditer(stem)]
    found = [each for each in _FIRST.finditer(stem) if ends and each.end() < ends[-1]]
    return found[-1] if found else None


def _next(letter: str) -> re.Pattern[str]:
    wide = chr(ord(letter) + 0xFEE0)
    signs = f"{letter}{letter.lower()}{wide}{wide.lower()}"
    return re.compile(rf"(?<=\S)(?<![A-Za-z])[(（]?[{signs}]{_SIGN}|(?<=\s)[(（]?[{signs}]{_SIGN}")


def _part(options: dict[str, str], letter: str, after: str) -> None:
    text = options[letter]
    found = _next(after).search(text)
    if found and text[: found.start()].strip() and text[found.end() :].strip():
        options[letter], options[after] = text[: found.start()].rstrip(_BETWEEN), text[found.end() :]
