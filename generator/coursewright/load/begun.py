"""Texts that begin with a sign by which YAML begins something else: a list, a key, several lines."""

import re
from collections.abc import Sequence

from .marks import quoted
from .slip import Slip

_SIGNED = re.compile(
    r"(\s*(?:-\s+)*[A-Za-z_][\w-]*:[ ]+)((?:[-?][ ]+|[|>](?![-+0-9]*[ ]*(?:#|$))[ ]*)(\S.*))$"
)
_NAME = re.compile(r"[a-z0-9-]+")


def signed_text(lines: Sequence[str], at: int, likely: bool) -> Slip | None:
    """A text of one line behind its key; what goes on below, or is a name, was meant as the sign says."""
    match = _SIGNED.match(lines[at])
    if match is None or not likely or _goes_on(lines, at) or _NAME.fullmatch(match[3].strip()):
        return None
    text = match[2].strip()
    return Slip("CW0128", at, match.end(1), len(text), {"proper": quoted(text)})


def _goes_on(lines: Sequence[str], at: int) -> bool:
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    return _depth(below) > _depth(lines[at])


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
