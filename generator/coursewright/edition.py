"""The edition's date as a moment: the only time that a rendered file may carry."""

from datetime import datetime


def edition_moment(date: str) -> datetime:
    """Midnight of `date` (YYYY-MM-DD), without a time zone, as office files have it."""
    return datetime.fromisoformat(date)
