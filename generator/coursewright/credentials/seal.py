"""The mark of an issuer: its name as a seal has it, white signs in a square, in columns from the right."""

import re
from collections.abc import Sequence

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_MOST = 16
"""Signs of a seal."""
_INITIALS = 4


def seal(name: str) -> Sequence[Sequence[str]]:
    """Rows of signs as they are seen, an empty one where a column is short.

    Of a name in Chinese its characters, of another one the initials of its words.
    """
    signs = _HAN.findall(name)[:_MOST]
    if len(signs) < 2:
        initials = [word[0].upper() for word in re.findall(r"\w+", name)][:_INITIALS] or ["✓"]
        return [initials[at : at + 2] for at in range(0, len(initials), 2)]
    high = next(side for side in range(2, 5) if side * side >= len(signs) or side == 4)
    columns = [signs[at : at + high] for at in range(0, len(signs), high)]
    return [[column[row] if row < len(column) else "" for column in reversed(columns)] for row in range(high)]
