"""Text that goes to a terminal, or into YAML and JSON, without anything that acts on what shows it."""

import re

_UNPRINTED = re.compile(
    r"[^\t\n -~\u00a0-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Controls, marks of direction and noncharacters; lines end where they end."""


def escaped(text: str) -> str:
    """The text with what cannot be printed as JSON and YAML write it: a backslash, u and four digits."""
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def encodable(text: str) -> str:
    """The text with bytes of a file's name that are no UTF-8, which Python keeps as half surrogates, written
    likewise: nothing else can be written into a file."""
    return text.encode(errors="backslashreplace").decode()
