"""Items about days of the week: two gaps to fill in, and choices for practice."""

from ...words import Words
from .choices import Item

DAYS = 7


def weekdays(first: int, lengths: tuple[int, int], words: Words) -> Item:
    """Two accesses that begin on a day, from 0 for Monday, and end so many days later."""
    stem = words(
        "Two accesses begin on a {day}. The one that ends {short} days later ends on a ___, the one that "
        "ends {long} days later on a ___."
    )
    short, long = lengths
    return {
        "type": "fill-in",
        "facility": 75,
        "stem": stem.format(day=_days(words)[first][0], short=short, long=long),
        "blanks": [
            {
                "accept": _days(words)[(first + length) % DAYS],
                "rationale": _counted(first, length, words),
            }
            for length in lengths
        ],
        "explanation": words("After seven days it is the same day of the week again: count on from there."),
    }


def due(first: int, length: int, words: Words) -> Item:
    """For practice: on which day something is due. Options are in the order of the week."""
    stem = words("A device was lent on a {day} for {count} days. On which day is it to come back?")
    reasons = {
        (first + length) % DAYS: _counted(first, length, words),
        (first + length - 1) % DAYS: words("This counts the first day as one."),
        (first + length + 1) % DAYS: words("This is a day too many."),
        first: words("That would be right only after whole weeks."),
    }
    return {
        "type": "single-choice",
        "stem": stem.format(day=_days(words)[first][0], count=length),
        "shuffle": False,
        "options": [
            {
                "text": _days(words)[day][0],
                **({"key": True} if day == (first + length) % DAYS else {}),
                "rationale": reasons[day],
            }
            for day in sorted(reasons)
        ],
        "explanation": words("Take away whole weeks, then count on by what is left."),
    }


def _counted(first: int, length: int, words: Words) -> str:
    weeks, rest = divmod(length, DAYS)
    said = words("{day} and {weeks} × 7 + {rest} days.")
    return said.format(day=_days(words)[first][0], weeks=weeks, rest=rest)


def _days(words: Words) -> list[list[str]]:
    """From Monday on: how each is written, shortened last."""
    said = (
        words("Monday, Mon"),
        words("Tuesday, Tue"),
        words("Wednesday, Wed"),
        words("Thursday, Thu"),
        words("Friday, Fri"),
        words("Saturday, Sat"),
        words("Sunday, Sun"),
    )
    return [day.split(", ") for day in said]
