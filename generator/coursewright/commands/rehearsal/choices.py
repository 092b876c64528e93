"""Items that are choices: one option, several, right or wrong."""

from itertools import islice
from typing import Any

from ...words import Words
from .span import HALF, Span

Item = dict[str, Any]


def single(span: Span, at: int, words: Words) -> Item:
    stem = (
        words("A link was clicked at {start}, the contact was called at {end}. How many minutes passed?")
        if at % 2
        else words("An account was lent at {start} and locked at {end}. For how many minutes was it open?")
    )
    return {
        "type": "single-choice",
        "facility": 50 + at * 5 % 9 * 5,
        "stem": stem.format(**span.times),
        "options": lengths(span, at * 3 // 2 % 4, words),
        "explanation": words("Count to the full hour, then on from it: an hour has 60 minutes."),
    }


def lengths(span: Span, smaller: int, words: Words) -> list[Item]:
    """By size, so many of them smaller than the key: its place must not give it away."""
    low = {
        span.before: words("These are the minutes to the full hour alone."),
        span.after: words("These are the minutes after the full hour alone."),
        span.length - 10: words("This is ten minutes too few."),
    }
    high = {
        span.unborrowed: words("This takes an hour for 100 minutes."),
        span.length + span.before: words("This counts the minutes to the full hour twice."),
        span.length + 10: words("This is ten minutes too many."),
    }
    slips = {**dict(islice(low.items(), smaller)), **dict(islice(high.items(), len(high) - smaller))}
    options: dict[int, Item] = {each: {"rationale": reason} for each, reason in slips.items()}
    options[span.length] = {"key": True, "rationale": sum_of(span, words)}
    return [{"text": minutes(each, words), **options[each]} for each in sorted(options)]


def several(drawn: list[Span], words: Words) -> Item:
    options = [
        {"text": from_to(span, words), **_key(span.length > HALF), "rationale": sum_in_all(span, words)}
        for span in sorted(drawn, key=lambda span: span.start)
    ]
    return {
        "type": "multiple-choice",
        "facility": 60,
        "stem": words("Four accounts were lent. Which of them were open for more than half an hour?"),
        "options": options,
        "explanation": words("Count to the full hour, then on from it, and compare with 30."),
    }


def _key(is_key: bool) -> Item:
    return {"key": True} if is_key else {}


def truth(span: Span, words: Words) -> Item:
    stem = words(
        "A link was clicked at {start} and the contact was called at {end}: that took more than half an hour."
    )
    is_true, said = span.length > HALF, sum_in_all(span, words)
    wrong, right = words("No: {sum}"), words("Right: {sum}")
    return {
        "type": "true-false",
        "facility": 70,
        "stem": stem.format(**span.times),
        "answer": is_true,
        "if_true": (right if is_true else wrong).format(sum=said),
        "if_false": (wrong if is_true else right).format(sum=said),
        "explanation": words("Count to the full hour, then on from it, and compare with 30."),
    }


def sum_of(span: Span, words: Words) -> str:
    return words("{before} minutes to the full hour and {after} after it.").format(**span.parts)


def sum_in_all(span: Span, words: Words) -> str:
    said = words("{before} minutes to the full hour and {after} after it make {count}.")
    return said.format(**span.parts)


def minutes(count: int, words: Words) -> str:
    return words("{count} minutes").format(count=count)


def from_to(span: Span, words: Words) -> str:
    return words("From {start} to {end}").format(**span.times)
