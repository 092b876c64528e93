"""The lines of a text, in whichever way programs end them."""

import re

_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
"""Of Windows, of old ones, and those within a paragraph (Unicode 15, 5.8), which no source has."""


def ended_alike(text: str) -> str:
    """The text with lines that end as in sources."""
    return _ENDS.sub("\n", text)
