"""A time of a day of 24 hours: HH:MM, from 00:00 to 23:59."""

import re
from unicodedata import normalize

CLOCK = r"^(?:[01]\d|2[0-3]):[0-5]\d$"
_SHORT = re.compile(r"([01]?[0-9]|2[0-3])[:：.]([0-5][0-9])")


def as_clock(text: str) -> str:
    """The time that a text says in figures, as HH:MM: 9:00, 09.00, ０９：００; empty where it says none."""
    found = _SHORT.fullmatch(normalize("NFKC", text).strip())
    return f"{int(found[1]):02}:{found[2]}" if found else ""
