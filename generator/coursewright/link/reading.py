"""How long a section takes to read."""

import math
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

_WIDE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z0-9]+")

WIDE_A_MINUTE = 350
WORDS_A_MINUTE = 200


def minutes(model: BaseModel) -> int:
    """Whole minutes, at least one: 350 Chinese characters or 200 words a minute, a pace for study."""
    wide = words = 0
    for text in _texts(model):
        wide += len(_WIDE.findall(text))
        words += len(_WORD.findall(text))
    return max(1, math.ceil(wide / WIDE_A_MINUTE + words / WORDS_A_MINUTE))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for part in value.__dict__.values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
