"""Items with a number to fill in."""

from ...words import Words
from .choices import Item, sum_of
from .span import Span


def numeric(span: Span, at: int, words: Words) -> Item:
    stem = (
        words("The contact was called at {start} and came at {end}. After how many minutes was help there?")
        if at
        else words(
            "The computer was hit at {start} and unplugged at {end}. For how many minutes was it online?"
        )
    )
    return {
        "type": "numeric",
        "facility": 65,
        "stem": stem.format(**span.times),
        "answer": _quantity(span, words),
        "rationale": sum_of(span, words),
        "explanation": words("Count to the full hour, then on from it: an hour has 60 minutes."),
    }


def _quantity(span: Span, words: Words) -> Item:
    return {
        "value": span.length,
        "unit": words("minutes"),
        "mistakes": [
            {"value": span.unborrowed, "rationale": words("This takes an hour for 100 minutes.")},
            {
                "value": span.length + 10,
                "rationale": words("This is ten minutes too many."),
            },
        ],
    }
