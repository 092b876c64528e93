"""What a cell shows of a number under a format of Excel (ECMA-376 part 1, 18.8.31), of those that are usual.

Fixed decimals, thousands, percent, leading zeros, signs of currencies and units in quotation marks; a
section each for what is positive, negative and zero.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

_PLAIN = ("", "General", "@", "G/通用格式", "General;General")
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]'
    r"|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color\d+)\]"
    r"|([#0?,.]+)|([-+ ()$%]|[^\x00-\x7f])",
    re.I,
)
_DIGITS = re.compile(r"([#0?,]*[#0?]|)(?:\.([#0?]*))?")
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*);?')
_MOST_DIGITS = 12
LARGEST = 1e15
"""From which on Excel does not know all digits."""


def plain(value: float) -> str:
    """A number in at most the fifteen digits that Excel keeps."""
    return str(int(value)) if abs(value) < LARGEST and value == int(value) else f"{value:.15g}"


def shown(value: float, style: str) -> str | None:
    """The text of a finite number; None where its format is none of these."""
    if style in _PLAIN or abs(value) >= LARGEST:
        return plain(value)
    exact = Decimal(f"{value:.15g}")
    sections = [match[1] for match in _SECTION.finditer(style) if match[0]]
    at = 1 if value < 0 < len(sections) - 1 else 2 if not value and len(sections) > 2 else 0
    text = _section(abs(exact), sections[at]) if sections and len(style) < 200 else None
    is_negative = value < 0 and not at and text is not None and re.search("[1-9]", text)
    return f"-{text}" if is_negative else text


def _section(value: Decimal, style: str) -> str | None:
    """A number without its sign, under one section of a format."""
    texts: list[str] = []
    digits, is_share, at = "", False, 0
    while at < len(style):
        if not (match := _TOKEN.match(style, at)) or (match[4] and digits):
            return None
        digits = match[4] or digits
        literal = next((text for text in (match[1], match[2], match[3], match[5]) if text), "")
        texts.append("\0" if match[4] else literal)
        is_share |= match[5] == "%"
        at = match.end()
    whole = "".join(texts)
    number = _digits(value * 100 if is_share else value, digits) if digits else ""
    return None if number is None else whole.replace("\0", number).strip()


def _digits(value: Decimal, style: str) -> str | None:
    """A number by the signs for its digits: `0` always stands, `#` and `?` where there is one."""
    match = _DIGITS.fullmatch(style)
    if match is None or len(style) > _MOST_DIGITS:
        return None
    integer, places = match[1], match[2]
    value = value.quantize(Decimal(1).scaleb(-len(places or "")), ROUND_HALF_UP)
    before, _, after = f"{value:f}".partition(".")
    before = before.lstrip("0").zfill(integer.count("0"))
    if "," in integer:
        before = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", before)
    least = len((places or "").rstrip("#?"))
    after = after[:least] + after[least:].rstrip("0")
    return before + ("." if places is not None else "") + after
