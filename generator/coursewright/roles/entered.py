"""A text that somebody entered → the value that an author writes: prose, numbers, names and dates."""

import re
from typing import Any

from ..model.markup import blocks, is_plain, joins_closely, phrase
from ..press.document import Paragraph
from ..press.prose import line, prose
from ..press.word.symbols import sign

Data = dict[str, Any]

TEXTS = ("purpose", "statement")
"""Fields that hold paragraphs."""

_PROSE = ("purpose", "text", "standard", "formula", "change", "statement", "")
"""Fields that hold an author's Markdown; the others are names and numbers."""
_DATES = ("date", "effective")
_NUMBERS = ("weight", "level", "day", "floor", "cap")

_SEPARATORS = re.compile(r"\s*[、,，;；\n]\s*")
_OPENING = re.compile(r"^([0-9]*)([-+=.)])")
"""What would begin a list or underline a heading."""
_MARKS = re.compile(r"([\\`*_\[\]<>&~!|#])")
_DAY = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?")
_SIGNS = re.compile("[\uf020-\uf0ff]")
"""Of symbol fonts, as LibreOffice leaves them behind when it drops the font."""
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Quotes and dashes of Windows-1252 that some programs leave as control characters."""
_UNSEEN = {code: None for code in (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF) if code not in (9, 10)}


def put(owner: Data, key: str, text: str, *, relation: bool = False) -> None:
    """Set one field from its text; an empty text leaves it out. `relation` tells whose purpose is a line."""
    text = cleaned(text)
    if not text.strip():
        owner.pop(key, None)
    elif key == "aliases":
        owner[key] = [name for name in _SEPARATORS.split(text.strip()) if name]
    elif key in _NUMBERS:
        owner[key] = number(text)
    elif key == "essential":
        owner[key] = {"false": False, "true": True}.get(text, one_line(text))
        if owner[key] is True:
            del owner[key]
    elif key == "better" and text == "higher":
        owner.pop(key, None)
    elif key in TEXTS and not relation:
        owner[key] = paragraphs(text)
    else:
        owner[key] = entered(key, text)


def entered(key: str, text: str) -> str:
    """A line of a field."""
    bare = one_line(cleaned(text))
    if key in _DATES and (day := _DAY.fullmatch(bare)):
        return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return plain(bare) if key in _PROSE else bare


def cleaned(text: str) -> str:
    """Without characters that no one sees and that YAML cannot hold; signs of Wingdings as they look."""
    signs = _SIGNS.sub(lambda found: sign("Wingdings", ord(found[0])) or found[0], text)
    return signs.translate(_WINDOWS).translate(_UNSEEN)


def one_line(text: str) -> str:
    """Lines as one, with a space between where their script has spaces."""
    joined = ""
    for part in (" ".join(each.split()) for each in text.splitlines()):
        close = not joined or not part or joins_closely(joined, part)
        joined += part if close else f" {part}"
    return joined


def lines_in(text: str) -> int:
    return sum(bool(each.strip()) for each in text.splitlines())


def paragraphs(text: str) -> str:
    """Every line is a paragraph."""
    lines = [" ".join(each.split()) for each in text.splitlines() if each.strip()]
    return "\n\n".join(map(_paragraph, lines))


def _paragraph(bare: str) -> str:
    is_text = prose(blocks(bare)) == (Paragraph((bare,)),)
    return bare if is_text else _OPENING.sub(r"\1\\\2", _MARKS.sub(r"\\\1", bare))


def number(text: str) -> int | str:
    """A whole number, with or without a percent sign; anything else stays for the check to find."""
    bare = text.strip().removesuffix("%").removesuffix("％").strip()
    return int(bare) if bare.isdecimal() and len(bare) <= 9 else one_line(text)


def plain(bare: str) -> str:
    """The text, with its marks made plain where Markdown would not take it as it is."""
    is_text = is_plain(bare) or line(phrase(bare)) == (bare,)
    return bare if is_text else _MARKS.sub(r"\\\1", bare)
