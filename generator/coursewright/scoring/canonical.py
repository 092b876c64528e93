"""What was typed, without what makes no difference: width, case, punctuation, ways to write a number.

`browser/scoring/canonical.mjs` does the same. Scripts are another matter: see `writing/script.py`.
"""

import re
from unicodedata import category

from ..writing.numeral import NUMERAL, decimal, plainly

LONGEST = 1000
"""Characters of a text that are read; nobody types more into a gap."""

_PIECE = re.compile(rf"({NUMERAL})([%‰‱]?)|([\s\S])")


def canonical(text: str) -> str:
    """What counts of a text; one that has nothing of it stays as it is."""
    plain = plainly(text[:LONGEST])
    return essence(plain) or plain


def essence(plain: str) -> str:
    """Letters, symbols, and numbers in plain decimals, of a text that is plain already.

    What stood between two numbers still parts them, or 1-2 would be 12. A minus sign is one but
    directly behind a letter. A character that this edition of Unicode does not know is a letter of a later
    one, for all that one can tell.
    """
    kept = dropped = before = ""
    for numeral, share, sign in _PIECE.findall(plain):
        kind = category(sign) if sign else "number"
        if kind[0] in "PZC" and kind != "Cn":
            dropped += sign
            continue
        if numeral:
            kept += _between(before, dropped) + decimal(numeral) + share
        else:
            kept += sign
        before, dropped = kind, ""
    return kept


def _between(before: str, dropped: str) -> str:
    """What of the signs before a number counts: between two numbers the first, else a minus sign."""
    if before == "number":
        return dropped[:1]
    return "-" if dropped.endswith("-") and (before[:1] in ("", "S") or dropped != "-") else ""
