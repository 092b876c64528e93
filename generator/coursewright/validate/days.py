"""Days that a text writes out and no calendar has, such as 30 February, and times that no clock shows."""

import re
from calendar import monthrange

from ..model.clock import as_clock

_BETWEEN = r"\s*[-–—/.．·、年月]\s*"
_WRITTEN = re.compile(rf"(\d{{4}}){_BETWEEN}(\d{{1,2}})(?:{_BETWEEN}(\d{{1,2}}))?\s*[日号月]?")
_OF_ANY_YEAR = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SAMPLE = "2026-01-31"
_LEAP = "2000"


def is_no_day(text: str) -> bool:
    """Whether it is written as a day or a month of a year, and there is none; words are neither."""
    if found := _WRITTEN.fullmatch(text.strip()):
        year, month, day = map(int, (found[1], found[2], found[3] or "1"))
    elif found := _OF_ANY_YEAR.fullmatch(text.strip()):
        year, month, day = map(int, (_LEAP, found[1], found[2]))
    else:
        return False
    return not (year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1])


def day_values(text: str) -> dict[str, str]:
    """What a problem says of a date that is none: the same day as we write it, or any where there is none."""
    found = _WRITTEN.fullmatch(text.strip()) or _DIGITS.fullmatch(text.strip())
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    is_day = year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return {"found": text, "proper": f"{year:04}-{month:02}-{day:02}" if is_day else _SAMPLE}


def clock_values(text: str) -> dict[str, str]:
    """What a problem says of a time of day that is none: the same as we write it, or any."""
    return {"found": text, "proper": as_clock(text) or "09:00"}
