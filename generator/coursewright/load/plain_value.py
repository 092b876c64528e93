"""What a text without quotation marks is in YAML 1.2's core schema (10.3.2), without octal and infinity."""

import re

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:(\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def plain_value(text: str) -> str | int | float | bool | None:
    """`true`, `false`, nothing or a number; everything else is the text that it is."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-+0123456789" and len(text) < 20 and (match := _NUMBER.fullmatch(text)):
        return int(text) if match[1] is None and "e" not in text.lower() else float(text)
    return text
