"""What marks of a written answer become, where a rubric has other marks than its question has points."""

from ..model.items.interaction import AskedWritten
from ..words import Words


def of_rubric(asked: AskedWritten) -> int:
    """The marks of all criteria."""
    return sum(criterion.points for criterion in asked.key)


def converted(asked: AskedWritten, worth: int, words: Words) -> str:
    """How marks become so many points, for writer and marker; nothing where marks are points."""
    marks = of_rubric(asked)
    if marks == worth:
        return ""
    points = words.plural("{count} point", "{count} points", worth)
    return words("marked out of {marks}, counted as {points}").format(marks=marks, points=points)
