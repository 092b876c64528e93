"""How long a section takes to read."""

import math
import re

from ..model.text import Source
from ..model.walk import prose

_WIDE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z0-9]+")

WIDE_A_MINUTE = 350
WORDS_A_MINUTE = 200


def minutes(model: Source) -> int:
    """Whole minutes, at least one: 350 Chinese characters or 200 words a minute, a pace for study."""
    wide = words = 0
    for spot in prose(model):
        wide += len(_WIDE.findall(spot.text))
        words += len(_WORD.findall(spot.text))
    return max(1, math.ceil(wide / WIDE_A_MINUTE + words / WORDS_A_MINUTE))
