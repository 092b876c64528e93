"""Items whose entries are put somewhere: matching, ordering, categorising."""

from ...words import Words
from .choices import Item, from_to, minutes, sum_in_all
from .span import HALF, Span


def matching(drawn: list[Span], words: Words) -> Item:
    """What belongs to nothing takes an hour for 100 minutes."""
    pairs = [
        {
            "text": from_to(span, words),
            "match": minutes(span.length, words),
            "rationale": sum_in_all(span, words),
        }
        for span in drawn
    ]
    return {
        "type": "matching",
        "facility": 70,
        "stem": words("Accounts were lent. For how many minutes was each of them open?"),
        "pairs": pairs,
        "others": [
            {
                "text": minutes(drawn[0].unborrowed, words),
                "rationale": words("This takes an hour for 100 minutes."),
            }
        ],
        "explanation": words("Count to the full hour, then on from it: an hour has 60 minutes."),
    }


def ordering(drawn: list[Span], words: Words) -> Item:
    steps = [
        {"text": from_to(span, words), "rationale": sum_in_all(span, words)}
        for span in sorted(drawn, key=lambda span: span.length)
    ]
    return {
        "type": "ordering",
        "facility": 60,
        "stem": words("Accounts were lent. Put the times in order, the shortest first."),
        "steps": steps,
        "explanation": words("Work out how long each one is, then compare the minutes."),
    }


def categorise(drawn: list[Span], words: Words) -> Item:
    return {
        "type": "categorise",
        "facility": 65,
        "stem": words(
            "A wrong click is to be reported within half an hour. Which of these reports were in time?"
        ),
        "categories": [
            {"text": words("in time"), "examples": _examples(drawn, False, words)},
            {"text": words("too late"), "examples": _examples(drawn, True, words)},
        ],
        "explanation": words("Count to the full hour, then on from it, and compare with 30."),
    }


def _examples(drawn: list[Span], are_long: bool, words: Words) -> list[Item]:
    said = words("Clicked at {start}, reported at {end}")
    return [
        {"text": said.format(**span.times), "rationale": sum_in_all(span, words)}
        for span in drawn
        if (span.length > HALF) is are_long
    ]
